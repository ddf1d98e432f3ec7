/** What people type, open and press in Slack: thin listeners that hand on and answer in time. */
@NullMarked
package dev.vouch.slack.listen;

import org.jspecify.annotations.NullMarked;
