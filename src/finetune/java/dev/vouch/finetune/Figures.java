package dev.vouch.finetune;

import dev.vouch.classify.Calibration;
import dev.vouch.classify.train.LabelledText;
import dev.vouch.classify.train.Tally;
import dev.vouch.mention.Intent;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well a head answered.
 *
 * @param intentMacroF1 the mean F1 over the intents that occur
 * @param intentMacroF1NotHard the same on texts at which the reader did not hesitate
 * @param sentimentMacroRecall the mean recall over the sentiments that occur
 */
record Figures(
    int rows,
    double intentMacroF1,
    double intentMacroF1NotHard,
    double advocacyPrecision,
    double advocacyRecall,
    double sentimentMacroRecall) {

  static Figures of(List<LabelledText> gold, Head.Answers answers) {
    int[] all = IntStream.range(0, gold.size()).toArray();
    int[] notHard = Arrays.stream(all).filter(row -> !gold.get(row).hard()).toArray();
    long[] intents = gold.stream().mapToLong(text -> text.intent().ordinal()).toArray();
    long[] sentiments = gold.stream().mapToLong(text -> text.sentiment().ordinal()).toArray();
    Tally advocacy = tally(all, intents, answers.intents(), Intent.ADVOCACY.ordinal());
    return new Figures(
        gold.size(),
        mean(Targets.INTENTS, k -> tally(all, intents, answers.intents(), k), Tally::f1),
        mean(Targets.INTENTS, k -> tally(notHard, intents, answers.intents(), k), Tally::f1),
        Calibration.rounded(advocacy.precision()),
        Calibration.rounded(advocacy.recall()),
        mean(
            Targets.SENTIMENTS,
            k -> tally(all, sentiments, answers.sentiments(), k),
            Tally::recall));
  }

  private static double mean(int kinds, IntFunction<Tally> tally, ToDoubleFunction<Tally> figure) {
    return Calibration.rounded(
        IntStream.range(0, kinds)
            .mapToObj(tally)
            .filter(one -> one.support() > 0)
            .mapToDouble(figure)
            .average()
            .orElse(0));
  }

  private static Tally tally(int[] rows, long[] gold, long[] given, int kind) {
    int hits = 0;
    int falseAlarms = 0;
    int misses = 0;
    for (int row : rows) {
      hits += gold[row] == kind && given[row] == kind ? 1 : 0;
      falseAlarms += gold[row] != kind && given[row] == kind ? 1 : 0;
      misses += gold[row] == kind && given[row] != kind ? 1 : 0;
    }
    return new Tally(hits, falseAlarms, misses);
  }
}
