package dev.vouch.classify;

import dev.vouch.mention.Driver;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One head for intent, one for sentiment, and one for each driver. */
record Heads(Head intent, Head sentiment, Map<Driver, Head> drivers) {
  /** Holds large weights back; found on the written corpus and the development rows. */
  private static final double L2_COST = 1;

  /** How many heads there are, each a step of progress. */
  static final int COUNT = 2 + Driver.values().length;

  static Heads train(List<Prepared> prepared, Progress progress) throws IOException {
    Head intent = head(prepared, text -> text.intent().wire());
    progress.done("intent");
    Head sentiment = head(prepared, text -> text.sentiment().wire());
    progress.done("sentiment");
    Map<Driver, Head> drivers = new EnumMap<>(Driver.class);
    for (Driver driver : Driver.values()) {
      drivers.put(
          driver, head(prepared, t -> t.drivers().contains(driver) ? Trainer.YES : Trainer.NO));
      progress.done(driver.wire());
    }
    return new Heads(intent, sentiment, drivers);
  }

  private static Head head(List<Prepared> prepared, Function<LabelledText, String> label)
      throws IOException {
    return Head.train(
        prepared.stream().map(one -> one.features().names()).toList(),
        prepared.stream().map(one -> label.apply(one.gold())).toList(),
        L2_COST);
  }
}
