package dev.vouch.classify.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.classify.text.Nameless;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The cues hold what their examples promise. */
class CueTest {
  static List<Cue> shipped() {
    return Cue.shipped();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void cue_isFoundInItsExample(Cue cue) {
    assertThat(names(cue.example())).contains(cue.name());
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void cue_isSilentWithoutItsWords(Cue cue) {
    assertThat(names("ghwqx zxvbn")).doesNotContain(cue.name());
  }

  @Test
  void labels_areKnownAndNamesUnique() {
    List<String> known =
        Stream.concat(
                Arrays.stream(Intent.values()).map(Intent::wire),
                Arrays.stream(Driver.values()).map(Driver::wire))
            .toList();
    assertThat(Cue.shipped()).extracting(Cue::label).allMatch(known::contains);
    assertThat(Cue.shipped()).extracting(Cue::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "I can't recommend them enough, recommend_enough, not_recommend",
    "I can’t recommend them enough, recommend_enough, not_recommend",
    "I can't recommend them, not_recommend, recommend_enough",
    "wouldn't recommend it, not_recommend, recommend",
    "would you recommend it?, asks_first, recommended",
    "they never recommend anything, not_recommend, recommend",
  })
  void negation_turnsTheCue(String text, String there, String absent) {
    assertThat(names(text)).contains(there).doesNotContain(absent);
  }

  @Test
  void folding_keepsPlaces() {
    String text = "İstanbul’s BEST \uD83D\uDE00 Tool";
    assertThat(Cue.fold(text)).hasSameSizeAs(text).contains("'s best").endsWith("tool");
  }

  @Test
  void negation_doesNotDenyWithinAKindCue() {
    assertThat(Features.of(Nameless.of("can't recommend it enough")).names())
        .contains("w=recommend");
    assertThat(Features.of(Nameless.of("can't recommend it")).names()).contains("n=recommend");
  }

  private static List<String> names(String text) {
    return Cue.find(Cue.fold(text)).stream().map(hit -> hit.cue().name()).toList();
  }
}
