package dev.vouch.classify.train;

import dev.vouch.classify.Calibration;
import dev.vouch.classify.Choice;
import dev.vouch.classify.Settings;
import dev.vouch.classify.train.CrossValidation.Said;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds temperatures and thresholds from what cross-validation said. */
final class Fitting {
  /**
   * Real messages look less like the corpus than the corpus like itself, so the temperature that
   * fits the corpus is still too sure of them.
   */
  private static final double SHIFT = 1.25;

  /** Wanted share of true advocacy among what is called so, on the corpus at real shares. */
  private static final double PRECISION_WANTED = 0.77;

  private final List<Said> said;

  Fitting(List<Said> said) {
    this.said = said;
  }

  /** How the labels are shared out in the corpus. */
  Map<String, Double> shares() {
    return said.stream()
        .collect(
            Collectors.groupingBy(
                one -> one.gold().intent().wire(),
                TreeMap::new,
                Collectors.summingDouble(one -> 1.0 / said.size())));
  }

  Map<String, Double> temperatures() {
    Map<String, Double> temperatures = new LinkedHashMap<>();
    temperatures.put("intent", temperature(Said::intents, one -> one.gold().intent().wire()));
    temperatures.put(
        "sentiment", temperature(Said::sentiments, one -> one.gold().sentiment().wire()));
    return temperatures;
  }

  /** The temperature under which the true labels are least surprising, softened by the shift. */
  private double temperature(
      Function<Said, Map<String, Double>> head, Function<Said, String> label) {
    ToDoubleFunction<Double> surprise =
        temperature ->
            said.stream()
                .mapToDouble(
                    one ->
                        -Math.log(
                            Calibration.apply(head.apply(one), temperature)
                                .getOrDefault(label.apply(one), 1e-9)))
                .sum();
    double best =
        IntStream.rangeClosed(10, 60)
            .mapToObj(step -> step / 20.0)
            .min(Comparator.comparingDouble(surprise))
            .orElse(1.0);
    return Calibration.rounded(best * SHIFT);
  }

  /**
   * The lowest threshold from which on advocacy is right often enough, if every label came as often
   * as in real streams.
   */
  double advocacyThreshold(Settings settings) {
    for (int step = 20; step < 95; step++) {
      double threshold = step / 100.0;
      if (precision(settings, threshold) >= PRECISION_WANTED) {
        return threshold;
      }
    }
    return 0.95;
  }

  private double precision(Settings settings, double threshold) {
    double right = 0;
    double called = 0;
    for (Said one : said) {
      Map<Intent, Double> intents = calibrated(one, settings);
      if (Choice.decide(intents, threshold) == Intent.ADVOCACY) {
        String gold = one.gold().intent().wire();
        double weight =
            settings.expectedShares().getOrDefault(gold, 0.0)
                / settings.corpusShares().getOrDefault(gold, 1.0);
        called += weight;
        right += one.gold().intent() == Intent.ADVOCACY ? weight : 0;
      }
    }
    return called == 0 ? 0 : right / called;
  }

  static Map<Intent, Double> calibrated(Said one, Settings settings) {
    return Choice.keyed(
        Intent.class,
        Intent::fromWire,
        Calibration.apply(
            one.intents(),
            settings.temperatures().getOrDefault("intent", 1.0),
            settings.corpusShares(),
            settings.expectedShares()));
  }

  /** For each driver the threshold with the best F1. */
  Map<String, Double> driverThresholds() {
    Map<String, Double> thresholds = new LinkedHashMap<>();
    for (Driver driver : Driver.values()) {
      double best =
          IntStream.rangeClosed(2, 40)
              .mapToObj(step -> step / 50.0)
              .max(Comparator.comparingDouble(threshold -> driverF1(driver, threshold)))
              .orElse(0.5);
      thresholds.put(driver.wire(), best);
    }
    return thresholds;
  }

  private double driverF1(Driver driver, double threshold) {
    Tally tally = Tally.NONE;
    for (Said one : said) {
      boolean given = one.drivers().getOrDefault(driver, 0.0) >= threshold;
      tally = tally.plus(one.gold().drivers().contains(driver), given);
    }
    return tally.f1();
  }
}
