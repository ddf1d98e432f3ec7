/** Answers what people asked for with {@code /vouch}, and knows who gets an answer. */
@NullMarked
package dev.vouch.slack.command;

import org.jspecify.annotations.NullMarked;
