package dev.vouch.classify;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a workspace has taught, to be added to what the shipped heads say of an intent.
 *
 * @param name of the workspace and its version, for instance {@code T0ACME 3}
 * @param head gives for the clues of a vector how much more or less likely each intent is than the
 *     shipped heads say; all alike where nothing was taught
 */
public record Learnt(String name, Head head) {
  /** What was {@code said} of a text with these clues, moved by what was taught. */
  public static Said move(Said said, Head head, Clues clues) {
    Map<String, Double> taught = head.judge(clues);
    Map<String, Double> intents = new LinkedHashMap<>();
    said.intents()
        .forEach(
            (intent, p) ->
                intents.put(intent, Math.max(p, 1e-9) * taught.getOrDefault(intent, 0.0)));
    double sum = intents.values().stream().mapToDouble(Double::doubleValue).sum();
    intents.replaceAll((intent, p) -> p / sum);
    return new Said(intents, said.sentiments(), said.specific(), said.drivers());
  }

  /** The same reading with what was taught; one of words alone stays as it is. */
  Reading move(Reading reading, Models models) {
    if (reading.encoded().isEmpty() || models.vectors().isEmpty()) {
      return reading;
    }
    Clues clues =
        Clues.ofVector(
            reading.encoded().get().vector(), models.vectors().get().scale(), reading.features());
    return new Reading(
        reading.features(), reading.encoded(), move(reading.said(), head, clues), reading.tuning());
  }
}
