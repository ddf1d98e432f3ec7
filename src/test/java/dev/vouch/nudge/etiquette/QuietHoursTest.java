package dev.vouch.nudge.etiquette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  @ParameterizedTest
  @CsvSource({
    // A Wednesday at work, before it, and after it.
    "2026-11-18T10:00:00Z, Europe/London, 2026-11-18T10:00:00Z",
    "2026-11-18T04:00:00Z, Europe/London, 2026-11-18T09:00:00Z",
    "2026-11-18T17:30:00Z, Europe/London, 2026-11-19T09:00:00Z",
    // The same moment elsewhere: night in Tokyo, early in New York.
    "2026-11-18T10:00:00Z, Asia/Tokyo, 2026-11-19T00:00:00Z",
    "2026-11-18T10:00:00Z, America/New_York, 2026-11-18T14:00:00Z",
    // Friday evening and Sunday lead to Monday.
    "2026-11-20T18:00:00Z, Europe/London, 2026-11-23T09:00:00Z",
    "2026-11-22T12:00:00Z, Europe/London, 2026-11-23T09:00:00Z",
    // The clocks go back on a Sunday: Monday's nine is an hour later.
    "2026-10-23T18:00:00Z, Europe/Berlin, 2026-10-26T08:00:00Z",
    "2026-03-28T12:00:00Z, Europe/London, 2026-03-30T08:00:00Z",
  })
  void quietEnds_whenThePersonsOwnWorkingDayIsOn(Instant now, ZoneId zone, Instant open) {
    assertThat(QuietHours.USUAL.over(now.atZone(zone))).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-18T04:00:00Z, 2026-11-19T09:00:00Z",
    "2026-11-18T23:59:00Z, 2026-11-19T09:00:00Z",
    "2026-11-20T10:00:00Z, 2026-11-23T09:00:00Z",
  })
  void nextMorning_isNeverThisDay(Instant now, Instant morning) {
    assertThat(QuietHours.USUAL.nextMorning(now.atZone(ZoneId.of("Europe/London"))))
        .isEqualTo(morning);
  }

  @Test
  void dayThatEndsBeforeItBegins_isNone() {
    assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
