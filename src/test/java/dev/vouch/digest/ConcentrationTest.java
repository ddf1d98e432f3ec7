package dev.vouch.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.Spread.Circle;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When too few people carry the acts, and when it only looks so. */
class ConcentrationTest {
  private static final int QUARTERS = 1_000;

  @ParameterizedTest
  @CsvSource({
    "9, 1, 9, UNKNOWN",
    "10, 1, 10, FEW_PEOPLE",
    "40, 3, 40, FEW_PEOPLE",
    "10, 4, 9, SPREAD",
    "40, 4, 37, SPREAD",
    "400, 4, 396, TOP_THREE",
    "40, 14, 27, TOP_THREE",
    "40, 14, 23, SPREAD",
    "100, 100, 3, SPREAD",
    "500, 300, 251, SPREAD",
    "500, 300, 253, TOP_THREE"
  })
  void alarm_comesOnlyFarFromEvenShares(long acts, long people, long top, Concentration found) {
    assertThat(Concentration.of(new Circle(acts, people, 1, top))).isEqualTo(found);
  }

  /**
   * Everybody speaks up equally often, and chance does the rest; three alone are few at any time.
   */
  @ParameterizedTest
  @ValueSource(ints = {5, 6, 8, 10, 15, 30})
  void peopleWhoSpeakUpEquallyOften_hardlyEverRaiseIt(int people) {
    for (int acts : new int[] {10, 15, 20, 30, 50, 100}) {
      assertThat(alarms(acts, people, random -> random.nextInt(people)))
          .as("alarms of %d people with %d acts in %d quarters", people, acts, QUARTERS)
          .isLessThan(QUARTERS / 25);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 15, 20, 40})
  void threeWhoGiveThreeOfFourActs_areMostlySeenFromThirtyActsOn(int people) {
    int alarms =
        alarms(
            30,
            people,
            random -> random.nextInt(4) > 0 ? random.nextInt(3) : 3 + random.nextInt(people - 3));
    assertThat(alarms).isGreaterThan(QUARTERS * 7 / 10);
  }

  private interface Speaker {
    int next(Random random);
  }

  private static int alarms(int acts, int people, Speaker speaker) {
    Random random = new Random(people * 1_000L + acts);
    int alarms = 0;
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      long[] each = new long[people];
      for (int act = 0; act < acts; act++) {
        each[speaker.next(random)]++;
      }
      alarms += Concentration.of(circle(each, acts)) == Concentration.TOP_THREE ? 1 : 0;
    }
    return alarms;
  }

  private static Circle circle(long[] each, int acts) {
    long[] sorted = Arrays.stream(each).filter(one -> one > 0).sorted().toArray();
    long top = Arrays.stream(sorted).skip(Math.max(0, sorted.length - 3)).sum();
    return new Circle(acts, sorted.length, 1, top);
  }

  @Test
  void sentence_saysTheRuleWithItsFigures() {
    assertThat(Concentration.sentence(new Circle(40, 14, 6, 27)))
        .isEqualTo(
            "The top three of 14 people gave 68 % of the 40 acts of 90 days; even shares would be"
                + " 21 %, and the alarm begins at 61 %.");
    assertThat(Concentration.sentence(new Circle(3, 2, 1, 3))).contains("Fewer than 10 acts");
    assertThat(Concentration.sentence(new Circle(12, 2, 1, 12))).contains("All 12 acts");
    assertThat(Concentration.sentence(new Circle(40, 20, 6, 8))).contains("no alarm");
  }
}
