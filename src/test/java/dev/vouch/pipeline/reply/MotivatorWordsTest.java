package dev.vouch.pipeline.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.Heard;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Sentiment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people's own words hint at, and what they do not. */
class MotivatorWordsTest {

  private static Heard heard(String words) {
    return new Heard(
        new MentionId("C1", "1764000100.000100"),
        "UJON",
        Intent.PRAISE,
        Intent.NEUTRAL,
        0.9,
        Sentiment.POSITIVE,
        false,
        false,
        List.of(words),
        "https://x.example/p1",
        "rule 1",
        null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      value = {
        "RECOGNITION|we were proud to be featured on your page",
        "ACCESS|can we get into the beta?",
        "EXPERIENCE|the summit was the best part of my year",
        "CAREER|it got me promoted, honestly",
        "PEERS|I would like to meet other people with this problem",
        "INFLUENCE|love that you took up my suggestion",
        "GIVING_BACK|happy to help anyone who is stuck with it"
      })
  void words_hintAtWhatMovesThem(Motivator motivator, String words) {
    assertThat(MotivatorWords.likely(List.of(heard(words)))).containsEntry(motivator, words);
  }

  @Test
  void wordsBehindAHundredSentences_areNotLookedAt() {
    List<Heard> all = new ArrayList<>(Collections.nCopies(99, heard("the export is down")));
    all.add(heard("can we get into the beta?"));
    all.add(heard("it got me promoted, honestly"));
    assertThat(MotivatorWords.likely(all)).containsOnlyKeys(Motivator.ACCESS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"the export is down again", "it cut our month-end", "how do I log in?"})
  void otherWords_hintAtNothing(String words) {
    assertThat(MotivatorWords.likely(List.of(heard(words)))).isEmpty();
  }
}
