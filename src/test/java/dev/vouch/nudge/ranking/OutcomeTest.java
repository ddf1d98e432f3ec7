package dev.vouch.nudge.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.Heard;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.SlackTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {
  private static final Instant DONE = Instant.parse("2026-11-18T10:00:00Z");

  private static Heard heard(String said) {
    String[] parts = said.split("@");
    Instant at = DONE.plusSeconds(86_400L * Integer.parseInt(parts[1]));
    return new Heard(
        new MentionId("C1", SlackTime.ts(at)),
        "UANA",
        Intent.fromWire(parts[0]),
        Intent.NEUTRAL,
        0.9,
        Sentiment.NEUTRAL,
        false,
        false,
        List.of(),
        "https://acme.slack.com/x",
        "rule",
        null);
  }

  /** What they said, each with the day after it was done. */
  @ParameterizedTest
  @CsvSource({
    "praise@3, DID_GOOD",
    "advocacy@29, DID_GOOD",
    "complaint@3, DID_NO_GOOD",
    "praise@3 warning@9, DID_NO_GOOD",
    "question@3 neutral@4, ",
    "praise@-3 complaint@-1, ",
    "praise@31, ",
    "complaint@40 praise@2, DID_GOOD",
  })
  void outcome_isWhatTheySaidInTheMonthAfter(String said, Lesson lesson) {
    assertThat(Outcome.of(Arrays.stream(said.split(" ")).map(OutcomeTest::heard).toList(), DONE))
        .isEqualTo(java.util.Optional.ofNullable(lesson));
  }
}
