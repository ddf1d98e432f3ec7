package dev.vouch.finetune;

import dev.vouch.classify.encode.WordPiece;
import dev.vouch.classify.train.LabelledFile;
import dev.vouch.classify.train.LabelledText;
import dev.vouch.classify.train.RealTexts;
import dev.vouch.mention.Intent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What is learnt from, and what is held out to measure on. */
final class TrainingTexts {
  private static final float CERTAIN = 1;
  private static final float ONE_READER = 0.6f;
  private static final float DISPUTED = 0.3f;

  /** Real texts are full of these; so many are enough. */
  private static final Map<Intent, Integer> MOST =
      Map.of(Intent.NEUTRAL, 900, Intent.QUESTION, 250, Intent.PRAISE, 500);

  /** Which texts are left out where there are too many: always the same. */
  private static final long DRAW_SEED = 7;

  private final WordPiece pieces;
  private final int mostPieces;
  private final List<Example> learnt = new ArrayList<>();
  private final List<LabelledText> heldOut = new ArrayList<>();
  private int realRows;

  TrainingTexts(WordPiece pieces, int mostPieces) {
    this.pieces = pieces;
    this.mostPieces = mostPieces;
  }

  void addWritten(List<LabelledText> corpus) {
    for (LabelledText text : corpus) {
      if (text.isHeldOut()) {
        heldOut.add(text);
      } else {
        learn(text, CERTAIN);
      }
    }
  }

  /**
   * Adds real texts, up to so many of an intent.
   *
   * @param labels holds the second reader's intent of those that were read twice
   * @throws IOException if a file cannot be read or understood
   */
  void addReal(Path file, Path labels) throws IOException {
    Map<Intent, Integer> taken = new EnumMap<>(Intent.class);
    for (Read read : drawn(file, RealTexts.secondReadings(labels))) {
      LabelledText text = read.text();
      if (text.isHeldOut()) {
        heldOut.add(text);
      } else if (taken.merge(text.intent(), 1, Integer::sum)
          <= MOST.getOrDefault(text.intent(), Integer.MAX_VALUE)) {
        learn(text, trust(text.intent(), read.second()));
        realRows++;
      }
    }
  }

  /** A text and the second reader's intent; empty where there was none. */
  private record Read(LabelledText text, String second) {}

  private static List<Read> drawn(Path file, Map<String, String> second) throws IOException {
    List<LabelledText> texts = LabelledFile.read(file);
    List<String> keys = LabelledFile.keys(file);
    List<Read> reads = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      reads.add(new Read(texts.get(i), second.getOrDefault(keys.get(i), "")));
    }
    Collections.shuffle(reads, new Random(DRAW_SEED));
    return reads;
  }

  private static float trust(Intent first, String second) {
    if (second.isEmpty()) {
      return ONE_READER;
    }
    return second.equals(first.wire()) ? CERTAIN : DISPUTED;
  }

  private void learn(LabelledText text, float trust) {
    learnt.add(Example.of(text, trust, pieces, mostPieces));
  }

  /** What is learnt from; rare intents weigh more, the mean weight is 1. */
  List<Example> learnt() {
    return Balance.of(learnt);
  }

  /** How many of them are real texts. */
  int realRows() {
    return realRows;
  }

  /** What nothing is learnt from. */
  List<LabelledText> heldOut() {
    return heldOut;
  }
}
