package dev.vouch.advocate.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Place;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.SlackTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long somebody waited for us. */
class ResponseTimeTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  private static Heard said(Intent intent, int daysAgo, int hours) {
    MentionId id = new MentionId("C1", SlackTime.ts(NOW.minus(Duration.ofDays(daysAgo))));
    Heard heard =
        new Heard(
            id,
            "U1",
            intent,
            Intent.NEUTRAL,
            0.9,
            Sentiment.NEUTRAL,
            false,
            false,
            List.of("how?"),
            "https://acme.slack.com/archives/C1/p1",
            "test",
            null);
    return hours < 0
        ? heard
        : heard.at(
            heard
                .place()
                .answered(new Place.Answer("UREP", id.at().plus(Duration.ofHours(hours)))));
  }

  @Test
  void medianOfThoseAnswered_andHowManyWait() {
    assertThat(
            ResponseTime.of(
                List.of(
                    said(Intent.QUESTION, 1, -1),
                    said(Intent.QUESTION, 2, 50),
                    said(Intent.COMPLAINT, 3, 2),
                    said(Intent.QUESTION, 4, 5)),
                NOW))
        .contains(new ResponseTime(Duration.ofHours(5), 4, 3));
    assertThat(ResponseTime.of(List.of(said(Intent.QUESTION, 1, -1)), NOW))
        .contains(new ResponseTime(null, 1, 0));
  }

  @Test
  void whatWantedNoAnswer_orIsLongPast_countsForNothing() {
    assertThat(
            ResponseTime.of(List.of(said(Intent.PRAISE, 1, 1), said(Intent.QUESTION, 91, 1)), NOW))
        .isEmpty();
  }
}
