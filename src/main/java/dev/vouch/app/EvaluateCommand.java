package dev.vouch.app;

import dev.vouch.classify.Classifier;
import dev.vouch.classify.Effort;
import dev.vouch.classify.Models;
import dev.vouch.classify.benchmark.SentimentResult;
import dev.vouch.classify.benchmark.TweetEval;
import dev.vouch.classify.encode.SentenceEncoder;
import dev.vouch.classify.reply.ReplyModel;
import dev.vouch.classify.train.Evaluation;
import dev.vouch.classify.train.LabelledFile;
import dev.vouch.classify.train.LabelledText;
import dev.vouch.classify.train.ScoresJson;
import dev.vouch.classify.train.ScoresReport;
import dev.vouch.classify.train.reply.LabelledReply;
import dev.vouch.classify.train.reply.ReplyReport;
import dev.vouch.classify.train.reply.ReplyScores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scores the models on labelled texts, or what they are made of on a public benchmark. */
@Command(
    name = "evaluate",
    description = "Scores the models on a labelled file, or their design on a public benchmark.")
final class EvaluateCommand extends Cli implements Callable<Integer> {
  /** The benchmarks that can be run. */
  enum Benchmark {
    TWEETEVAL
  }

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE.tsv",
      description = {
        "Labelled texts: tab-separated, no quoting, the first line names the columns:",
        "text, intent, sentiment; if there: drivers, incentivised, specific, hard.",
        "With --benchmark the directory that holds it."
      })
  private @Nullable Path data;

  @Option(names = "--json", description = "Print JSON instead of tables.")
  private boolean json;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Models to use instead of those in the program.")
  private @Nullable Path models;

  @Option(
      names = "--words",
      description = "Read by words alone, as when the encoder cannot be loaded.")
  private boolean words;

  @Option(
      names = "--replies",
      description = "The texts are answers to what we asked: columns id, label, language, text.")
  private boolean replies;

  @Option(
      names = "--benchmark",
      paramLabel = "tweeteval",
      description = {
        "Train heads for sentiment on TweetEval's own train split and report their macro-averaged",
        "recall on its test split. --data names the directory with train_rebuilt.tsv, val.tsv and",
        "test.tsv (columns label, text). Nothing is kept."
      })
  private @Nullable Benchmark benchmark;

  @Option(
      names = "--encoder",
      paramLabel = "FILE.onnx",
      description = "With --benchmark: another encoder than that of the models, as yardstick.")
  private @Nullable Path encoder;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "With --benchmark: only the first N texts of each split, to try it out.")
  private int limit = Integer.MAX_VALUE;

  @Override
  public Integer call() {
    try {
      Path from = Objects.requireNonNull(data);
      out().println(replies ? answers(from) : benchmark == null ? scores(from) : measured(from));
      return 0;
    } catch (IOException e) {
      return Inputs.refuse(spec(), e);
    }
  }

  private String answers(Path file) throws IOException {
    Inputs.checkReadable(file);
    ReplyModel model = models == null ? ReplyModel.shipped() : ReplyModel.load(models);
    ReplyScores scores = ReplyScores.of(LabelledReply.read(file), model);
    return json ? ReplyReport.json(scores) : ReplyReport.text(file.toString(), scores);
  }

  /** Scores on all rows and, where some are marked hard, on those that are not. */
  private String scores(Path file) throws IOException {
    Inputs.checkReadable(file);
    List<LabelledText> texts = LabelledFile.read(file);
    Classifier classifier = models == null ? Classifier.shipped() : Classifier.load(models);
    Effort effort = words ? Effort.WORDS : Effort.FULL;
    Map<String, Evaluation> scores = Evaluation.of(texts, text -> classifier.judge(text, effort));
    return json ? ScoresJson.of(scores) : tables(scores);
  }

  private static String tables(Map<String, Evaluation> scores) {
    StringBuilder tables = new StringBuilder();
    scores.forEach((name, one) -> tables.append(ScoresReport.text(name, one)).append('\n'));
    return tables.toString();
  }

  private String measured(Path dir) throws IOException {
    TweetEval splits = TweetEval.read(dir, limit);
    try (SentenceEncoder used = encoder();
        StepBar bar = new StepBar("TweetEval", splits.steps())) {
      SentimentResult result = splits.run(used, bar);
      return json ? result.json() : result.text();
    }
  }

  private SentenceEncoder encoder() throws IOException {
    Path dir = models == null ? Path.of("models") : models;
    if (!Files.isDirectory(dir)) {
      throw new IOException("there is no directory " + dir + "; name one with --models");
    }
    return encoder == null ? Models.encoder(dir) : Models.encoder(dir, encoder);
  }
}
