package dev.vouch.finetune;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import me.tongfei.progressbar.ProgressBar;

/** Trains the upper layers of an encoder, on intent, sentiment and flags together. */
final class FineTuning {
  /** So many vectors show well enough how their numbers are spread. */
  private static final int SAMPLE = 1000;

  private static final long SAMPLE_SEED = 3;
  private static final int ENCODED_TOGETHER = 64;

  private final Recipe recipe;
  private final int steps;

  /**
   * @param steps how many are gone; fewer than the recipe wants only to try things out
   */
  FineTuning(Recipe recipe, int steps) {
    this.recipe = recipe;
    this.steps = steps;
  }

  /** Trains the weights in {@code file}, where they are written back. */
  void run(OnnxFile file, List<Example> examples) {
    Engine.getInstance().setRandomSeed(recipe.seed());
    try (NDManager manager = NDManager.newBaseManager()) {
      Encoder encoder = new Encoder(file, manager);
      Head head = new Head(manager, standard(encoder, manager, examples));
      learn(encoder, head, manager, examples);
      encoder.writeInto(file);
    }
  }

  private void learn(Encoder encoder, Head head, NDManager manager, List<Example> examples) {
    Map<String, NDArray> weights = new LinkedHashMap<>(encoder.from(recipe.firstLayer()));
    weights.putAll(head.weights());
    Descent descent = new Descent(weights, recipe.rate(), steps);
    Random random = new Random(recipe.seed());
    try (ProgressBar bar = Bar.of("Fine-tuning", steps)) {
      while (bar.getCurrent() < steps) {
        for (List<Example> batch : Batches.drawn(examples, recipe.batch(), random)) {
          if (bar.getCurrent() < steps) {
            bar.setExtraMessage(
                "loss %.2f".formatted(step(descent, encoder, head, batch, manager)));
            bar.step();
          }
        }
      }
    }
  }

  private float step(
      Descent descent, Encoder encoder, Head head, List<Example> batch, NDManager manager) {
    try (NDManager step = manager.newSubManager()) {
      Padded texts = Padded.of(step, batch);
      Targets targets = Targets.of(step, batch, recipe.smoothing());
      return descent.step(step, () -> head.loss(encoder.vectors(texts), targets, recipe));
    }
  }

  private static Standard standard(Encoder encoder, NDManager manager, List<Example> examples) {
    List<Example> sample = new ArrayList<>(examples);
    Collections.shuffle(sample, new Random(SAMPLE_SEED));
    sample = sample.subList(0, Math.min(SAMPLE, sample.size()));
    return Standard.of(vectors(encoder, manager, sample));
  }

  /** The vectors of {@code examples}, in their order. */
  private static float[][] vectors(Encoder encoder, NDManager manager, List<Example> examples) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingInt(i -> examples.get(i).length()));
    float[][] vectors = new float[examples.size()][];
    for (List<Integer> some : Batches.cut(order, ENCODED_TOGETHER)) {
      try (NDManager step = manager.newSubManager()) {
        Padded texts = Padded.of(step, some.stream().map(examples::get).toList());
        float[][] rows = rows(encoder.vectors(texts));
        for (int i = 0; i < rows.length; i++) {
          vectors[some.get(i)] = rows[i];
        }
      }
    }
    return vectors;
  }

  private static float[][] rows(NDArray matrix) {
    float[] values = matrix.toFloatArray();
    int width = (int) matrix.getShape().get(1);
    float[][] rows = new float[values.length / width][width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, i * width, rows[i], 0, width);
    }
    return rows;
  }
}
