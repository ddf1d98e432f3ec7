/** The command {@code import slack}: reads Slack's own workspace export, file by file. */
@NullMarked
package dev.vouch.app.slackexport;

import org.jspecify.annotations.NullMarked;
