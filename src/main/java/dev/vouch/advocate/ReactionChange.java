package dev.vouch.advocate;

import dev.vouch.mention.MentionId;
import org.jspecify.annotations.Nullable;

/**
 * A reaction that was put on a message or taken off it. Reach, never a mention.
 *
 * @param reactor who reacted
 * @param giver {@code reactor} where that is a contact, else null: staff give no reach of their own
 * @param receiver the contact who wrote the message, or null where staff wrote it
 * @param version Slack's timestamp of the change; the latest one of the same reaction holds
 */
public record ReactionChange(
    MentionId mention,
    String reactor,
    String emoji,
    @Nullable String giver,
    @Nullable String receiver,
    boolean added,
    String version) {}
