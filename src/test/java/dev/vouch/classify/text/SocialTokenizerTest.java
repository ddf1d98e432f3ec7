package dev.vouch.classify.text;

import static org.assertj.core.api.Assertions.assertThat;

import opennlp.tools.util.Span;
import org.junit.jupiter.api.Test;

/** What the tokenizer keeps together. */
class SocialTokenizerTest {
  private final SocialTokenizer tokenizer = new SocialTokenizer();

  @Test
  void chatWriting_isCutWhereItsPartsMeet() {
    assertThat(
            tokenizer.tokenize(
                "@dana don't!!! #win 40% of $3k :tada: 😀😀 :) https://x.example/a?b"))
        .containsExactly(
            "@dana",
            "don't",
            "!!!",
            "#win",
            "40%",
            "of",
            "$3k",
            ":tada:",
            "😀",
            "😀",
            ":)",
            "https://x.example/a?b");
  }

  @Test
  void spans_pointAtTheirTokens() {
    String text = "well… I’m “in”, ok?";
    Span[] spans = tokenizer.tokenizePos(text);
    assertThat(Span.spansToStrings(spans, text)).isEqualTo(tokenizer.tokenize(text));
    assertThat(tokenizer.tokenize(text)).contains("I’m", "in", "ok", "?");
  }

  @Test
  void emptyText_hasNoTokens() {
    assertThat(tokenizer.tokenize(" \n\t")).isEmpty();
  }
}
