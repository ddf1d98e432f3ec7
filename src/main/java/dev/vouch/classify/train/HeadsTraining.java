package dev.vouch.classify.train;

import dev.vouch.classify.Head;
import dev.vouch.classify.Heads;
import dev.vouch.mention.Driver;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Trains every head on the same texts, each with its own question. */
final class HeadsTraining {
  /** Found on the written corpus and the development rows. */
  private static final Head.Cost MANY_LABELS = new Head.Cost(1, 1);

  /** Yes-or-no heads have few rows to say yes, which a high price would drown. */
  private static final Head.Cost YES_OR_NO = new Head.Cost(0.2, 3);

  private HeadsTraining() {}

  /** Trains on {@code prepared}; each head that is done is a step of progress. */
  static Heads run(List<Prepared> prepared, Progress progress) throws IOException {
    Head intent = head(prepared, MANY_LABELS, text -> text.intent().wire());
    progress.done("intent");
    Head sentiment = head(prepared, MANY_LABELS, text -> text.sentiment().wire());
    progress.done("sentiment");
    Head specific = yesOrNo(prepared, LabelledText::specific);
    progress.done("specific");
    Map<Driver, Head> drivers = new EnumMap<>(Driver.class);
    for (Driver driver : Driver.values()) {
      drivers.put(driver, yesOrNo(prepared, text -> text.drivers().contains(driver)));
      progress.done(driver.wire());
    }
    return new Heads(intent, sentiment, specific, drivers);
  }

  private static Head yesOrNo(List<Prepared> prepared, Predicate<LabelledText> yes)
      throws IOException {
    return head(prepared, YES_OR_NO, text -> yes.test(text) ? Heads.YES : Heads.NO);
  }

  private static Head head(
      List<Prepared> prepared, Head.Cost cost, Function<LabelledText, String> label)
      throws IOException {
    List<String> labels = prepared.stream().map(one -> label.apply(one.gold())).toList();
    if (Set.copyOf(labels).size() < 2) {
      throw new IOException(
          "the corpus, or a fold of it, knows only one answer to one of the questions (%s);"
                  .formatted(String.join(", ", Set.copyOf(labels)))
              + " add rows of every intent, sentiment and driver");
    }
    return Head.train(prepared.stream().map(one -> one.features().names()).toList(), labels, cost);
  }
}
