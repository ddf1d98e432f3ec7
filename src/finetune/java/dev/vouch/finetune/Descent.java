package dev.vouch.finetune;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.AdamW;
import ai.djl.training.optimizer.Optimizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Moves weights towards a smaller loss: AdamW, whose steps grow in the beginning and shrink towards
 * the end; all slopes together are never steeper than 1.
 */
final class Descent {
  /** Weights whose names begin so move ten times as fast. */
  static final String FAST = "head.";

  private static final float WARM_UP = 0.06f;
  private static final float LEAST = 0.01f;
  private static final float STEEPEST = 1;

  private final Map<String, NDArray> weights;
  private final float rate;
  private final int steps;
  private final Optimizer optimizer;
  private int taken;

  /**
   * @param steps how many there will be
   */
  Descent(Map<String, NDArray> weights, float rate, int steps) {
    this.weights = weights;
    this.rate = rate;
    this.steps = steps;
    this.optimizer =
        AdamW.builder()
            .optLearningRateTracker((name, updates) -> rate(name))
            .optBeta2(0.98f)
            .optWeightDecays(0.01f)
            .optClipGrad(-1)
            .build();
    weights.values().forEach(weight -> weight.setRequiresGradient(true));
  }

  private float rate(String name) {
    float now =
        rate * Math.min(1f, taken / (WARM_UP * steps)) * Math.max(LEAST, 1 - (float) taken / steps);
    return name.startsWith(FAST) ? now * 10 : now;
  }

  /**
   * Goes a step.
   *
   * @param step takes what is only needed for it
   * @return the loss before
   */
  float step(NDManager step, Supplier<NDArray> loss) {
    taken++;
    float before;
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray value = loss.get();
      collector.backward(value);
      before = value.getFloat();
    }
    Map<String, NDArray> slopes = slopes(step);
    float factor = (float) Math.min(1, STEEPEST / (length(slopes) + 1e-6));
    slopes.forEach((name, slope) -> move(name, slope, factor));
    return before;
  }

  private Map<String, NDArray> slopes(NDManager step) {
    Map<String, NDArray> slopes = new LinkedHashMap<>();
    weights.forEach(
        (name, weight) -> {
          NDArray slope = weight.getGradient();
          slope.attach(step);
          slopes.put(name, slope);
        });
    return slopes;
  }

  private static double length(Map<String, NDArray> slopes) {
    NDArray squares =
        slopes.values().stream()
            .map(slope -> slope.square().sum())
            .reduce(NDArray::add)
            .orElseThrow();
    return Math.sqrt(squares.getFloat());
  }

  /** PyTorch adds slopes to those of the step before, so that they are set back to 0. */
  private void move(String name, NDArray slope, float factor) {
    if (factor < 1) {
      slope.muli(factor);
    }
    optimizer.update(name, Objects.requireNonNull(weights.get(name)), slope);
    slope.subi(slope);
  }
}
