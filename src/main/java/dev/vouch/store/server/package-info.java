/** Finds the Redis that the settings name, or starts the bundled one. */
@NullMarked
package dev.vouch.store.server;

import org.jspecify.annotations.NullMarked;
