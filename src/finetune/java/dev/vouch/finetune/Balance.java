package dev.vouch.finetune;

import dev.vouch.mention.Intent;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Lets rare intents weigh more: by one over the root of how often each occurs. */
final class Balance {
  private Balance() {}

  /** The same examples; their mean weight is 1. */
  static List<Example> of(List<Example> examples) {
    Map<Intent, Integer> counts = new EnumMap<>(Intent.class);
    examples.forEach(example -> counts.merge(example.gold().intent(), 1, Integer::sum));
    float[] weights = new float[examples.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      Example example = examples.get(i);
      int count = counts.getOrDefault(example.gold().intent(), 1);
      weights[i] = (float) (example.weight() / Math.sqrt(count));
      sum += weights[i];
    }
    double factor = weights.length / sum;
    return IntStream.range(0, weights.length)
        .mapToObj(i -> examples.get(i).weighing((float) (weights[i] * factor)))
        .toList();
  }
}
