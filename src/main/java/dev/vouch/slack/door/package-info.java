/** The two doors that Slack comes in by: HTTP and Socket Mode, and what both do with it. */
@NullMarked
package dev.vouch.slack.door;

import org.jspecify.annotations.NullMarked;
