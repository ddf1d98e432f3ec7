/** When there is a reason to act: named moments, and the rules by which they arise and pass. */
@NullMarked
package dev.vouch.nudge.moment;

import org.jspecify.annotations.NullMarked;
