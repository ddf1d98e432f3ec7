/** The corrections of a workspace and the heads that it has learnt, in Redis. */
@NullMarked
package dev.vouch.store.learning;

import org.jspecify.annotations.NullMarked;
