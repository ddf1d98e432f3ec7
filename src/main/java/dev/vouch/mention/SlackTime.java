package dev.vouch.mention;

import java.time.Instant;

/** Slack's timestamps: seconds since 1970, a point, and six digits, always kept as strings. */
public final class SlackTime {
  private SlackTime() {}

  /**
   * @throws NumberFormatException if {@code ts} is not seconds and six digits
   */
  public static Instant instant(String ts) {
    int point = ts.indexOf('.');
    long seconds = Long.parseLong(point < 0 ? ts : ts.substring(0, point));
    long micros = point < 0 ? 0 : Long.parseLong(ts.substring(point + 1));
    return Instant.ofEpochSecond(seconds, micros * 1_000);
  }

  /** The timestamp of {@code at}, to the microsecond. */
  public static String ts(Instant at) {
    return "%d.%06d".formatted(at.getEpochSecond(), at.getNano() / 1_000);
  }
}
