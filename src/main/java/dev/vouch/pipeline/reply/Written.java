package dev.vouch.pipeline.reply;

import dev.vouch.mention.MentionId;
import org.jspecify.annotations.Nullable;

/**
 * Words that somebody outside the company wrote to Vouch alone.
 *
 * @param message where and when; of an edit, when it was edited
 * @param original Slack's timestamp of the message itself
 * @param root of the message below which they stand; null in the conversation itself
 */
public record Written(
    MentionId message, String original, @Nullable String root, String person, String text) {

  /** A message as it was first written, in the conversation itself. */
  public static Written of(MentionId message, String person, String text) {
    return new Written(message, message.ts(), null, person, text);
  }

  boolean isEdit() {
    return !message.ts().equals(original);
  }

  /** What it is known by in what comes of it; every edit is one of its own. */
  String cause() {
    return isEdit() ? origin() + EDIT + message.ts() : origin();
  }

  /** What the causes of all its wordings begin with. */
  String origin() {
    return new MentionId(message.channel(), original).toString();
  }

  /** Stands in the cause of an edit. */
  static final String EDIT = "@";
}
