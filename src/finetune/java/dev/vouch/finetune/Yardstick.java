package dev.vouch.finetune;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import dev.vouch.classify.encode.OnnxSentenceEncoder;
import dev.vouch.classify.encode.SentenceEncoder;
import dev.vouch.classify.encode.WordPiece;
import dev.vouch.classify.train.LabelledText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ProgressBar;

/**
 * Measures what an encoder is good for: a simple head is trained on the vectors it gives, run as
 * the product runs it, and tried on texts that neither has seen. Heads of the product do better;
 * this one treats all encoders alike.
 */
final class Yardstick {
  private static final Recipe RECIPE = Recipe.HEAD_ALONE;

  private final WordPiece pieces;
  private final List<Example> learnt;
  private final Map<String, List<LabelledText>> measured;

  /**
   * @param learnt what the head is trained on
   * @param measured what it is tried on, by name
   */
  Yardstick(WordPiece pieces, List<Example> learnt, Map<String, List<LabelledText>> measured) {
    this.pieces = pieces;
    this.learnt = learnt;
    this.measured = measured;
  }

  /** Figures of {@code file}, by name of what they were measured on. */
  Map<String, Figures> of(String name, OnnxFile file) {
    long texts = learnt.size() + measured.values().stream().mapToLong(List::size).sum();
    try (SentenceEncoder encoder =
            new OnnxSentenceEncoder(file.bytes(), pieces, RECIPE.mostPieces());
        ProgressBar bar = Bar.of("Measuring, " + name, texts);
        NDManager manager = NDManager.newBaseManager()) {
      Head head = head(vectors(encoder, learnt.stream().map(Example::gold).toList(), bar), manager);
      Map<String, Figures> figures = new LinkedHashMap<>();
      measured.forEach(
          (data, gold) ->
              figures.put(
                  data, Figures.of(gold, head.answers(manager, vectors(encoder, gold, bar)))));
      return figures;
    }
  }

  private static float[][] vectors(
      SentenceEncoder encoder, List<LabelledText> texts, ProgressBar bar) {
    return texts.parallelStream()
        .map(
            text -> {
              float[] vector = encoder.encode(Example.seen(text)).vector();
              bar.step();
              return vector;
            })
        .toArray(float[][]::new);
  }

  private Head head(float[][] vectors, NDManager manager) {
    Engine.getInstance().setRandomSeed(RECIPE.seed());
    Head head = new Head(manager, Standard.of(vectors));
    Descent descent = new Descent(head.weights(), RECIPE.rate(), RECIPE.steps(vectors.length));
    List<Integer> order = new ArrayList<>(IntStream.range(0, vectors.length).boxed().toList());
    Random random = new Random(RECIPE.seed());
    for (int epoch = 0; epoch < RECIPE.epochs(); epoch++) {
      Collections.shuffle(order, random);
      Batches.cut(order, RECIPE.batch())
          .forEach(rows -> step(descent, head, rows, vectors, manager));
    }
    return head;
  }

  private void step(
      Descent descent, Head head, List<Integer> rows, float[][] vectors, NDManager manager) {
    try (NDManager step = manager.newSubManager()) {
      var batch = step.create(rows.stream().map(row -> vectors[row]).toArray(float[][]::new));
      Targets targets =
          Targets.of(step, rows.stream().map(learnt::get).toList(), RECIPE.smoothing());
      descent.step(step, () -> head.loss(batch, targets, RECIPE));
    }
  }
}
