/** Which of the suggestions that wait for one of our own people comes first. */
@NullMarked
package dev.vouch.nudge.ranking;

import org.jspecify.annotations.NullMarked;
