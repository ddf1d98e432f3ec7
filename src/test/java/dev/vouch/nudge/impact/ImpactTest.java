package dev.vouch.nudge.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.nudge.Holdout;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.impact.Impact.Arm;
import dev.vouch.nudge.impact.Impact.Estimate;
import dev.vouch.nudge.impact.Impact.TooFew;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the interval holds what it promises, on simulated people of whom the truth is known. */
class ImpactTest {
  private static final int STUDIES = 6_000;

  /**
   * People differ (a gamma of that shape) and act by chance (Poisson); who is held out is drawn.
   * Means, spreads and sizes were chosen before the method was.
   */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.3, 400, 0", "0.5, 0.8, 1500, 0.5", "1, 0.3, 1500, 0.5", "1, 0.8, 400, 0",
    "1, 2, 400, 0.5", "2, 0.3, 400, 0.5", "2, 0.8, 1500, 0", "2, 2, 1500, 0.5",
  })
  void interval_holdsTheTruthInNinetyFiveOfAHundred(
      double shape, double mean, int people, double more) {
    Random random = new Random(11);
    int told = 0;
    int held = 0;
    for (int study = 0; study < STUDIES; study++) {
      if (study(random, shape, mean, people, more) instanceof Estimate estimate) {
        told++;
        double truth = mean * more;
        held += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
      }
    }
    assertThat(told).isGreaterThan(STUDIES * 9 / 10);
    assertThat(held / (double) told).isBetween(0.94, 0.96);
  }

  private static Impact study(Random random, double shape, double mean, int people, double more) {
    List<Integer> nudged = new ArrayList<>();
    List<Integer> heldOut = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      double keen = gamma(random, shape) * mean / shape;
      if (random.nextDouble() < Holdout.USUAL_SHARE) {
        heldOut.add(poisson(random, keen));
      } else {
        nudged.add(poisson(random, keen * (1 + more)));
      }
    }
    return Impact.of(new Arm(nudged), new Arm(heldOut));
  }

  /**
   * A nudge follows an act, so it follows a keen moment. Where nudges do nothing at all, acts fall
   * off after them, or, counted from a quiet month before, rise; the drawn comparison sees nothing.
   */
  @Test
  void beforeAndAfter_isBiasedOnTheSamePeople_andTheDrawnComparisonIsNot() {
    Random random = new Random(3);
    double before = 0;
    double after = 0;
    List<Integer> nudged = new ArrayList<>();
    List<Integer> heldOut = new ArrayList<>();
    for (int person = 0; person < 20_000; person++) {
      double keen = gamma(random, 0.5) * 2;
      int first = poisson(random, keen);
      int second = poisson(random, keen);
      if (first == 0) {
        continue; // Who has not acted gets no nudge, and is not counted on either side.
      }
      if (random.nextDouble() < Holdout.USUAL_SHARE) {
        heldOut.add(second);
      } else {
        nudged.add(second);
        before += first;
        after += second;
      }
    }
    Estimate drawn = (Estimate) Impact.of(new Arm(nudged), new Arm(heldOut));

    assertThat(after / before).isLessThan(0.85);
    assertThat(drawn.low()).isLessThan(0);
    assertThat(drawn.high()).isGreaterThan(0);
    assertThat(drawn.isClear()).isFalse();
  }

  @Test
  void tooFewPeopleOrActs_areNoEstimate() {
    Arm enough = new Arm(Collections.nCopies(40, 2));
    assertThat(Impact.of(enough, new Arm(Collections.nCopies(29, 2)))).isInstanceOf(TooFew.class);
    assertThat(Impact.of(enough, new Arm(Collections.nCopies(30, 2)))).isInstanceOf(Estimate.class);
    assertThat(
            Impact.of(new Arm(Collections.nCopies(400, 0)), new Arm(Collections.nCopies(400, 0))))
        .isInstanceOf(TooFew.class);
  }

  @Test
  void aLargeEffect_isClear() {
    Arm nudged = new Arm(IntStream.range(0, 400).mapToObj(i -> i % 4).toList());
    Arm heldOut = new Arm(IntStream.range(0, 60).mapToObj(i -> i % 8 == 0 ? 1 : 0).toList());
    Estimate estimate = (Estimate) Impact.of(nudged, heldOut);
    assertThat(estimate.isClear()).isTrue();
    assertThat(estimate.low()).isBetween(1.0, estimate.difference());
  }

  @Test
  void holdout_isTheSameHoweverOftenItIsAsked_andAnotherNextQuarter() {
    Holdout holdout = new Holdout("salt", 0.5);
    Instant now = Instant.parse("2026-11-26T10:00:00Z");
    Instant next = Instant.parse("2027-01-01T00:00:00Z");
    int changed = 0;
    for (int person = 0; person < 1_000; person++) {
      String id = "U" + person;
      boolean held = holdout.holds(id, NudgeKind.DELIGHT, now);
      assertThat(holdout.holds(id, NudgeKind.DELIGHT, now.plusSeconds(86_400))).isEqualTo(held);
      changed += held == holdout.holds(id, NudgeKind.DELIGHT, next) ? 0 : 1;
    }
    assertThat(changed).isBetween(430, 570);
  }

  @Test
  void holdout_holdsItsShare_eachKindAndWorkspaceByItself() {
    Instant now = Instant.parse("2026-11-26T10:00:00Z");
    Holdout one = new Holdout("one", 0.1);
    Holdout other = new Holdout("other", 0.1);
    int held = 0;
    int both = 0;
    int elsewhere = 0;
    for (int person = 0; person < 10_000; person++) {
      boolean here = one.holds("U" + person, NudgeKind.DELIGHT, now);
      held += here ? 1 : 0;
      both += here && one.holds("U" + person, NudgeKind.EXEC_INTRO, now) ? 1 : 0;
      elsewhere += here && other.holds("U" + person, NudgeKind.DELIGHT, now) ? 1 : 0;
    }
    assertThat(held).isBetween(910, 1_090);
    assertThat(both).isBetween(70, 130);
    assertThat(elsewhere).isBetween(70, 130);
  }

  @Test
  void nobody_isHeldOutOfNothing() {
    Holdout none = new Holdout("salt", 0);
    assertThat(
            IntStream.range(0, 1_000)
                .anyMatch(i -> none.holds("U" + i, NudgeKind.DELIGHT, Instant.EPOCH)))
        .isFalse();
  }

  private static int poisson(Random random, double mean) {
    double limit = Math.exp(-mean);
    int count = -1;
    for (double product = 1; product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  /** Marsaglia and Tsang, ACM Transactions on Mathematical Software 26, 2000. */
  private static double gamma(Random random, double shape) {
    if (shape < 1) {
      return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1 / 3.0;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
