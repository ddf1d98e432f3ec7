/** The only place that speaks to Slack: doors, listeners, commands, views, messenger, install. */
@NullMarked
package dev.vouch.slack;

import org.jspecify.annotations.NullMarked;
