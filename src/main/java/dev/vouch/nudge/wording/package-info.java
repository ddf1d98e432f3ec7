/**
 * How notes to people outside the company are worded: what sounds like a trade, what says nothing.
 */
@NullMarked
package dev.vouch.nudge.wording;

import org.jspecify.annotations.NullMarked;
