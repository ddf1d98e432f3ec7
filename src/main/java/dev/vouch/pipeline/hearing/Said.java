package dev.vouch.pipeline.hearing;

import dev.vouch.mention.Context;
import dev.vouch.mention.Mention;
import org.jspecify.annotations.Nullable;

/**
 * A version of a customer's message before it is judged.
 *
 * @param root timestamp of the message that began the thread in which it answers, or null
 * @param shares what it passes on
 */
public record Said(Mention mention, @Nullable String root, Context.Shares shares) {}
