package dev.vouch.classify.train;

import dev.vouch.classify.Calibration;
import dev.vouch.classify.Choice;
import dev.vouch.classify.Said;
import dev.vouch.classify.Settings;
import dev.vouch.classify.Tuning;
import dev.vouch.classify.Verdict;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Finds temperatures and thresholds from what heads say of texts that they never saw. */
final class Fitting {
  /** From here on too few held-out rows are left to tell one threshold from the next. */
  private static final double HIGHEST = 0.7;

  /** Under this confidence a reading among nine labels is little better than a guess. */
  private static final double ABSTAIN_BELOW = 0.3;

  /**
   * Real messages look less like the corpus than the corpus like itself, so that the temperatures
   * that fit the corpus are still too sure of them: these factors raise them. Found on dev.
   */
  private static final double INTENT_SHIFT = 1.1;

  private static final double SENTIMENT_SHIFT = 1.35;

  private final List<Heard> heard;

  /** A labelled text and what was said of it. */
  record Heard(LabelledText gold, Said said) {}

  Fitting(List<Heard> heard) {
    this.heard = heard;
  }

  /**
   * @param precision wanted share of true advocacy among what is called so, at the shares of real
   *     streams; real messages reach some three quarters of what the corpus does
   */
  Tuning tuning(String model, double vectorShare, double precision, Settings shares) {
    Map<String, Double> temperatures = new LinkedHashMap<>();
    temperatures.put(
        Tuning.INTENT, INTENT_SHIFT * temperature(Said::intents, text -> text.intent().wire()));
    temperatures.put(
        Tuning.SENTIMENT,
        SENTIMENT_SHIFT * temperature(Said::sentiments, text -> text.sentiment().wire()));
    temperatures.replaceAll((question, temperature) -> Calibration.rounded(temperature));
    Tuning open = new Tuning(model, vectorShare, temperatures, 0, ABSTAIN_BELOW, 0.5, Map.of());
    return new Tuning(
        model,
        vectorShare,
        temperatures,
        advocacyThreshold(open, precision, shares),
        ABSTAIN_BELOW,
        best(said -> said.specific(), LabelledText::specific),
        driverThresholds());
  }

  /** The temperature under which the true labels are least surprising. */
  private double temperature(
      Function<Said, Map<String, Double>> head, Function<LabelledText, String> label) {
    ToDoubleFunction<Double> surprise =
        temperature ->
            heard.stream()
                .mapToDouble(
                    one ->
                        -Math.log(
                            Calibration.apply(head.apply(one.said()), temperature)
                                .getOrDefault(label.apply(one.gold()), 1e-9)))
                .sum();
    return IntStream.rangeClosed(8, 100)
        .mapToObj(step -> step / 20.0)
        .min(Comparator.comparingDouble(surprise))
        .orElse(1.0);
  }

  /**
   * The lowest threshold from which on advocacy is right often enough, if every label came as often
   * as in real streams.
   */
  private double advocacyThreshold(Tuning tuning, double wanted, Settings shares) {
    for (double threshold = 0.2;
        threshold < HIGHEST;
        threshold = Calibration.rounded(threshold + 0.01)) {
      if (precision(tuning, shares, threshold) >= wanted) {
        return threshold;
      }
    }
    return HIGHEST;
  }

  private double precision(Tuning tuning, Settings shares, double threshold) {
    double right = 0;
    double called = 0;
    for (Heard one : heard) {
      Map<Intent, Double> intents = Verdict.intents(one.said(), tuning, shares);
      if (Choice.decide(intents, threshold) == Intent.ADVOCACY) {
        String gold = one.gold().intent().wire();
        double weight =
            shares.expectedShares().getOrDefault(gold, 0.0)
                / shares.corpusShares().getOrDefault(gold, 1.0);
        called += weight;
        right += one.gold().intent() == Intent.ADVOCACY ? weight : 0;
      }
    }
    return called == 0 ? 0 : right / called;
  }

  private Map<String, Double> driverThresholds() {
    Map<String, Double> thresholds = new LinkedHashMap<>();
    for (Driver driver : Driver.values()) {
      thresholds.put(
          driver.wire(),
          best(
              said -> said.drivers().getOrDefault(driver, 0.0),
              text -> text.drivers().contains(driver)));
    }
    return thresholds;
  }

  /** The threshold with the best F1. */
  private double best(ToDoubleFunction<Said> probability, Function<LabelledText, Boolean> belongs) {
    return IntStream.rangeClosed(2, 40)
        .mapToObj(step -> step / 50.0)
        .max(Comparator.comparingDouble(threshold -> f1(threshold, probability, belongs)))
        .orElse(0.5);
  }

  private double f1(
      double threshold,
      ToDoubleFunction<Said> probability,
      Function<LabelledText, Boolean> belongs) {
    Tally tally = Tally.NONE;
    for (Heard one : heard) {
      boolean given = probability.applyAsDouble(one.said()) >= threshold;
      tally = tally.plus(belongs.apply(one.gold()), given);
    }
    return tally.f1();
  }
}
