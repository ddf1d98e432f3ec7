package dev.vouch.classify.train;

import com.google.gson.GsonBuilder;
import dev.vouch.classify.Calibration;
import dev.vouch.mention.Intent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Scores for people to read, or as JSON. */
public final class ScoresReport {
  private ScoresReport() {}

  /** The headline figures, a table of the intents and their confusions. */
  public static String text(String title, Scores scores) {
    StringBuilder out = new StringBuilder(title).append('\n');
    scores
        .figures()
        .forEach(
            (name, value) ->
                out.append(String.format(Locale.ROOT, "  %-22s %s\n", name, plain(value))));
    out.append(String.format("%n  %-16s %9s %9s %9s %6s%n", "", "precision", "recall", "F1", "n"));
    scores.intents().forEach((intent, tally) -> out.append(row(intent.wire(), tally)));
    return out.append('\n').append(confusions(scores)).toString();
  }

  private static String plain(double value) {
    return value == Math.rint(value) && value > 1
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4f", value);
  }

  private static String row(String name, Tally tally) {
    return String.format(
        Locale.ROOT,
        "  %-16s %9.3f %9.3f %9.3f %6d\n",
        name,
        tally.precision(),
        tally.recall(),
        tally.f1(),
        tally.support());
  }

  private static String confusions(Scores scores) {
    StringBuilder out = new StringBuilder("  label \\ given   ");
    for (Intent given : Intent.values()) {
      out.append(String.format("%7s", given.wire().substring(0, 6)));
    }
    out.append('\n');
    for (Intent label : Intent.values()) {
      out.append(String.format("  %-16s", label.wire()));
      Map<Intent, Integer> row = scores.confusions().getOrDefault(label, Map.of());
      for (Intent given : Intent.values()) {
        out.append(String.format("%7d", row.getOrDefault(given, 0)));
      }
      out.append('\n');
    }
    return out.toString();
  }

  /** One JSON object: by name of the rows scored, figures, intents and confusions. */
  public static String json(Map<String, Scores> byRows) {
    Map<String, Object> all = new LinkedHashMap<>();
    byRows.forEach((name, scores) -> all.put(name, tree(scores)));
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(all);
  }

  private static Map<String, Object> tree(Scores scores) {
    Map<String, Object> intents = new LinkedHashMap<>();
    scores.intents().forEach((intent, tally) -> intents.put(intent.wire(), tree(tally)));
    Map<String, Object> confusions = new LinkedHashMap<>();
    scores
        .confusions()
        .forEach(
            (label, row) -> {
              Map<String, Integer> given = new LinkedHashMap<>();
              row.forEach((intent, count) -> given.put(intent.wire(), count));
              confusions.put(label.wire(), given);
            });
    Map<String, Object> tree = new LinkedHashMap<>(scores.figures());
    tree.put("intents", intents);
    tree.put("confusions", confusions);
    return tree;
  }

  private static Map<String, Object> tree(Tally tally) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("precision", Calibration.rounded(tally.precision()));
    tree.put("recall", Calibration.rounded(tally.recall()));
    tree.put("f1", Calibration.rounded(tally.f1()));
    tree.put("rows", tally.support());
    return tree;
  }
}
