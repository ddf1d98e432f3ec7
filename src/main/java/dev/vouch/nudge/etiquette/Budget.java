package dev.vouch.nudge.etiquette;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * How many messages of ours somebody gets at most, over everything that Vouch does. What would be
 * more waits.
 */
public record Budget(int most, Span span) {

  /** To somebody outside the company: invitations, asks and whatever else there may be. */
  public static final Budget OUTSIDE = new Budget(3, Span.WEEK);

  /** To whoever approves: what they do not see, nobody else does. */
  public static final Budget APPROVALS = new Budget(10, Span.DAY);

  /** So far the longest of them looks back. */
  public static final Duration WEEK = Duration.ofDays(7);

  /** In what time. */
  public enum Span {
    /** A day of the person's own calendar. */
    DAY,
    /** Any seven days. */
    WEEK
  }

  public Budget {
    if (most < 1) {
      throw new IllegalArgumentException("a budget without anything in it is a stop");
    }
  }

  /** What one of our own people gets a day. */
  public static Budget aDay(int most) {
    return new Budget(most, Span.DAY);
  }

  /** What was begun before does not count any more. */
  public Instant since(ZonedDateTime now) {
    return switch (span) {
      case DAY -> now.toLocalDate().atStartOfDay(now.getZone()).toInstant();
      case WEEK -> now.toInstant().minus(WEEK);
    };
  }

  /**
   * When there is room for one more, where there is none now.
   *
   * @param taken when each message that counts was begun
   */
  public Instant room(List<Instant> taken, ZonedDateTime now, QuietHours quiet) {
    if (span == Span.DAY || taken.size() < most) {
      return quiet.nextMorning(now);
    }
    List<Instant> oldestFirst = taken.stream().sorted(Comparator.naturalOrder()).toList();
    Instant free = oldestFirst.get(taken.size() - most).plus(WEEK).plusMillis(1);
    return quiet.over(free.atZone(now.getZone()));
  }
}
