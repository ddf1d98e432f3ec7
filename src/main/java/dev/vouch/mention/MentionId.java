package dev.vouch.mention;

import java.time.Instant;

/**
 * Where a message stands: Slack's own identity of it.
 *
 * @param channel channel id, for instance {@code C024BE91L}
 * @param ts Slack's timestamp as a string, seconds and six digits: {@code 1764000000.000100}
 */
public record MentionId(String channel, String ts) {
  public MentionId {
    if (!channel.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new IllegalArgumentException("not a channel id: " + channel);
    }
    if (!ts.matches("\\d{1,12}\\.\\d{6}")) {
      throw new IllegalArgumentException("not a Slack timestamp: " + ts);
    }
  }

  /** The text form {@code channel:ts}, which {@link #parse} reads back. */
  @Override
  public String toString() {
    return channel + ":" + ts;
  }

  /**
   * @throws IllegalArgumentException if {@code text} is not {@code channel:ts}
   */
  public static MentionId parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("not a mention id (channel:ts): " + text);
    }
    return new MentionId(text.substring(0, colon), text.substring(colon + 1));
  }

  /** When the message was posted, to the microsecond. */
  public Instant at() {
    return SlackTime.instant(ts);
  }
}
