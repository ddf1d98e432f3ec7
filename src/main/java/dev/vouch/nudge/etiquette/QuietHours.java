package dev.vouch.nudge.etiquette;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * When nobody is written to: outside the hours of a working day, by the person's own zone.
 * Saturdays and Sundays are no working days; of holidays it knows nothing.
 *
 * @param dayStart start of a working day
 * @param dayEnd end of it
 */
public record QuietHours(LocalTime dayStart, LocalTime dayEnd) {

  /** As most offices have them. */
  public static final QuietHours USUAL = new QuietHours(LocalTime.of(9, 0), LocalTime.of(17, 30));

  public QuietHours {
    if (!dayStart.isBefore(dayEnd)) {
      throw new IllegalArgumentException("a working day must start before it ends");
    }
  }

  /** {@code now} if it is a working time there, else the start of the next working day. */
  public Instant over(ZonedDateTime now) {
    boolean tooLate = !now.toLocalTime().isBefore(dayEnd);
    Instant start = start(tooLate ? now.toLocalDate().plusDays(1) : now.toLocalDate(), now);
    return start.isAfter(now.toInstant()) ? start : now.toInstant();
  }

  /** The start of the next working day that is not this one. */
  public Instant nextMorning(ZonedDateTime now) {
    return start(now.toLocalDate().plusDays(1), now);
  }

  private Instant start(LocalDate earliest, ZonedDateTime zoned) {
    LocalDate day = earliest;
    while (day.getDayOfWeek().getValue() > 5) {
      day = day.plusDays(1);
    }
    return day.atTime(dayStart).atZone(zoned.getZone()).toInstant();
  }
}
