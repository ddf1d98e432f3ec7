package dev.vouch.mention;

import java.time.Instant;

/**
 * A message of somebody outside the company, ready to be judged.
 *
 * @param version Slack's timestamp of this wording: the message's own, or that of its last edit
 * @param text as the author meant it: decoded, without Slack's escapes
 * @param permalink where to read it in Slack
 */
public record Mention(MentionId id, String version, Author author, String text, String permalink) {

  /** When it was first posted; an edit does not change it. */
  public Instant at() {
    return id.at();
  }
}
