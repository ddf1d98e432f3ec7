package dev.vouch.classify;

import dev.vouch.mention.Intent;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Which label is chosen, from how likely each is. */
public final class Choice {
  private Choice() {}

  /** The likeliest intent; advocacy only from its threshold on, else the runner-up. */
  public static Intent decide(Map<Intent, Double> intents, double advocacyThreshold) {
    Intent first = likeliest(intents, Set.of());
    boolean doubted =
        first == Intent.ADVOCACY && intents.getOrDefault(first, 0.0) < advocacyThreshold;
    return doubted ? likeliest(intents, Set.of(Intent.ADVOCACY)) : first;
  }

  /** The likeliest label but for those in {@code without}. */
  public static <E extends Enum<E>> E likeliest(Map<E, Double> shares, Set<E> without) {
    return shares.entrySet().stream()
        .filter(entry -> !without.contains(entry.getKey()))
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }

  /** All labels by enum, 0 for those the model has never seen. */
  public static <E extends Enum<E>> Map<E, Double> keyed(
      Class<E> type, Function<String, E> parser, Map<String, Double> shares) {
    Map<E, Double> keyed = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      keyed.put(value, 0.0);
    }
    shares.forEach((label, p) -> keyed.put(parser.apply(label), p));
    return keyed;
  }
}
