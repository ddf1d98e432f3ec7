/** Whether nudges help: people who get none by the throw of a die, and what the others do more. */
@NullMarked
package dev.vouch.nudge.impact;

import org.jspecify.annotations.NullMarked;
