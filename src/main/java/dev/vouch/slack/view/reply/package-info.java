/** What our own people see of what somebody wrote back, and what they can say about it. */
@NullMarked
package dev.vouch.slack.view.reply;

import org.jspecify.annotations.NullMarked;
