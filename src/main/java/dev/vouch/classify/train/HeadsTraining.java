package dev.vouch.classify.train;

import dev.vouch.classify.Clues;
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
  private final List<LabelledText> texts;
  private final List<Clues> clues;
  private final int[] counts;
  private final Progress progress;

  /**
   * @param clues of each of {@code texts}, in their order
   * @param progress hears of each head that is done
   */
  HeadsTraining(List<LabelledText> texts, List<Clues> clues, Progress progress) {
    this.texts = texts;
    this.clues = clues;
    this.counts = texts.stream().mapToInt(LabelledText::count).toArray();
    this.progress = progress;
  }

  /**
   * @param many what holds back heads of many labels
   * @param few likewise heads that say yes or no: few rows say yes, which a high price would drown
   */
  Heads run(Head.Cost many, Head.Cost few) throws IOException {
    Head intent = head("intent", many, text -> text.intent().wire());
    Head sentiment = head("sentiment", many, text -> text.sentiment().wire());
    Head specific = yesOrNo("specific", few, LabelledText::specific);
    Map<Driver, Head> drivers = new EnumMap<>(Driver.class);
    for (Driver driver : Driver.values()) {
      drivers.put(driver, yesOrNo(driver.wire(), few, text -> text.drivers().contains(driver)));
    }
    return new Heads(intent, sentiment, specific, drivers);
  }

  private Head yesOrNo(String name, Head.Cost cost, Predicate<LabelledText> yes)
      throws IOException {
    return head(name, cost, text -> yes.test(text) ? Heads.YES : Heads.NO);
  }

  private Head head(String name, Head.Cost cost, Function<LabelledText, String> label)
      throws IOException {
    List<String> labels = texts.stream().map(label).toList();
    if (Set.copyOf(labels).size() < 2) {
      throw new IOException(
          "the corpus knows only one answer to one of the questions (%s);"
                  .formatted(String.join(", ", Set.copyOf(labels)))
              + " add rows of every intent, sentiment and driver");
    }
    Head head = Head.train(clues, labels, counts, cost);
    progress.done(name);
    return head;
  }
}
