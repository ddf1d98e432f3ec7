/** What we ask of people, from small to large, and what they answer. */
@NullMarked
package dev.vouch.nudge.ask;

import org.jspecify.annotations.NullMarked;
