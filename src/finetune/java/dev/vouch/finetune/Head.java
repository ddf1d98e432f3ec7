package dev.vouch.finetune;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.Dropout;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A linear head that answers all questions at once: intent and sentiment by softmax, flags each for
 * itself. It gives the encoder something to learn by and is thrown away: the product trains heads
 * of its own.
 */
final class Head {
  private static final int ANSWERS = Targets.INTENTS + Targets.SENTIMENTS + Targets.FLAGS;
  private static final String INTENTS = ":, 0:" + Targets.INTENTS;
  private static final String SENTIMENTS =
      ":, %d:%d".formatted(Targets.INTENTS, Targets.INTENTS + Targets.SENTIMENTS);
  private static final String FLAGS =
      ":, %d:%d".formatted(Targets.INTENTS + Targets.SENTIMENTS, ANSWERS);

  private final NDArray mean;
  private final NDArray stretch;
  private final NDArray weight;
  private final NDArray bias;

  Head(NDManager manager, Standard standard) {
    mean = manager.create(standard.mean());
    stretch = manager.create(standard.stretch());
    Shape shape = new Shape(standard.mean().length, ANSWERS);
    weight = manager.randomNormal(0, 0.02f, shape, DataType.FLOAT32);
    bias = manager.zeros(new Shape(ANSWERS));
  }

  /** What can be trained, by name. */
  Map<String, NDArray> weights() {
    Map<String, NDArray> weights = new LinkedHashMap<>();
    weights.put(Descent.FAST + "weight", weight);
    weights.put(Descent.FAST + "bias", bias);
    return weights;
  }

  NDArray loss(NDArray vectors, Targets targets, Recipe recipe) {
    NDArray standard = vectors.sub(mean).mul(stretch);
    NDArray seen = Dropout.dropout(standard, recipe.headDropout(), true).singletonOrThrow();
    NDArray answers = seen.matMul(weight).add(bias);
    NDArray intents = surprise(answers.get(INTENTS), targets.intents(), targets.weights()).neg();
    NDArray sentiments =
        surprise(answers.get(SENTIMENTS), targets.sentiments(), targets.weights())
            .mul(-recipe.sentimentShare());
    NDArray flags = answers.get(FLAGS);
    NDArray wrongFlags =
        Activation.softPlus(flags).sub(flags.mul(targets.flags())).mul(targets.weights()).sum();
    return intents.add(sentiments).add(wrongFlags.mul(recipe.flagShare()));
  }

  /** The logarithm of what the true labels are given, summed; below 0. */
  private static NDArray surprise(NDArray answers, NDArray targets, NDArray weights) {
    return answers.logSoftmax(-1).mul(targets).mul(weights).sum();
  }

  /** The most likely intents and sentiments. */
  Answers answers(NDManager manager, float[][] vectors) {
    NDArray answers = manager.create(vectors).sub(mean).mul(stretch).matMul(weight).add(bias);
    return new Answers(
        answers.get(INTENTS).argMax(1).toLongArray(),
        answers.get(SENTIMENTS).argMax(1).toLongArray());
  }

  /** Ordinals of intents and sentiments, text by text. */
  record Answers(long[] intents, long[] sentiments) {}
}
