package dev.vouch.classify.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseTest {

  private static String around(String text, String words) {
    int start = text.indexOf(words);
    Clause clause = Clause.around(text, start, start + words.length());
    return text.substring(clause.start(), clause.end()).strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We moved in March. Just get it! Really.|get it|Just get it!",
        "Just get it|get|Just get it",
        "It took 3.5 days. Now 1.|3.5|It took 3.5 days.",
        "Ask lumo.example about it. Bye.|about|Ask lumo.example about it.",
        "one. two|two|two"
      })
  void sentence_isShownWhole(String text, String words, String shown) {
    assertThat(around(text, words)).isEqualTo(shown);
  }

  @Test
  void longSentence_isCutToThePartBetweenCommas() {
    String text = "w ".repeat(60) + "and so, you should really just get it, " + "x ".repeat(60);
    assertThat(around(text, "get it")).isEqualTo("you should really just get it,");
  }

  @Test
  void endlessClause_isCutToWholeWords_aroundTheOnesThatCount() {
    String text = "word ".repeat(200) + "get it " + "more ".repeat(200);
    assertThat(around(text, "get it")).contains("get it").hasSizeLessThanOrEqualTo(160);
  }

  @Test
  void emoji_areNeverCutInHalf() {
    String text = "\uD83D\uDE00".repeat(300);
    for (int start = 0; start < 590; start += 7) {
      Clause clause = Clause.around(text, start, start + 2);
      assertThat(text.substring(clause.start(), clause.end()).length() % 2).isZero();
    }
  }
}
