package dev.vouch.pipeline;

import dev.vouch.mention.ActKind;
import org.jspecify.annotations.Nullable;

/**
 * A message that a member of staff saved as advocacy by hand.
 *
 * @param person Slack id of who spoke up (the message's author unless the rep said otherwise)
 * @param words the words that matter, as far as the rep or the message gave them
 * @param by Slack id of the rep
 */
public record SavedAdvocacy(
    String channel, String ts, String person, ActKind kind, @Nullable String words, String by) {}
