package dev.vouch.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says when a channel's digest is due: one for each day that its zone has, at its hour on the wall
 * clock there.
 *
 * <p>Where the clock is put forward over the hour, the digest comes that much later; where the hour
 * comes twice, it comes the first time. A day that a zone left out (Apia, 30 December 2011) has no
 * digest. After a stop, only the latest missed day is made up for, and only within {@link
 * #LATEST_CATCH_UP}, so that two digests never come in short succession. A day that was posted, or
 * any day before it, is never due again, even if the channel's hour or zone was changed since.
 */
public final class DigestCalendar {
  /** A digest that is later than this is left out: the next one is a few hours away. */
  public static final Duration LATEST_CATCH_UP = Duration.ofHours(20);

  private DigestCalendar() {}

  /**
   * A digest that is to be posted.
   *
   * @param day the day it is dated, in the channel's zone
   * @param at when it should be posted, and the end of the time it covers
   */
  public record Due(DigestChannel channel, LocalDate day, Instant at) {}

  /**
   * The digest to post now.
   *
   * @param posted the last day whose digest was posted or is settled otherwise; null: none ever
   */
  public static Optional<Due> due(DigestChannel channel, @Nullable LocalDate posted, Instant now) {
    LocalDate day = latestDay(channel, now);
    Instant at = at(channel, day);
    boolean fresh = posted == null || day.isAfter(posted);
    boolean inTime = !now.isAfter(at.plus(LATEST_CATCH_UP));
    return fresh && inTime ? Optional.of(new Due(channel, day, at)) : Optional.empty();
  }

  /** The first digest after now, whether or not one is due now. */
  public static Due next(DigestChannel channel, @Nullable LocalDate posted, Instant now) {
    LocalDate latest = latestDay(channel, now);
    LocalDate day = dayAfter(channel, posted != null && posted.isAfter(latest) ? posted : latest);
    return new Due(channel, day, at(channel, day));
  }

  /**
   * The latest day whose hour has come. Written as posted when a channel is set up, it makes the
   * first digest wait for the next time the hour comes.
   */
  public static LocalDate latestDay(DigestChannel channel, Instant now) {
    LocalDate day = now.atZone(channel.zone()).toLocalDate();
    while (at(channel, day).isAfter(now)) {
      day = dayBefore(channel, day);
    }
    return day;
  }

  /** When the digest of a day is to be posted. */
  public static Instant at(DigestChannel channel, LocalDate day) {
    return day.atTime(channel.hour()).atZone(channel.zone()).toInstant();
  }

  /** Where the time that a day's digest covers begins: when the one before it was due. */
  public static Instant start(DigestChannel channel, LocalDate day) {
    return at(channel, dayBefore(channel, day));
  }

  private static LocalDate dayBefore(DigestChannel channel, LocalDate day) {
    LocalDate before = day.minusDays(1);
    return exists(before, channel.zone()) ? before : dayBefore(channel, before);
  }

  private static LocalDate dayAfter(DigestChannel channel, LocalDate day) {
    LocalDate after = day.plusDays(1);
    return exists(after, channel.zone()) ? after : dayAfter(channel, after);
  }

  private static boolean exists(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toLocalDate().equals(day);
  }
}
