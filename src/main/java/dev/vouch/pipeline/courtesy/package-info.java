/** Asks before anybody is written to whether this is the time, and waits if not. */
@NullMarked
package dev.vouch.pipeline.courtesy;

import org.jspecify.annotations.NullMarked;
