package dev.vouch.pipeline.hearing;

import dev.vouch.mention.ActKind;
import dev.vouch.mention.Intent;
import org.jspecify.annotations.Nullable;

/**
 * What a member of staff said by hand that a message is: an act of advocacy, or something else.
 *
 * @param person Slack id of who said it (the message's author unless the rep said otherwise)
 * @param kind of the act of advocacy; null where it is none
 * @param words the words that matter, as far as the rep or the message gave them
 * @param by Slack id of the rep
 * @param label what it is instead of an act of advocacy; null where it is one
 * @param message the text as Slack gave it, to learn from; it goes when that is done
 */
public record SavedAdvocacy(
    String channel,
    String ts,
    String person,
    @Nullable ActKind kind,
    @Nullable String words,
    String by,
    @Nullable Intent label,
    @Nullable String message) {

  /** What the message is. */
  public Intent intent() {
    return label == null ? Intent.ADVOCACY : label;
  }
}
