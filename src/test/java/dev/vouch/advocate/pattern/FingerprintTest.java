package dev.vouch.advocate.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Knowing a near copy without keeping the text. */
class FingerprintTest {
  private static final String SCRIPT =
      "Lumo has changed how our team works together every day and we would never go back to the"
          + " old way of doing things";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hi all! Lumo has changed how our team works together every day, and we would never go back to the old way of doing things :tada:|true",
        "<@U1> Lumo has changed how our team works together every day and we would never go back to the old way of working https://lumo.test/r/77|true",
        "Lumo changed our day: reports that took two hours take ten minutes, so the whole team went over in March|false",
        "We would never go back, honestly: the audit log alone saved us from a nasty surprise last quarter|false",
      })
  void nearCopy_isKnown_andOtherWordsAreNot(String text, boolean near) {
    assertThat(Fingerprint.of(SCRIPT).orElseThrow().isNear(Fingerprint.of(text).orElseThrow()))
        .isEqualTo(near);
  }

  @Test
  void shortText_hasNone() {
    assertThat(Fingerprint.of("You should all try Lumo, it is great")).isPresent();
    assertThat(Fingerprint.of("You should all try Lumo, great! <https://lumo.test>")).isEmpty();
  }
}
