package dev.vouch.app;

import dev.vouch.classify.train.Corpus;
import dev.vouch.classify.train.LabelledFile;
import dev.vouch.classify.train.LabelledText;
import dev.vouch.classify.train.ScoresReport;
import dev.vouch.classify.train.Trainer;
import dev.vouch.classify.train.Trainer.Trained;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
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
      names = "--data",
      paramLabel = "FILE.tsv",
      description = "Labelled texts to measure on, never to learn from; may be given repeatedly.")
  private List<Path> data = List.of();

  @Override
  public Integer call() {
    try {
      train(out());
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
    Trained trained = trained(Corpus.read(corpus)).measuredOn(measured);
    trained.write(models);
    out.println(ScoresReport.text("the corpus, cross-validated", trained.crossValidation()));
    trained.classifier().baselines().forEach((name, figures) -> out.println(name + " " + figures));
    out.println("written to " + models.toAbsolutePath().normalize());
  }

  private static Trained trained(Corpus corpus) throws IOException {
    try (ProgressBar bar = bar()) {
      return Trainer.train(
          corpus,
          step -> {
            bar.setExtraMessage(step);
            bar.step();
          });
    }
  }

  private static ProgressBar bar() {
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    return new ProgressBarBuilder()
        .setTaskName("Training")
        .setInitialMax(Trainer.STEPS)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(new ConsoleProgressBarConsumer(err, 80))
        .build();
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
