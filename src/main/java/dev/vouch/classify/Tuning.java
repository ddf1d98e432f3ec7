package dev.vouch.classify;

import java.util.Map;

/**
 * How what one kind of model says becomes a judgement.
 *
 * @param model name of the kind of model
 * @param vectorShare weight of the vectors against the words, 0 to 1
 * @param temperatures by question; probabilities are raised to 1/temperature
 * @param advocacyThreshold probability from which advocacy is believed
 * @param abstainBelow confidence under which the reading abstains
 * @param specificThreshold probability from which a text is taken to be specific
 * @param driverThresholds likewise, by driver
 */
public record Tuning(
    String model,
    double vectorShare,
    Map<String, Double> temperatures,
    double advocacyThreshold,
    double abstainBelow,
    double specificThreshold,
    Map<String, Double> driverThresholds) {
  public static final String INTENT = "intent";
  public static final String SENTIMENT = "sentiment";

  double temperature(String question) {
    return temperatures.getOrDefault(question, 1.0);
  }
}
