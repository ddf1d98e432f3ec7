package dev.vouch.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RushTest {
  private long now;
  private final Rush rush = new Rush(() -> now);

  private void arrive(int perSecond, int milliseconds) {
    int count = perSecond * milliseconds / 1_000;
    long gap = TimeUnit.MILLISECONDS.toNanos(milliseconds) / count;
    for (int i = 0; i < count; i++) {
      now += gap;
      rush.arrived();
    }
  }

  @Test
  void usualTraffic_restsNobody() {
    arrive(1_000, 2_000);
    assertThat(rush.restNanos(100)).isZero();
  }

  @Test
  void rush_restsWorkersNineTimesAsLongAsTheyWorked_aSecondAtMost() {
    arrive(5_000, 500);
    assertThat(rush.restNanos(1_000)).isEqualTo(9_000);
    assertThat(rush.restNanos(TimeUnit.SECONDS.toNanos(5))).isEqualTo(TimeUnit.SECONDS.toNanos(1));
  }

  @Test
  void rush_isForgottenSoonAfterItEnds() {
    arrive(5_000, 500);
    now += TimeUnit.MILLISECONDS.toNanos(301);
    assertThat(rush.restNanos(1_000)).isZero();
  }

  @Test
  void burstAfterSilence_isNoRushByItself() {
    now += TimeUnit.HOURS.toNanos(1);
    for (int i = 0; i < 100; i++) {
      rush.arrived();
    }
    assertThat(rush.restNanos(1_000)).isZero();
  }
}
