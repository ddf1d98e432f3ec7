package dev.vouch.finetune;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.vouch.classify.train.LabelledText;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Sentiment;
import java.util.List;

/**
 * What a head should answer to a batch.
 *
 * @param intents texts by intent: 1 for the true one, less what is spread over all
 * @param sentiments likewise
 * @param flags texts by flag: specific, incentivised and each driver
 * @param weights of the texts; a batch of usual texts weighs 1
 */
record Targets(NDArray intents, NDArray sentiments, NDArray flags, NDArray weights) {
  static final int INTENTS = Intent.values().length;
  static final int SENTIMENTS = Sentiment.values().length;
  static final int FLAGS = 2 + Driver.values().length;

  static Targets of(NDManager manager, List<Example> batch, float smoothing) {
    int[] intents = batch.stream().mapToInt(e -> e.gold().intent().ordinal()).toArray();
    int[] sentiments = batch.stream().mapToInt(e -> e.gold().sentiment().ordinal()).toArray();
    float[] flags = new float[batch.size() * FLAGS];
    float[] weights = new float[batch.size()];
    for (int i = 0; i < weights.length; i++) {
      putFlags(batch.get(i).gold(), flags, i * FLAGS);
      weights[i] = batch.get(i).weight() / batch.size();
    }
    return new Targets(
        manager.create(smooth(intents, INTENTS, smoothing), new Shape(weights.length, INTENTS)),
        manager.create(
            smooth(sentiments, SENTIMENTS, smoothing), new Shape(weights.length, SENTIMENTS)),
        manager.create(flags, new Shape(weights.length, FLAGS)),
        manager.create(weights, new Shape(weights.length, 1)));
  }

  private static float[] smooth(int[] labels, int kinds, float smoothing) {
    float[] targets = new float[labels.length * kinds];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = smoothing / kinds + (labels[i / kinds] == i % kinds ? 1 - smoothing : 0);
    }
    return targets;
  }

  private static void putFlags(LabelledText gold, float[] flags, int at) {
    flags[at] = gold.specific() ? 1 : 0;
    flags[at + 1] = gold.incentivised() ? 1 : 0;
    gold.drivers().forEach(driver -> flags[at + 2 + driver.ordinal()] = 1);
  }
}
