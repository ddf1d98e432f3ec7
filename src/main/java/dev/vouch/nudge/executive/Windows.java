package dev.vouch.nudge.executive;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Half hours that lie in the working day of two people at once. Vouch keeps no calendar, so these
 * are proposals for somebody who does.
 *
 * @param proposed at most two, on different days, earliest first; none where the two working days
 *     do not meet
 */
public record Windows(ZoneId executive, ZoneId person, List<Instant> proposed) {
  public static final Duration LENGTH = Duration.ofMinutes(30);
  private static final int MOST = 2;
  private static final int LOOK_AHEAD = 14;

  /** Nobody is to drop everything: there are this many days to prepare. */
  private static final int NOTICE = 2;

  public Windows {
    proposed = List.copyOf(proposed);
  }

  /** A working day. */
  public record Hours(LocalTime start, LocalTime end) {
    public static final Hours USUAL = new Hours(LocalTime.of(9, 0), LocalTime.of(17, 30));

    private boolean hold(ZonedDateTime from) {
      ZonedDateTime to = from.plus(LENGTH);
      return from.getDayOfWeek().getValue() <= 5
          && !from.toLocalTime().isBefore(start)
          && !to.toLocalTime().isAfter(end)
          && to.toLocalDate().equals(from.toLocalDate());
    }
  }

  /** Two to choose from, from the day after tomorrow on: the second at another time of the day. */
  public static Windows propose(ZoneId executive, ZoneId person, Hours hours, Instant now) {
    List<Instant> proposed = new ArrayList<>();
    LocalDate first = LocalDate.ofInstant(now, executive).plusDays(NOTICE);
    for (int day = 0; day < LOOK_AHEAD && proposed.size() < MOST; day++) {
      List<Instant> shared = shared(first.plusDays(day), executive, person, hours);
      if (!shared.isEmpty()) {
        proposed.add(proposed.isEmpty() ? shared.get(0) : shared.get(shared.size() / 2));
      }
    }
    return new Windows(executive, person, proposed);
  }

  /** The half hours of a day of the executive's that both have, earliest first. */
  private static List<Instant> shared(LocalDate day, ZoneId executive, ZoneId person, Hours hours) {
    List<Instant> shared = new ArrayList<>();
    for (LocalTime at = hours.start();
        at.plus(LENGTH).isAfter(at) && !at.plus(LENGTH).isAfter(hours.end());
        at = at.plus(LENGTH)) {
      ZonedDateTime from = day.atTime(at).atZone(executive);
      if (hours.hold(from) && hours.hold(from.withZoneSameInstant(person))) {
        shared.add(from.toInstant());
      }
    }
    return shared;
  }

  /** How much of a working day two people share on a day in that week. */
  static Duration overlap(ZoneId executive, ZoneId person, Hours hours, Instant now) {
    LocalDate wednesday = LocalDate.ofInstant(now, executive).with(java.time.DayOfWeek.WEDNESDAY);
    return LENGTH.multipliedBy(shared(wednesday, executive, person, hours).size());
  }
}
