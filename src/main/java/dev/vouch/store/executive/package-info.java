/** The roster of executives and every introduction to one, in Redis. */
@NullMarked
package dev.vouch.store.executive;

import org.jspecify.annotations.NullMarked;
