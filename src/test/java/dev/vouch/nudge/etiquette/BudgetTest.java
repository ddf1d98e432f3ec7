package dev.vouch.nudge.etiquette;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private static final ZonedDateTime WEDNESDAY =
      ZonedDateTime.of(2026, 11, 18, 10, 0, 0, 0, ZoneId.of("Europe/Berlin"));

  private static Instant daysAgo(int days) {
    return WEDNESDAY.toInstant().minus(Duration.ofDays(days));
  }

  @Test
  void day_beginsAtThePersonsOwnMidnight() {
    assertThat(Budget.aDay(3).since(WEDNESDAY)).isEqualTo("2026-11-17T23:00:00Z");
  }

  @Test
  void week_isAnySevenDays() {
    assertThat(Budget.OUTSIDE.since(WEDNESDAY)).isEqualTo(daysAgo(7));
  }

  @Test
  void dayThatIsFull_hasRoomTheNextMorning() {
    assertThat(Budget.aDay(1).room(List.of(daysAgo(0)), WEDNESDAY, QuietHours.USUAL))
        .isEqualTo("2026-11-19T08:00:00Z");
  }

  /** Two of four have to be over before there is room for one more; what is over at night waits. */
  @Test
  void weekThatIsFull_hasRoomOnceEnoughOfItIsOver() {
    Instant atNight = daysAgo(5).minus(Duration.ofHours(8));
    List<Instant> taken = List.of(daysAgo(1), daysAgo(6), atNight, daysAgo(2));
    Instant room = Budget.OUTSIDE.room(taken, WEDNESDAY, QuietHours.USUAL);

    assertThat(room).isEqualTo("2026-11-20T08:00:00Z");
  }
}
