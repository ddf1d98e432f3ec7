package dev.vouch.app;

import dev.vouch.classify.Classifier;
import dev.vouch.classify.train.LabelledFile;
import dev.vouch.classify.train.LabelledText;
import dev.vouch.classify.train.Scores;
import dev.vouch.classify.train.ScoresReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scores the models on labelled texts. */
@Command(name = "evaluate", description = "Scores the models on a labelled file.")
final class EvaluateCommand extends Cli implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE.tsv",
      description = {
        "Labelled texts: tab-separated, no quoting, the first line names the columns:",
        "text, intent, sentiment; if there: drivers, incentivised, specific, hard."
      })
  private @Nullable Path data;

  @Option(names = "--json", description = "Print JSON instead of tables.")
  private boolean json;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Models to use instead of those in the program.")
  private @Nullable Path models;

  @Override
  public Integer call() {
    try {
      print(scores(Objects.requireNonNull(data)), out());
      return 0;
    } catch (IOException e) {
      return Inputs.refuse(spec(), e);
    }
  }

  /** Scores on all rows and, where some are marked hard, on those that are not. */
  private Map<String, Scores> scores(Path file) throws IOException {
    Inputs.checkReadable(file);
    List<LabelledText> texts = LabelledFile.read(file);
    Classifier classifier = models == null ? Classifier.shipped() : Classifier.load(models);
    Map<String, Scores> scores = new LinkedHashMap<>();
    scores.put("all", Scores.of(texts, classifier));
    List<LabelledText> clear = texts.stream().filter(text -> !text.hard()).toList();
    if (clear.size() < texts.size()) {
      scores.put("notHard", Scores.of(clear, classifier));
    }
    return scores;
  }

  private void print(Map<String, Scores> scores, PrintWriter out) {
    if (json) {
      out.println(ScoresReport.json(scores));
    } else {
      scores.forEach((name, one) -> out.println(ScoresReport.text(name, one)));
    }
  }
}
