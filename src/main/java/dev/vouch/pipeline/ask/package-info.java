/** Asks on their way to people and their answers on the way back. */
@NullMarked
package dev.vouch.pipeline.ask;

import org.jspecify.annotations.NullMarked;
