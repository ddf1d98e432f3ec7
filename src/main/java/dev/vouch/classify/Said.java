package dev.vouch.classify;

import dev.vouch.mention.Driver;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What heads say of a text, before calibration.
 *
 * @param intents probability by wire name
 * @param sentiments probability by wire name
 * @param specific probability that the text is specific
 * @param drivers probability that it shows each driver
 */
public record Said(
    Map<String, Double> intents,
    Map<String, Double> sentiments,
    double specific,
    Map<Driver, Double> drivers) {

  /** What {@code heads} say of a text with these clues. */
  public static Said by(Heads heads, Clues clues) {
    return heads.judge(clues);
  }

  /**
   * This and {@code other} together: probabilities are multiplied, each raised to its share.
   *
   * @param share of this, 0 to 1
   */
  public Said with(Said other, double share) {
    Map<Driver, Double> both = new EnumMap<>(Driver.class);
    drivers.forEach(
        (driver, p) -> both.put(driver, mixed(p, other.drivers.getOrDefault(driver, p), share)));
    return new Said(
        mixed(intents, other.intents, share),
        mixed(sentiments, other.sentiments, share),
        mixed(specific, other.specific, share),
        both);
  }

  private static Map<String, Double> mixed(
      Map<String, Double> one, Map<String, Double> other, double share) {
    Map<String, Double> mixed = new LinkedHashMap<>();
    one.forEach((label, p) -> mixed.put(label, power(p, other.getOrDefault(label, p), share)));
    double sum = mixed.values().stream().mapToDouble(Double::doubleValue).sum();
    mixed.replaceAll((label, p) -> p / sum);
    return mixed;
  }

  private static double mixed(double one, double other, double share) {
    double yes = power(one, other, share);
    return yes / (yes + power(1 - one, 1 - other, share));
  }

  private static double power(double one, double other, double share) {
    return Math.pow(Math.max(one, 1e-9), share) * Math.pow(Math.max(other, 1e-9), 1 - share);
  }
}
