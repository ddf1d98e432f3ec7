package dev.vouch.pipeline.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.classify.Effort;
import org.junit.jupiter.api.Test;

/** Words alone are read while thousands of messages wait, and until most of them are worked off. */
class PressureTest {
  private final Pressure pressure = new Pressure();

  @Test
  void fewWaiting_costWhatTheyMay() {
    assertThat(pressure.effort()).isEqualTo(Effort.FULL);
    pressure.waiting(5_000);
    assertThat(pressure.effort()).isEqualTo(Effort.FULL);
  }

  @Test
  void thousandsWaiting_areReadByWordsUntilFewAreLeft() {
    pressure.waiting(5_001);
    assertThat(pressure.effort()).isEqualTo(Effort.WORDS);
    pressure.waiting(1_001);
    assertThat(pressure.effort()).isEqualTo(Effort.WORDS);
    pressure.waiting(1_000);
    assertThat(pressure.effort()).isEqualTo(Effort.FULL);
  }
}
