package dev.vouch.classify.train;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.vouch.classify.Calibration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Scores as JSON; names and their meaning are fixed. */
public final class ScoresJson {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private ScoresJson() {}

  /**
   * One JSON object: by name of the rows scored, the figures, their intervals, and a tally of each
   * label.
   */
  public static String of(Map<String, Evaluation> byRows) {
    Map<String, Object> all = new LinkedHashMap<>();
    byRows.forEach((name, evaluation) -> all.put(name, tree(evaluation)));
    return GSON.toJson(all);
  }

  private static Map<String, Object> tree(Evaluation evaluation) {
    Scores scores = evaluation.scores();
    Map<String, Object> tree = new LinkedHashMap<>(scores.figures());
    Map<String, Object> intervals = new LinkedHashMap<>();
    evaluation
        .intervals()
        .forEach((name, interval) -> intervals.put(name, List.of(interval.low(), interval.high())));
    tree.put("intervals", intervals);
    tree.put("intents", renamed(scores.intents(), i -> i.wire(), ScoresJson::tree));
    tree.put("sentiments", renamed(scores.sentiments(), s -> s.wire(), ScoresJson::tree));
    Map<String, Object> drivers = renamed(scores.drivers(), d -> d.wire(), ScoresJson::tree);
    drivers.put("any", tree(scores.anyDriver()));
    tree.put("drivers", drivers);
    tree.put("incentivised", tree(scores.incentivised()));
    tree.put("specific", tree(scores.specific()));
    tree.put(
        "confusions",
        renamed(
            scores.confusions(),
            i -> i.wire(),
            row -> renamed(row, i -> i.wire(), count -> count)));
    tree.put("intentReliability", bins(scores.intentReliability()));
    tree.put("sentimentReliability", bins(scores.sentimentReliability()));
    return tree;
  }

  private static <K, V> Map<String, Object> renamed(
      Map<K, V> map, Function<K, String> name, Function<V, Object> value) {
    Map<String, Object> renamed = new LinkedHashMap<>();
    map.forEach((key, one) -> renamed.put(name.apply(key), value.apply(one)));
    return renamed;
  }

  private static Map<String, Object> tree(Tally tally) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("precision", Calibration.rounded(tally.precision()));
    tree.put("recall", Calibration.rounded(tally.recall()));
    tree.put("f1", Calibration.rounded(tally.f1()));
    tree.put("rows", tally.support());
    return tree;
  }

  private static List<Map<String, Object>> bins(Reliability reliability) {
    return reliability.bins().stream().map(ScoresJson::tree).toList();
  }

  private static Map<String, Object> tree(Reliability.Bin bin) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("from", bin.from());
    tree.put("rows", bin.rows());
    tree.put("confidence", Calibration.rounded(bin.confidence()));
    tree.put("right", Calibration.rounded(bin.right()));
    return tree;
  }
}
