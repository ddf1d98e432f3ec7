package dev.vouch.nudge.etiquette;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MannersTest {
  private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");

  private static final Map<Character, UnaryOperator<Manners>> EVENTS =
      Map.of(
          'i', manners -> manners.ignored("m" + manners.unanswered(), NOW),
          'a', Manners::answered,
          's', Manners::startedAgain,
          'z', manners -> manners.snoozedUntil(NOW.plusSeconds(60)),
          'b', manners -> manners.telling(NOW),
          't', manners -> manners.toldAt("D1", "1.0"));

  private static Manners after(String events) {
    Manners manners = Manners.NONE;
    for (char event : events.toCharArray()) {
      manners = EVENTS.get(event).apply(manners);
    }
    return manners;
  }

  /** i: ignored, a: answered, s: started again, z: snoozed, b: begun to tell, t: told. */
  @ParameterizedTest(name = "after \"{0}\"")
  @CsvSource({
    // events, unanswered, stopped, snoozed, to be told
    "'', 0, false, false, false",
    "i, 1, false, false, false",
    "ii, 2, false, false, false",
    "iii, 3, true, false, true",
    "iiii, 3, true, false, true",
    "iia, 0, false, false, false",
    "iiai, 1, false, false, false",
    "iaiii, 3, true, false, true",
    "iiia, 0, false, false, false",
    "iiis, 0, false, false, false",
    "iiib, 3, true, false, false",
    "iiibt, 3, true, false, false",
    "iiibti, 3, true, false, false",
    "iiibtsiii, 3, true, false, true",
    "iiibb, 3, true, false, false",
    "ib, 1, false, false, false",
    "it, 1, false, false, false",
    "z, 0, false, true, false",
    "zs, 0, false, false, false",
    "za, 0, false, true, false",
    "iiiz, 3, true, true, true",
    "ziii, 0, false, true, false",
  })
  void threeInARow_stop_andWhoeverAnswersBeginsAnew(
      String events, int unanswered, boolean stopped, boolean snoozed, boolean toBeTold) {
    Manners manners = after(events);

    assertThat(manners.unanswered()).isEqualTo(unanswered);
    assertThat(manners.isStopped()).isEqualTo(stopped);
    assertThat(manners.isSnoozed(NOW)).isEqualTo(snoozed);
    assertThat(manners.isToBeTold(NOW)).isEqualTo(toBeTold);
  }

  @Test
  void snooze_isOverByItself() {
    assertThat(after("z").isSnoozed(NOW.plusSeconds(60))).isFalse();
  }

  @Test
  void whoDiesWhileTelling_leavesItToOthers_whoLookForItFirst() {
    Manners begun = after("iiib");
    assertThat(begun.isToBeTold(NOW.plus(Duration.ofMinutes(1)))).isFalse();
    assertThat(begun.isToBeTold(NOW.plus(Duration.ofMinutes(2)))).isTrue();
    assertThat(begun.mayHaveBeenTold()).isTrue();
    assertThat(after("iii").mayHaveBeenTold()).isFalse();
  }

  @Test
  void whoWasTold_isNotToldAgain() {
    assertThat(after("iiibt").isToBeTold(NOW.plus(Duration.ofDays(9)))).isFalse();
  }
}
