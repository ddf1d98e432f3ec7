package dev.vouch.classify.train;

import dev.vouch.classify.Heads;
import dev.vouch.mention.Driver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges each text of a corpus by models that never saw it or its pair: what thresholds and
 * temperatures are fitted on, and the honest figures of the corpus.
 */
final class CrossValidation {
  static final int FOLDS = 5;

  private CrossValidation() {}

  /** What the heads say of one text, before calibration. */
  record Said(
      LabelledText gold,
      Map<String, Double> intents,
      Map<String, Double> sentiments,
      double specific,
      Map<Driver, Double> drivers) {}

  /** What is said of every text of {@code prepared}, in its order. */
  static List<Said> run(List<Prepared> prepared, Progress progress) throws IOException {
    Map<Integer, Said> byRow = new TreeMap<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Prepared> others = new ArrayList<>();
      for (Prepared one : prepared) {
        if (fold(one) != fold) {
          others.add(one);
        }
      }
      Heads heads = HeadsTraining.run(others, progress);
      for (int row = 0; row < prepared.size(); row++) {
        if (fold(prepared.get(row)) == fold) {
          byRow.put(row, say(prepared.get(row), heads));
        }
      }
    }
    return List.copyOf(byRow.values());
  }

  private static int fold(Prepared one) {
    return Math.floorMod(one.gold().group().hashCode() * 31, FOLDS);
  }

  private static Said say(Prepared one, Heads heads) {
    Map<Driver, Double> drivers = new EnumMap<>(Driver.class);
    heads
        .drivers()
        .forEach(
            (driver, head) ->
                drivers.put(driver, head.judge(one.features()).getOrDefault(Heads.YES, 0.0)));
    return new Said(
        one.gold(),
        heads.intent().judge(one.features()),
        heads.sentiment().judge(one.features()),
        heads.specific(one.features()),
        drivers);
  }
}
