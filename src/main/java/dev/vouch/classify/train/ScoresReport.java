package dev.vouch.classify.train;

import dev.vouch.mention.Intent;
import java.util.Locale;
import java.util.Map;

/** Scores for people to read. */
public final class ScoresReport {
  private static final String COUNTS = "  %-28s %9s %9s %9s %6s%n";

  private final StringBuilder out = new StringBuilder();

  private ScoresReport() {}

  /**
   * The headline figures with their intervals, a table of every label, the confusions of the
   * intents, and what confidence was worth.
   */
  public static String text(String title, Evaluation evaluation) {
    ScoresReport report = new ScoresReport();
    Scores scores = evaluation.scores();
    report.out.append(title).append('\n');
    report.addFigures(evaluation);
    report.addLabels(scores);
    report.addConfusions(scores);
    report.addReliability("intent", scores.intentReliability());
    report.addReliability("sentiment", scores.sentimentReliability());
    return report.out.toString();
  }

  private void addFigures(Evaluation evaluation) {
    evaluation
        .scores()
        .figures()
        .forEach(
            (name, value) ->
                add("  %-28s %s%s%n", name, plain(value), range(evaluation.intervals(), name)));
  }

  private static String range(Map<String, Interval> intervals, String name) {
    Interval interval = intervals.get(name);
    return interval == null
        ? ""
        : String.format(Locale.ROOT, "   (%.4f to %.4f)", interval.low(), interval.high());
  }

  private static String plain(double value) {
    return value == Math.rint(value) && value > 1
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4f", value);
  }

  private void addLabels(Scores scores) {
    add("%n" + COUNTS, "", "precision", "recall", "F1", "n");
    scores.intents().forEach((intent, tally) -> addRow(intent.wire(), tally));
    out.append('\n');
    scores.sentiments().forEach((sentiment, tally) -> addRow(sentiment.wire(), tally));
    out.append('\n');
    scores.drivers().forEach((driver, tally) -> addRow(driver.wire(), tally));
    addRow("any driver", scores.anyDriver());
    out.append('\n');
    addRow("incentivised", scores.incentivised());
    addRow("specific", scores.specific());
  }

  private void addRow(String name, Tally tally) {
    add(
        "  %-28s %9.3f %9.3f %9.3f %6d%n",
        name, tally.precision(), tally.recall(), tally.f1(), tally.support());
  }

  private void addConfusions(Scores scores) {
    add("%n  label \\ given   ");
    for (Intent given : Intent.values()) {
      add("%7s", given.wire().substring(0, 6));
    }
    out.append('\n');
    for (Intent label : Intent.values()) {
      add("  %-16s", label.wire());
      Map<Intent, Integer> row = scores.confusions().getOrDefault(label, Map.of());
      for (Intent given : Intent.values()) {
        add("%7d", row.getOrDefault(given, 0));
      }
      out.append('\n');
    }
  }

  private void addReliability(String question, Reliability reliability) {
    add("%n  confidence in %-14s %9s %9s %6s%n", question, "said", "right", "n");
    for (Reliability.Bin bin : reliability.bins()) {
      if (bin.rows() > 0) {
        add(
            "  from %.1f %30.3f %9.3f %6d%n",
            bin.from(), bin.confidence(), bin.right(), bin.rows());
      }
    }
  }

  private void add(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values));
  }
}
