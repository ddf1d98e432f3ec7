package dev.vouch.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.digest.DigestCalendar.Due;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestCalendarTest {
  private static final DigestChannel LONDON = channel("09:00", "Europe/London");
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-09");

  @ParameterizedTest(name = "{1} {2} of {0} is {3}")
  @CsvSource({
    "Europe/London,       09:00, 2026-03-28, 2026-03-28T09:00:00Z",
    "Europe/London,       09:00, 2026-03-29, 2026-03-29T08:00:00Z",
    "Europe/London,       01:30, 2026-03-29, 2026-03-29T01:30:00Z",
    "Europe/London,       01:30, 2026-10-25, 2026-10-25T00:30:00Z",
    "Europe/London,       09:00, 2026-10-25, 2026-10-25T09:00:00Z",
    "Asia/Kolkata,        09:00, 2026-03-10, 2026-03-10T03:30:00Z",
    "Pacific/Apia,        09:00, 2011-12-29, 2011-12-29T19:00:00Z",
    "Pacific/Apia,        09:00, 2011-12-31, 2011-12-30T19:00:00Z",
    "America/St_Johns,    09:00, 2026-01-15, 2026-01-15T12:30:00Z",
    "America/St_Johns,    09:00, 2026-07-15, 2026-07-15T11:30:00Z",
    "America/Nuuk,        23:30, 2024-03-30, 2024-03-31T01:30:00Z"
  })
  void hour_isOnTheWallClockOfTheZone(String zone, String hour, LocalDate day, Instant at) {
    DigestChannel channel = channel(hour, zone);

    assertThat(DigestCalendar.at(channel, day)).isEqualTo(at);
    assertThat(DigestCalendar.due(channel, null, at)).contains(new Due(channel, day, at));
    assertThat(DigestCalendar.due(channel, day, at)).isEmpty();
    assertThat(DigestCalendar.latestDay(channel, at.minusNanos(1))).isBefore(day);
  }

  @ParameterizedTest(name = "{0} at {1} from {2}: {4} digests")
  @CsvSource({
    "Europe/London,    01:30, 2026-03-20, 2026-04-05, 16",
    "Europe/London,    01:00, 2026-10-18, 2026-11-01, 14",
    "America/St_Johns, 02:15, 2026-03-01, 2026-03-15, 14",
    "America/St_Johns, 00:00, 2026-10-25, 2026-11-08, 14",
    "Asia/Kolkata,     23:59, 2026-02-20, 2026-03-06, 14",
    "Pacific/Apia,     09:00, 2011-12-25, 2012-01-05, 10",
    "America/Nuuk,     23:30, 2024-03-25, 2024-04-05, 11"
  })
  void everyDayOfAZone_getsOneDigestAndPeriodsMeet(
      String zone, String hour, LocalDate from, LocalDate to, int days) {
    DigestChannel channel = channel(hour, zone);
    List<Due> posted = postedBetween(channel, from, to);

    assertThat(posted).hasSize(days).extracting(Due::day).doesNotHaveDuplicates();
    for (int i = 1; i < posted.size(); i++) {
      assertThat(DigestCalendar.start(channel, posted.get(i).day()))
          .isEqualTo(posted.get(i - 1).at());
    }
  }

  /** Looks every five minutes, as a running instance would. */
  private static List<Due> postedBetween(DigestChannel channel, LocalDate from, LocalDate to) {
    List<Due> posted = new ArrayList<>();
    Instant end = DigestCalendar.at(channel, to);
    LocalDate last = from.minusDays(1);
    for (Instant now = DigestCalendar.at(channel, from);
        now.isBefore(end);
        now = now.plus(Duration.ofMinutes(5))) {
      var due = DigestCalendar.due(channel, last, now);
      if (due.isPresent()) {
        posted.add(due.get());
        last = due.get().day();
      }
    }
    return posted;
  }

  @Test
  void beforeTheHour_nothingIsDue() {
    assertThat(dueAfter(MONDAY.minusDays(1), "2026-03-09T08:59:59Z")).isNull();
  }

  @Test
  void shortStop_isCaughtUpUntilTwentyHours() {
    assertThat(dueAfter(MONDAY.minusDays(1), "2026-03-10T05:00:00Z")).isEqualTo(MONDAY);
    assertThat(dueAfter(MONDAY.minusDays(1), "2026-03-10T05:00:01Z")).isNull();
  }

  @Test
  void longStop_bringsOnlyTheLatestDay() {
    assertThat(dueAfter(MONDAY.minusDays(9), "2026-03-09T12:00:00Z")).isEqualTo(MONDAY);
    assertThat(dueAfter(MONDAY, "2026-03-09T12:00:01Z")).isNull();
  }

  @Test
  void changedHour_neverBringsASecondDigestForADay() {
    DigestChannel later = channel("17:00", "Europe/London");

    assertThat(DigestCalendar.due(later, MONDAY, Instant.parse("2026-03-09T17:00:00Z"))).isEmpty();
  }

  @Test
  void changedZone_neverGoesBackToADayThatWasPosted() {
    DigestChannel honolulu = channel("09:00", "Pacific/Honolulu");
    Instant now = Instant.parse("2026-03-09T20:00:00Z");

    assertThat(DigestCalendar.due(honolulu, MONDAY.plusDays(1), now)).isEmpty();
    assertThat(DigestCalendar.next(honolulu, MONDAY.plusDays(1), now).day())
        .isEqualTo(MONDAY.plusDays(2));
  }

  @Test
  void next_isTheFirstDayWhoseHourIsStillToCome() {
    assertThat(next(null, "2026-03-09T08:00:00Z")).isEqualTo(MONDAY);
    assertThat(next(null, "2026-03-09T09:00:00Z")).isEqualTo(MONDAY.plusDays(1));
    assertThat(next(MONDAY, "2026-03-09T09:00:01Z")).isEqualTo(MONDAY.plusDays(1));
  }

  @Test
  void next_skipsTheDayThatApiaLeftOut() {
    DigestChannel apia = channel("09:00", "Pacific/Apia");
    LocalDate before = LocalDate.parse("2011-12-29");

    Due next = DigestCalendar.next(apia, before, DigestCalendar.at(apia, before));

    assertThat(next.day()).isEqualTo("2011-12-31");
  }

  @Test
  void settledDay_makesANewChannelWaitForItsHour() {
    Instant now = Instant.parse("2026-03-09T15:00:00Z");
    LocalDate settled = DigestCalendar.latestDay(LONDON, now);

    assertThat(DigestCalendar.due(LONDON, settled, now)).isEmpty();
    assertThat(DigestCalendar.next(LONDON, settled, now).day()).isEqualTo(MONDAY.plusDays(1));
  }

  private static @Nullable LocalDate dueAfter(LocalDate posted, String now) {
    return DigestCalendar.due(LONDON, posted, Instant.parse(now)).map(Due::day).orElse(null);
  }

  private static LocalDate next(@Nullable LocalDate posted, String now) {
    return DigestCalendar.next(LONDON, posted, Instant.parse(now)).day();
  }

  private static DigestChannel channel(String hour, String zone) {
    return new DigestChannel("C0DIGEST", LocalTime.parse(hour), ZoneId.of(zone));
  }
}
