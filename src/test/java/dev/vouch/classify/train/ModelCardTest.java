package dev.vouch.classify.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouch.classify.Settings;
import dev.vouch.classify.Tuning;
import dev.vouch.mention.Disclosure;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Sentiment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The card names what the models were made of, and every figure in it was measured. */
class ModelCardTest {
  private static final Tuning TUNING =
      new Tuning("m", 0.7, Map.of("intent", 1.5), 0.47, 0.3, 0.4, Map.of("community", 0.2));
  private static final Settings SETTINGS =
      new Settings(
          3,
          12_786,
          "abc",
          Map.of("praise", 0.2),
          Map.of("praise", 0.17),
          Map.of("positive", 0.4),
          Map.of("positive", 0.32),
          TUNING,
          TUNING,
          Map.of());

  @TempDir Path models;

  private ModelCard card;

  @BeforeEach
  void corpus() throws Exception {
    Path corpus = Files.createDirectories(models.resolve("corpus"));
    Files.writeString(corpus.resolve("some.tsv"), "id\tregister\n1\tb2b\n2\tdev\n3\tb2b\n");
    Files.writeString(models.resolve("real-labels.tsv"), "source\tref\nrust\t1\nrust\t2\n");
    card = new ModelCard(models, corpus);
  }

  private static Measurement measurement() {
    LabelledText text =
        new LabelledText(
            "x", Intent.PRAISE, Sentiment.POSITIVE, Set.of(), false, false, false, "g", 1);
    Judgement judged =
        new Judgement(
            Intent.PRAISE,
            0.9,
            Map.of(Intent.PRAISE, 0.9),
            Sentiment.POSITIVE,
            Map.of(Sentiment.POSITIVE, 0.8),
            Set.of(),
            Disclosure.NOTHING,
            false,
            false,
            List.of(),
            "m");
    return new Measurement(Map.of("some.tsv", Evaluation.of(List.of(text), one -> judged)));
  }

  @Test
  void card_saysWhatGoesWithModels() throws Exception {
    card.write(SETTINGS, measurement());
    assertThat(models.resolve("README.md"))
        .content()
        .contains("Apache-2.0", "CC BY 4.0", "Kummerfeld", "rust 2", "## Known failures")
        .contains("| b2b | 2 | 2 |", "| intentMacroF1 | 1.000 (1.000 to 1.000) |")
        .contains("| advocacy from | 0.47 |", "| praise | 0.2 | 0.17 |", "12,786")
        .doesNotContain("{{");
  }

  @Test
  void figuresOfOtherCommands_areTaken() throws Exception {
    Files.writeString(models.resolve("bench.json"), "{\"words\":{\"p50\":1.5},\"on\":[2]}");
    assertThat(card.text(SETTINGS, measurement())).contains("| words p50 | 1.5 |", "| on | [2] |");
    Files.writeString(models.resolve("encoder.json"), "{nonsense");
    assertThatThrownBy(() -> card.text(SETTINGS, measurement()))
        .hasMessageContaining("encoder.json");
  }

  @Test
  void figures_becomeBaselines() {
    assertThat(measurement().figures().get("some.tsv")).containsEntry("intentMacroF1", 1.0);
  }
}
