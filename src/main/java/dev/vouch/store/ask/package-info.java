/** The asks of a workspace, in Redis. */
@NullMarked
package dev.vouch.store.ask;

import org.jspecify.annotations.NullMarked;
