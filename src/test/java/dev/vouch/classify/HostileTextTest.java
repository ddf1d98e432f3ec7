package dev.vouch.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.vouch.classify.text.SlackText;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text at all is decoded and judged, and the judgement keeps its promises. */
class HostileTextTest {
  private static final Classifier CLASSIFIER = Classifier.shipped();

  @Property(tries = 300)
  void anyChars_areDecodedAndJudged(@ForAll String raw) {
    check(raw);
  }

  @Property(tries = 300)
  void anyMarkup_isDecodedAndJudged(@ForAll("markup") String raw) {
    check(raw);
  }

  @Provide
  Arbitrary<String> markup() {
    return Arbitraries.of(
            "<@U123|",
            ">",
            "<",
            "&lt;",
            "&amp;",
            "&gt;",
            "```",
            "`",
            "*",
            "_",
            "~",
            ":+1:",
            ":",
            "\n",
            "<https://x.example|",
            "|",
            "recommend",
            " not ",
            "don't",
            " ",
            "?",
            "😀",
            "\uD83D",
            "\u0000",
            "+1",
            "^",
            "RT @a",
            "שלום",
            "free",
            "'",
            "\"",
            "^^",
            "100%",
            "from 3 to 4")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  private static void check(String raw) {
    String plain = SlackText.decode(raw).plain();
    assertThat(plain.codePoints()).noneMatch(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF);
    Judgement judged = CLASSIFIER.judge(plain);
    assertThat(sum(judged)).isCloseTo(1, Offset.offset(1e-6));
    assertThat(judged.confidence()).isEqualTo(judged.intents().get(judged.intent()));
    assertThat(judged.evidence()).hasSizeLessThanOrEqualTo(5).allMatch(plain::contains);
    assertThat(JudgementJson.line(raw, judged)).doesNotContain("\n").startsWith("{\"text\":");
  }

  private static double sum(Judgement judged) {
    return judged.intents().values().stream().mapToDouble(Double::doubleValue).sum();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a'",
        "😀",
        "recommend ",
        "don't ",
        "from 3 to ",
        "would be ",
        "@a ",
        "http://x ",
        "!",
        "^",
        "שלום ",
        "one two three ",
        "i have told my ",
        "the best the most the only ",
        "?",
        "<3",
        "8 ",
        "and like, rt ",
        "this ",
        "what do ",
        "_",
        ": ",
        "like&"
      })
  void tenThousandChars_areJudgedInASecond(String piece) {
    String text = piece.repeat(20_000 / piece.length());
    assertTimeout(Duration.ofSeconds(3), () -> CLASSIFIER.judge(text));
  }

  @Test
  void unjoinedSurrogates_areJudged() {
    assertThat(CLASSIFIER.judge("\uD83D \uDE00 \uD83D").intent()).isNotEqualTo(Intent.ADVOCACY);
  }
}
