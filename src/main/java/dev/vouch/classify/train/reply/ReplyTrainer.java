package dev.vouch.classify.train.reply;

import dev.vouch.classify.Calibration;
import dev.vouch.classify.Clues;
import dev.vouch.classify.Head;
import dev.vouch.classify.reply.Meaning;
import dev.vouch.classify.reply.ReplyModel;
import dev.vouch.classify.reply.ReplySettings;
import dev.vouch.classify.reply.WishReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Trains the reply model. Temperature and thresholds are found on what heads say of rows that they
 * never saw: each part of the corpus is read by a head that was trained on the others. The same
 * corpus gives the same model.
 */
public final class ReplyTrainer {
  /** Rises when the same answer may be read differently. */
  private static final int VERSION = 1;

  private static final Head.Cost COST = new Head.Cost(0.6, 2);
  private static final int PARTS = 3;

  /** Rows that were written in one breath are alike, so that none of them tests another. */
  private static final int BREATH = 12;

  /** Answers of people are stranger than what was written to learn from. */
  private static final double SHIFT = 1.2;

  /**
   * Shares of right readings wanted on rows of the corpus, which are odder than what people write:
   * on those of {@code tuning.tsv} these shares come to 98 of 100 and more.
   */
  private static final Map<Meaning, Double> WANTED =
      Map.of(Meaning.YES, 0.94, Meaning.NO, 0.94, Meaning.LATER, 0.94, Meaning.CONDITIONS, 0.94);

  /** Of these nothing is done but that a person is told, or that there is silence. */
  private static final double WANTED_OTHERWISE = 0.92;

  private static final double LEAST_SURE = 0.5;

  /** Where no rule says stop, only the surest words stop at once; the others are asked. */
  private static final double STOP_FROM = 0.9;

  private static final double MOST_SURE = 0.98;

  /** Nearly every stop lies above it; whoever meant none is only asked. */
  private static final double ASK_FROM = 0.1;

  private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 15);

  private ReplyTrainer() {}

  /** A row with what a head looks at. */
  private record Prepared(LabelledReply row, Clues clues, int part) {
    static Prepared of(List<LabelledReply> rows, int number) {
      LabelledReply row = rows.get(number);
      return new Prepared(
          row,
          ReplyModel.clues(row.text(), WishReader.shipped().read(row.text(), ANY_DAY).kind()),
          number / BREATH % PARTS);
    }

    String label() {
      return row.meaning().wire();
    }
  }

  /**
   * @throws IOException if OpenNLP cannot train on the rows
   */
  public static ReplyModel train(ReplyCorpus corpus) throws IOException {
    List<Prepared> rows =
        IntStream.range(0, corpus.rows().size())
            .parallel()
            .mapToObj(number -> Prepared.of(corpus.rows(), number))
            .toList();
    List<Judged> judged = unseen(rows);
    double temperature = Calibration.rounded(SHIFT * temperature(judged));
    Map<String, Double> actFrom = new LinkedHashMap<>();
    for (Meaning meaning : Meaning.values()) {
      actFrom.put(meaning.wire(), actFrom(meaning, judged, temperature));
    }
    return new ReplyModel(
        head(rows),
        new ReplySettings(
            VERSION, rows.size(), corpus.sha256(), temperature, actFrom, ASK_FROM, Map.of()));
  }

  private static Head head(List<Prepared> rows) throws IOException {
    int[] once = new int[rows.size()];
    Arrays.fill(once, 1);
    return Head.train(
        rows.stream().map(Prepared::clues).toList(),
        rows.stream().map(Prepared::label).toList(),
        once,
        COST);
  }

  /** A row and what a head that was not trained on it says of it. */
  private record Judged(String label, Map<String, Double> said) {
    Map<String, Double> at(double temperature) {
      return Calibration.apply(said, temperature);
    }
  }

  private static List<Judged> unseen(List<Prepared> rows) throws IOException {
    try {
      return IntStream.range(0, PARTS)
          .parallel()
          .boxed()
          .flatMap(part -> unseen(rows, part))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Stream<Judged> unseen(List<Prepared> rows, int part) {
    try {
      Head head = head(rows.stream().filter(row -> row.part() != part).toList());
      return rows.stream()
          .filter(row -> row.part() == part)
          .map(row -> new Judged(row.label(), head.judge(row.clues())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The temperature under which the true meanings are least surprising. */
  private static double temperature(List<Judged> judged) {
    return IntStream.rangeClosed(8, 60)
        .mapToObj(step -> step / 20.0)
        .min(Comparator.comparingDouble(temperature -> surprise(judged, temperature)))
        .orElse(1.0);
  }

  private static double surprise(List<Judged> judged, double temperature) {
    return judged.stream()
        .mapToDouble(one -> -Math.log(one.at(temperature).getOrDefault(one.label(), 1e-9)))
        .sum();
  }

  /** The lowest probability from which on that meaning is right as often as it must be. */
  private static double actFrom(Meaning meaning, List<Judged> judged, double temperature) {
    double wanted = WANTED.getOrDefault(meaning, WANTED_OTHERWISE);
    List<Map.Entry<Double, Boolean>> taken =
        judged.stream()
            .map(
                one ->
                    Map.entry(
                        one.at(temperature).getOrDefault(meaning.wire(), 0.0),
                        one.label().equals(meaning.wire())))
            .toList();
    double least = meaning == Meaning.STOP ? STOP_FROM : LEAST_SURE;
    return IntStream.rangeClosed((int) (least * 100), (int) (MOST_SURE * 100))
        .mapToObj(step -> step / 100.0)
        .filter(from -> precision(taken, from) >= wanted)
        .findFirst()
        .orElse(MOST_SURE);
  }

  private static double precision(List<Map.Entry<Double, Boolean>> taken, double from) {
    return taken.stream()
        .filter(one -> one.getKey() >= from)
        .mapToInt(one -> one.getValue() ? 1 : 0)
        .average()
        .orElse(0);
  }
}
