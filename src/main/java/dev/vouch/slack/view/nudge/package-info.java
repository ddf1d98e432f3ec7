/** What our own people see of a nudge, and of why it was sent or not. */
@NullMarked
package dev.vouch.slack.view.nudge;

import org.jspecify.annotations.NullMarked;
