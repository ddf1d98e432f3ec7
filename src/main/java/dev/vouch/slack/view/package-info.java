/** What people see in Slack: pure views, a value in and Block Kit out, within Slack's limits. */
@NullMarked
package dev.vouch.slack.view;

import org.jspecify.annotations.NullMarked;
