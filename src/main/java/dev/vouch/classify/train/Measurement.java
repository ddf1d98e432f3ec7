package dev.vouch.classify.train;

import dev.vouch.classify.Classifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What models reached on several labelled files.
 *
 * @param byFile by name of the file; in it by name of the rows, as {@link Evaluation} names them
 */
public record Measurement(Map<String, Map<String, Evaluation>> byFile) {
  /** Judges {@code data}, by name, with {@code classifier}. */
  public static Measurement of(Classifier classifier, Map<String, List<LabelledText>> data) {
    Map<String, Map<String, Evaluation>> byFile = new LinkedHashMap<>();
    data.forEach((name, texts) -> byFile.put(name, Evaluation.of(texts, classifier::judge)));
    return new Measurement(byFile);
  }

  /** The figures on all rows, by file. */
  public Map<String, Map<String, Double>> figures() {
    Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
    byFile.forEach(
        (name, rows) ->
            rows.values().stream()
                .findFirst()
                .ifPresent(all -> figures.put(name, all.scores().figures())));
    return figures;
  }
}
