package dev.vouch.classify.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vouch.classify.Calibration;
import dev.vouch.mention.Disclosure;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Sentiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The arithmetic of scores, and of moving shares. */
class ScoresTest {
  private static LabelledText text(Intent gold, boolean hard) {
    return new LabelledText(
        gold.wire(), gold, Sentiment.NEUTRAL, Set.of(), false, true, hard, "g", 1);
  }

  private static Judgement judged(Intent given, double confidence, boolean abstained) {
    return new Judgement(
        given,
        confidence,
        Map.of(given, confidence),
        Sentiment.NEUTRAL,
        Map.of(Sentiment.NEUTRAL, 0.5),
        Set.of(Driver.COMMUNITY),
        Disclosure.NOTHING,
        false,
        abstained,
        List.of(),
        "of a test");
  }

  private static Scored scored(Intent gold, Intent given) {
    return Scored.of(text(gold, false), judged(given, 0.75, false));
  }

  private static final List<Scored> SIX =
      List.of(
          scored(Intent.ADVOCACY, Intent.ADVOCACY),
          scored(Intent.ADVOCACY, Intent.PRAISE),
          scored(Intent.PRAISE, Intent.ADVOCACY),
          scored(Intent.PRAISE, Intent.PRAISE),
          scored(Intent.AMPLIFICATION, Intent.AMPLIFICATION),
          scored(Intent.NEUTRAL, Intent.NEUTRAL));

  @Test
  void figures_followTheirDefinitions() {
    Scores scores = Scores.of(SIX);
    assertThat(scores.advocacy().precision()).isEqualTo(0.5);
    assertThat(scores.advocacy().recall()).isEqualTo(0.5);
    assertThat(scores.intentMacroF1()).isEqualTo((0.5 + 0.5 + 1 + 1) / 4, offset(1e-9));
    assertThat(scores.likesForAdvocacy()).isEqualTo(1 / 3.0, offset(1e-9));
    assertThat(scores.confusions().get(Intent.PRAISE)).containsEntry(Intent.ADVOCACY, 1);
    assertThat(scores.specific().recall()).isZero();
    assertThat(scores.anyDriver()).isEqualTo(new Tally(0, 6, 0));
    assertThat(scores.figures()).containsEntry("likesForAdvocacy", 0.3333);
  }

  @Test
  void confidence_isHeldAgainstWhatIsRight() {
    Reliability reliability = Scores.of(SIX).intentReliability();
    assertThat(reliability.bins()).hasSize(10);
    assertThat(reliability.bins().get(7).rows()).isEqualTo(6);
    assertThat(reliability.bins().get(7).right()).isEqualTo(4 / 6.0, offset(1e-9));
    assertThat(reliability.error()).isEqualTo(0.75 - 4 / 6.0, offset(1e-9));
    assertThat(Scores.of(SIX).figures()).containsEntry("sentimentEce", 0.5);
  }

  @Test
  void bins_countByTheirRows() {
    List<Double> sure = List.of(1.0, 1.0, 1.0, 0.05);
    Reliability reliability = Reliability.of(sure, one -> one, one -> one > 0.5);
    assertThat(reliability.bins().get(9).rows()).isEqualTo(3);
    assertThat(reliability.error()).isEqualTo(0.05 / 4, offset(1e-9));
  }

  @Test
  void abstaining_leavesTheRowOutOfTheOtherFigure() {
    List<Scored> scored = new ArrayList<>(SIX);
    scored.set(1, Scored.of(text(Intent.ADVOCACY, false), judged(Intent.PRAISE, 0.2, true)));
    scored.set(2, Scored.of(text(Intent.PRAISE, false), judged(Intent.ADVOCACY, 0.2, true)));
    Scores scores = Scores.of(scored);
    assertThat(scores.abstained()).isEqualTo(1 / 3.0, offset(1e-9));
    assertThat(scores.intentMacroF1NotAbstained()).isEqualTo(1);
    assertThat(scores.intentMacroF1()).isEqualTo(0.75, offset(1e-9));
  }

  @Test
  void nothingScored_isZeroNotAnError() {
    assertThat(Scores.of(List.of()).intentMacroF1()).isZero();
    assertThat(Scores.of(List.of()).figures().values()).allMatch(figure -> figure == 0);
    assertThat(Evaluation.of(List.of(), text -> judged(Intent.NEUTRAL, 1, false)))
        .containsOnlyKeys("all");
  }

  @Test
  void baseline_isMissedInTheWorseDirectionOnly() {
    Scores scores = Scores.of(SIX);
    assertThat(scores.shortOf(Map.of("intentMacroF1", 0.5, "likesForAdvocacy", 0.5), 0)).isEmpty();
    assertThat(scores.shortOf(Map.of("intentMacroF1", 0.76), 0)).hasSize(1);
    assertThat(scores.shortOf(Map.of("intentMacroF1", 0.76), 0.02)).isEmpty();
    assertThat(scores.shortOf(Map.of("likesForAdvocacy", 0.2), 0.02))
        .containsExactly("likesForAdvocacy 0.3333, was 0.2");
    assertThat(scores.shortOf(Map.of("intentEce", 0.01), 0.02)).hasSize(1);
    assertThat(scores.shortOf(Map.of("noSuchFigure", 0.1), 1)).hasSize(1);
  }

  @Test
  void interval_holdsTheFigure_andIsTheSameEachTime() {
    List<Integer> rows = IntStream.range(0, 200).map(i -> i % 4 == 0 ? 0 : 1).boxed().toList();
    Map<String, Interval> first = Interval.bootstrap(rows, ScoresTest::mean);
    Interval interval = first.get("mean");
    assertThat(interval.low()).isBetween(0.66, 0.72);
    assertThat(interval.high()).isBetween(0.78, 0.84);
    assertThat(Interval.bootstrap(rows, ScoresTest::mean)).isEqualTo(first);
  }

  private static Map<String, Double> mean(List<Integer> rows) {
    return Map.of("mean", rows.stream().mapToInt(Integer::intValue).average().orElse(0));
  }

  @Test
  void hardRows_areLeftOutOfTheSecondEvaluation() {
    List<LabelledText> texts =
        List.of(
            text(Intent.PRAISE, false), text(Intent.NEUTRAL, false), text(Intent.WARNING, true));
    Map<String, Evaluation> both =
        Evaluation.of(texts, one -> judged(Intent.fromWire(one), 0.9, false));
    assertThat(both.get("all").scores().rows()).isEqualTo(3);
    assertThat(both.get("notHard").scores().rows()).isEqualTo(2);
    assertThat(both.get("all").intervals())
        .containsEntry("sentimentMacroRecall", new Interval(1, 1))
        .doesNotContainKeys("rows", "intentEce");
    assertThat(ScoresReport.text("all", both.get("all")))
        .contains("human_touch", "any driver", "confidence in sentiment", "(1.0000 to 1.0000)");
    JsonObject json =
        JsonParser.parseString(ScoresJson.of(both)).getAsJsonObject().getAsJsonObject("all");
    assertThat(json.keySet())
        .contains("intentMacroF1", "intents", "confusions", "drivers", "intentReliability");
    assertThat(json.getAsJsonObject("intervals").getAsJsonArray("intentMacroF1")).hasSize(2);
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
