package dev.vouch.classify.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.vouch.classify.Calibration;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Sentiment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The arithmetic of scores, and of moving shares. */
class ScoresTest {
  private static Scored scored(Intent gold, Intent given) {
    LabelledText text =
        new LabelledText("x", gold, Sentiment.NEUTRAL, Set.of(), false, true, false, "g");
    return new Scored(text, given, Sentiment.NEUTRAL, Set.of(), false, false);
  }

  @Test
  void figures_followTheirDefinitions() {
    Scores scores =
        Scores.of(
            List.of(
                scored(Intent.ADVOCACY, Intent.ADVOCACY),
                scored(Intent.ADVOCACY, Intent.PRAISE),
                scored(Intent.PRAISE, Intent.ADVOCACY),
                scored(Intent.PRAISE, Intent.PRAISE),
                scored(Intent.AMPLIFICATION, Intent.AMPLIFICATION),
                scored(Intent.NEUTRAL, Intent.NEUTRAL)));
    assertThat(scores.advocacy().precision()).isEqualTo(0.5);
    assertThat(scores.advocacy().recall()).isEqualTo(0.5);
    assertThat(scores.intentMacroF1()).isEqualTo((0.5 + 0.5 + 1 + 1) / 4, offset(1e-9));
    assertThat(scores.likesForAdvocacy()).isEqualTo(1 / 3.0, offset(1e-9));
    assertThat(scores.confusions().get(Intent.PRAISE)).containsEntry(Intent.ADVOCACY, 1);
    assertThat(scores.specific().recall()).isZero();
    assertThat(scores.figures()).containsEntry("likesForAdvocacy", 0.3333);
  }

  @Test
  void nothingScored_isZeroNotAnError() {
    assertThat(Scores.of(List.of()).intentMacroF1()).isZero();
  }

  @Test
  void expectedShares_moveProbabilities() {
    Map<String, Double> moved =
        Calibration.apply(
            Map.of("a", 0.5, "b", 0.5), 1, Map.of("a", 0.5, "b", 0.5), Map.of("a", 0.2, "b", 0.8));
    assertThat(moved.get("b")).isEqualTo(0.8, offset(1e-9));
  }

  @Test
  void temperature_softens() {
    Map<String, Double> soft = Calibration.apply(Map.of("a", 0.9, "b", 0.1), 2);
    assertThat(soft.get("a")).isEqualTo(0.75, offset(1e-9));
  }
}
