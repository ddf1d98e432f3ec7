package dev.vouch.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vouch.mention.Disclosure;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Sentiment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The JSON of a judgement, which others rely on. */
class JudgementJsonTest {
  private static final Judgement JUDGED =
      new Judgement(
          Intent.ADVOCACY,
          2 / 3.0,
          Map.of(Intent.ADVOCACY, 2 / 3.0, Intent.PRAISE, 1 / 3.0),
          Sentiment.POSITIVE,
          Map.of(Sentiment.POSITIVE, 1.0),
          Set.of(Driver.HUMAN_TOUCH),
          Disclosure.SAID,
          false,
          false,
          List.of("just \"get\" it"),
          "opennlp-bow 1");

  @Test
  void line_isExactlyThis() {
    assertThat(JudgementJson.line("<b> é\u0000", JUDGED))
        .isEqualTo(
            "{\"text\":\"<b> é\\u0000\",\"intent\":\"advocacy\",\"confidence\":0.6667,"
                + "\"intents\":{\"advocacy\":0.6667,\"praise\":0.3333},"
                + "\"sentiment\":\"positive\",\"sentiments\":{\"positive\":1.0},"
                + "\"drivers\":[\"human_touch\"],\"incentivised\":true,\"specific\":false,"
                + "\"abstained\":false,\"evidence\":[\"just \\\"get\\\" it\"],"
                + "\"model\":\"opennlp-bow 1\","
                + "\"kind\":\"recommendation\",\"aim\":\"buy\",\"competitor\":false}");
  }

  @Test
  void kindAndAim_areNullWhereNothingIsAdvocated() {
    String line = JudgementJson.line("hello", Classifier.shipped().judge("hello you all"));
    assertThat(line).endsWith("\"kind\":null,\"aim\":null,\"competitor\":false}");
  }

  @Test
  void shippedModels_nameEveryLabel() {
    JsonObject json =
        JsonParser.parseString(
                JudgementJson.line("hello", Classifier.shipped().judge("hello you all")))
            .getAsJsonObject();
    assertThat(json.keySet())
        .containsExactly(
            "text",
            "intent",
            "confidence",
            "intents",
            "sentiment",
            "sentiments",
            "drivers",
            "incentivised",
            "specific",
            "abstained",
            "evidence",
            "model",
            "kind",
            "aim",
            "competitor");
    assertThat(json.getAsJsonObject("intents").keySet()).hasSize(Intent.values().length);
    assertThat(json.getAsJsonObject("sentiments").keySet()).hasSize(Sentiment.values().length);
  }
}
