/** Reads what people type after {@code /vouch}: the words in, a {@link Command} out. */
@NullMarked
package dev.vouch.slack.command.parse;

import org.jspecify.annotations.NullMarked;
