package dev.vouch.pipeline.hearing;

import dev.vouch.mention.MentionId;
import org.jspecify.annotations.Nullable;

/**
 * An emoji that somebody put on a message or took off.
 *
 * @param receiver whose message it is, or null where Slack does not say
 * @param version Slack's timestamp of the change
 */
public record Reaction(
    MentionId on,
    String reactor,
    @Nullable String receiver,
    String emoji,
    boolean added,
    String version) {}
