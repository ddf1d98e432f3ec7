package dev.vouch.classify.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnWordsTest {
  static List<TurnCue> shipped() {
    return TurnCue.shipped();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void cue_isFoundInItsExample_andNotInNonsense(TurnCue cue) {
    assertThat(cue.isFoundIn(OwnWords.of(cue.example()).folded())).isTrue();
    assertThat(cue.isFoundIn("ghwqx zxvbn")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1",
        "this ^",
        "Same here!",
        ":tada:",
        "👍👍",
        "me too :(",
        "wow. same.",
        "so much this",
        "+1 from our side as well",
        "This.",
        "what <@U123ABC> said"
      })
  void bareSecond_isOne(String text) {
    assertThat(OwnWords.of(text).second()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yes",
        "same here, and our recalls doubled",
        "this broke again",
        "+1 seat please"
      })
  void moreThanASecond_isNone(String text) {
    assertThat(OwnWords.of(text).second()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&gt; the best there is",
        "<https://lumo.example/a|Lumo is the best>",
        "“the best tool that anybody could buy” via their blog",
        "---------- Forwarded message ---------\nEveryone should switch!"
      })
  void wordsOfOthers_areNotTheAuthors(String text) {
    OwnWords own = OwnWords.of(text);
    assertThat(own.onlyPassesOn(false)).isTrue();
    assertThat(own.folded()).doesNotContain("best", "switch");
  }

  @Test
  void shortQuote_isEmphasis() {
    assertThat(OwnWords.of("their \"smart\" import is smart").folded()).contains("\"smart\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"anyone know how to export?", "anyone using SSO? we get an error", "hi"})
  void helpWanted_isNoChoice(String text) {
    assertThat(OwnWords.of(text).asksForAChoice()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a a a a a ",
        ":a",
        "<https://a ",
        "no one we ",
        "this ^ ",
        "(\"",
        "is it a ",
        "' "
      })
  void hostileText_isReadInNoTime(String piece) {
    String text = piece.repeat(40_000 / piece.length());
    assertTimeout(
        Duration.ofSeconds(2),
        () -> {
          OwnWords own = OwnWords.of(text);
          own.second();
          own.asksForAChoice();
          own.argues();
          own.pointsOnly();
          own.onlyPassesOn(true);
        });
  }
}
