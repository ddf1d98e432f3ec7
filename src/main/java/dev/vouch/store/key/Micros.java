package dev.vouch.store.key;

import dev.vouch.mention.MentionId;
import java.time.Instant;

/** Times to the microsecond, in as few characters as sort in their order. */
public final class Micros {
  private static final int DIGITS = 9;
  private static final int FIELD = 6;

  private Micros() {}

  public static String of(Instant at) {
    return Digits.of(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000, DIGITS);
  }

  /** Where a mention is in its {@link Keys#mentions}: 36 bits of microseconds are 19 hours. */
  public static String field(MentionId id) {
    return of(id.at()).substring(DIGITS - FIELD);
  }

  /** Slack's timestamp of a {@link #field} in a slot that begins with that second. */
  static String ts(String field, long slot) {
    long begin = slot * 1_000_000;
    return ts(begin + Math.floorMod(Digits.number(field) - begin, 1L << 6 * FIELD));
  }

  /** Slack's timestamp of what begins with a time. */
  public static String ts(String member) {
    return ts(Digits.number(member.substring(0, DIGITS)));
  }

  private static String ts(long micros) {
    return "%d.%06d".formatted(micros / 1_000_000, micros % 1_000_000);
  }

  /** Whether it is the field of a mention in the hash of a person, or a piece of it. */
  public static boolean isMember(String field) {
    return field.length() > DIGITS;
  }

  /** What follows the time with which it begins. */
  public static String after(String member) {
    return member.substring(DIGITS);
  }
}
