/** What people type after {@code /vouch}: parsing it, answering it, and who gets an answer. */
@NullMarked
package dev.vouch.slack.command;

import org.jspecify.annotations.NullMarked;
