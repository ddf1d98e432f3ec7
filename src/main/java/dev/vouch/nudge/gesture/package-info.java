/** What one could do for a person: the catalogue of gestures, and which of them suits whom. */
@NullMarked
package dev.vouch.nudge.gesture;

import org.jspecify.annotations.NullMarked;
