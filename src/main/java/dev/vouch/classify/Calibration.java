package dev.vouch.classify;

import java.util.LinkedHashMap;
import java.util.Map;

/** Turns what a head says into probabilities that can be believed. */
public final class Calibration {
  private Calibration() {}

  /**
   * Softens by temperature, then moves from the shares of labels that a head was trained on to
   * those expected where it reads; the result adds up to 1.
   *
   * @param temperature above 1 softens, below 1 sharpens
   */
  public static Map<String, Double> apply(
      Map<String, Double> said,
      double temperature,
      Map<String, Double> trained,
      Map<String, Double> expected) {
    Map<String, Double> weighed = new LinkedHashMap<>();
    said.forEach(
        (label, p) -> {
          double prior = expected.getOrDefault(label, 1.0) / trained.getOrDefault(label, 1.0);
          weighed.put(label, Math.pow(Math.max(p, 1e-9), 1 / temperature) * prior);
        });
    double sum = weighed.values().stream().mapToDouble(Double::doubleValue).sum();
    weighed.replaceAll((label, p) -> p / sum);
    return weighed;
  }

  /** Softens by temperature alone. */
  public static Map<String, Double> apply(Map<String, Double> said, double temperature) {
    return apply(said, temperature, Map.of(), Map.of());
  }

  /** A probability or another figure with the four digits that are worth showing. */
  public static double rounded(double figure) {
    return Math.round(figure * 10_000) / 10_000.0;
  }
}
