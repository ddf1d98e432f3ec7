package dev.vouch.classify;

import dev.vouch.mention.Driver;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One head for intent, one for sentiment, one for being specific, and one for each driver.
 *
 * <p>What a clue weighs for all of them lies side by side, so that it is looked up once.
 */
public final class Heads {
  /** The answers of the heads that say yes or no. */
  public static final String YES = "yes";

  public static final String NO = "no";

  /** How many heads there are. */
  public static final int COUNT = 3 + Driver.values().length;

  private final Head intent;
  private final Head sentiment;
  private final Head specific;
  private final Map<Driver, Head> drivers;

  /** By clue: what it adds for each label of each head, one head after the other. */
  private final Map<String, double[]> weights = new HashMap<>();

  public Heads(Head intent, Head sentiment, Head specific, Map<Driver, Head> drivers) {
    this.intent = intent;
    this.sentiment = sentiment;
    this.specific = specific;
    this.drivers = new EnumMap<>(drivers);
    List<Head> all = all();
    int width = all.stream().mapToInt(Head::size).sum();
    int from = 0;
    for (Head head : all) {
      for (String clue : head.clues()) {
        head.writeWeights(clue, weights.computeIfAbsent(clue, any -> new double[width]), from);
      }
      from += head.size();
    }
  }

  private List<Head> all() {
    List<Head> all = new ArrayList<>(List.of(intent, sentiment, specific));
    all.addAll(drivers.values());
    return all;
  }

  public Head intent() {
    return intent;
  }

  public Head sentiment() {
    return sentiment;
  }

  public Head specific() {
    return specific;
  }

  /** The head that says whether a text shows {@code driver}. */
  public Head of(Driver driver) {
    return Objects.requireNonNull(drivers.get(driver));
  }

  /** What each head says of a text with these clues, as if it were asked alone. */
  Said judge(Clues clues) {
    double[] sums = sums(clues);
    int from = intent.size() + sentiment.size() + specific.size();
    Map<Driver, Double> shown = new EnumMap<>(Driver.class);
    for (Map.Entry<Driver, Head> driver : drivers.entrySet()) {
      shown.put(driver.getKey(), yes(driver.getValue().judge(sums, from)));
      from += driver.getValue().size();
    }
    return new Said(
        intent.judge(sums, 0),
        sentiment.judge(sums, intent.size()),
        yes(specific.judge(sums, intent.size() + sentiment.size())),
        shown);
  }

  private double[] sums(Clues clues) {
    double[] sums = new double[all().stream().mapToInt(Head::size).sum()];
    for (int i = 0; i < clues.names().length; i++) {
      double[] weighs = weights.get(clues.names()[i]);
      if (weighs != null) {
        double value = clues.values()[i];
        for (int label = 0; label < sums.length; label++) {
          sums[label] += value * weighs[label];
        }
      }
    }
    return sums;
  }

  private static double yes(Map<String, Double> answer) {
    return answer.getOrDefault(YES, 0.0);
  }
}
