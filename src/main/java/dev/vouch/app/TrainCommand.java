package dev.vouch.app;

import dev.vouch.classify.Classifier;
import dev.vouch.classify.Models;
import dev.vouch.classify.Settings;
import dev.vouch.classify.encode.SentenceEncoder;
import dev.vouch.classify.reply.ReplyModel;
import dev.vouch.classify.train.Corpus;
import dev.vouch.classify.train.LabelledFile;
import dev.vouch.classify.train.LabelledText;
import dev.vouch.classify.train.Measurement;
import dev.vouch.classify.train.ModelCard;
import dev.vouch.classify.train.RealTexts;
import dev.vouch.classify.train.Trainer;
import dev.vouch.classify.train.Trainer.Trained;
import dev.vouch.classify.train.reply.ReplyCard;
import dev.vouch.classify.train.reply.ReplyCorpus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Rebuilds the models from the corpus. */
@Command(
    name = "train",
    description = "Rebuilds the models, their settings and their card from the corpus.")
final class TrainCommand extends Cli implements Callable<Integer> {
  @Option(
      names = "--models",
      paramLabel = "DIR",
      defaultValue = "models",
      description = "Where the models go (default: ${DEFAULT-VALUE}).")
  private Path models = Path.of("models");

  @Option(
      names = "--corpus",
      paramLabel = "DIR",
      defaultValue = "models/corpus",
      description = "Labelled texts to learn from: its .tsv files (default: ${DEFAULT-VALUE}).")
  private Path corpus = Path.of("models/corpus");

  @Option(
      names = "--real",
      paramLabel = "FILE.tsv",
      description = {
        "A local copy of the real texts (columns source, ref, text); their labels are those of",
        "real-labels.tsv beside the models where it has them, else the file's own."
      })
  private @Nullable Path real;

  @Option(
      names = "--data",
      paramLabel = "FILE.tsv",
      description = "Labelled texts to measure on, never to learn from; may be given repeatedly.")
  private List<Path> data = List.of();

  @Option(
      names = "--card-only",
      description = "Train nothing: measure the models that are there and write their card.")
  private boolean cardOnly;

  @Option(
      names = "--replies-only",
      description = {
        "Train only the model that reads answers, from the directory replies beside the corpus;",
        "otherwise it is trained along where that directory is there."
      })
  private boolean repliesOnly;

  @Override
  public Integer call() {
    try {
      if (!repliesOnly) {
        train(out());
      }
      if (!cardOnly) {
        trainReplies(out());
      }
      return 0;
    } catch (IOException e) {
      return Inputs.refuse(spec(), e);
    }
  }

  private void train(PrintWriter out) throws IOException {
    if (!Files.isDirectory(corpus)) {
      throw new IOException("there is no directory " + corpus + "; name one with --corpus");
    }
    Map<String, List<LabelledText>> measured = measured();
    Corpus learnt = corpus();
    if (cardOnly) {
      measured.putAll(learnt.heldOut());
      Settings settings = Settings.fromJson(Files.readString(models.resolve("model.json")));
      write(settings, Measurement.of(Classifier.load(models), measured), out);
    } else {
      train(learnt, measured, out);
    }
    out.println("written to " + models.toAbsolutePath().normalize());
  }

  private void trainReplies(PrintWriter out) throws IOException {
    Path answers = corpus.resolveSibling("replies");
    if (!Files.isDirectory(answers)) {
      if (repliesOnly) {
        throw new IOException("there is no directory " + answers);
      }
      return;
    }
    ReplyModel model = ReplyCorpus.read(answers).model(answers);
    model.write(models);
    new ReplyCard(answers).write(model);
    out.println("answers " + model.settings().baselines());
  }

  private void train(Corpus learnt, Map<String, List<LabelledText>> measured, PrintWriter out)
      throws IOException {
    try (SentenceEncoder encoder = Models.encoder(models)) {
      Trained trained = trained(learnt, encoder);
      measured.putAll(trained.heldOut());
      Measurement measurement = Measurement.of(trained.classifier(), measured);
      Trained done = trained.measured(measurement);
      done.write(models);
      write(done.models().settings(), measurement, out);
    }
  }

  private void write(Settings settings, Measurement measurement, PrintWriter out)
      throws IOException {
    new ModelCard(models, corpus).write(settings, measurement);
    measurement.figures().forEach((name, figures) -> out.println(name + " " + figures));
  }

  private Corpus corpus() throws IOException {
    Corpus written = Corpus.read(corpus);
    if (real == null) {
      return written;
    }
    Inputs.checkReadable(real);
    return written.with(RealTexts.read(real, models.resolve("real-labels.tsv")));
  }

  private static Trained trained(Corpus corpus, SentenceEncoder encoder) throws IOException {
    try (StepBar bar = new StepBar("Training", Trainer.steps(corpus))) {
      return new Trainer(encoder, bar).train(corpus);
    }
  }

  private Map<String, List<LabelledText>> measured() throws IOException {
    Map<String, List<LabelledText>> measured = new LinkedHashMap<>();
    for (Path file : data) {
      Inputs.checkReadable(file);
      measured.put(String.valueOf(file.getFileName()), LabelledFile.read(file));
    }
    return measured;
  }
}
