package dev.vouch.finetune;

import dev.vouch.classify.encode.WordPiece;
import dev.vouch.classify.train.Corpus;
import dev.vouch.classify.train.LabelledFile;
import dev.vouch.classify.train.LabelledText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Rebuilds the encoder. Maven runs it, with an empty value for what was not given. */
@Command(
    name = "finetune",
    description = "Fine-tunes e5-small-v2 on the corpus and writes it as the product reads it.")
final class FineTuneCommand implements Callable<Integer> {
  private static final String HELD_OUT = "held-out";
  private static final Recipe RECIPE = Recipe.FINE_TUNING;

  @Option(names = "--corpus", required = true, description = "Its .tsv files are learnt from.")
  private Path corpus = Path.of("");

  @Option(names = "--real", description = "A local copy of the real texts, to learn from too.")
  private Path real = Path.of("");

  @Option(names = "--labels", description = "Holds the second reader's intents of real texts.")
  private Path labels = Path.of("");

  @Option(names = "--data", split = ",", description = "Labelled files that are measured on.")
  private List<Path> data = List.of();

  @Option(names = "--steps", description = "Go at most so many steps, to try things out.")
  private int mostSteps = Integer.MAX_VALUE;

  @Option(names = "--out", required = true, description = "Where the encoder goes.")
  private Path out = Path.of("");

  private FineTuneCommand() {}

  /** PyTorch's threads would keep the process alive: it is ended. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new FineTuneCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    String vocabulary = PublishedEncoder.vocabulary();
    WordPiece pieces =
        WordPiece.read(new ByteArrayInputStream(vocabulary.getBytes(StandardCharsets.UTF_8)));
    Corpus written = Corpus.read(corpus);
    TrainingTexts texts = texts(written, pieces);
    Yardstick yardstick = new Yardstick(pieces, texts.learnt(), measured(texts));
    OnnxFile weights = PublishedEncoder.weights();
    OnnxFile quantised = PublishedEncoder.quantised();
    EncoderCard card = trained(weights, quantised, written, texts);
    Files.createDirectories(out);
    Files.write(out.resolve("encoder.onnx"), quantised.bytes());
    Files.writeString(out.resolve("vocab.txt"), vocabulary);
    write(card);
    write(card.with(figures(yardstick, weights, quantised)));
    System.out.println("written to " + out.toAbsolutePath().normalize());
    return 0;
  }

  private TrainingTexts texts(Corpus written, WordPiece pieces) throws IOException {
    TrainingTexts texts = new TrainingTexts(pieces, RECIPE.mostPieces());
    texts.addWritten(written.texts());
    if (isGiven(real)) {
      texts.addReal(real, labels);
    }
    return texts;
  }

  private Map<String, List<LabelledText>> measured(TrainingTexts texts) throws IOException {
    Map<String, List<LabelledText>> measured = new LinkedHashMap<>();
    measured.put(HELD_OUT, texts.heldOut());
    for (Path file : data.stream().filter(FineTuneCommand::isGiven).toList()) {
      measured.put(String.valueOf(file.getFileName()), LabelledFile.read(file));
    }
    return measured;
  }

  /** Trains {@code weights} and writes them into {@code quantised} too. */
  private EncoderCard trained(
      OnnxFile weights, OnnxFile quantised, Corpus written, TrainingTexts texts)
      throws IOException {
    List<Example> learnt = texts.learnt();
    int steps = Math.min(mostSteps, RECIPE.steps(learnt.size()));
    long start = System.nanoTime();
    new FineTuning(RECIPE, steps).run(weights, learnt);
    Quantised.write(weights, quantised);
    return new EncoderCard(
        RECIPE,
        steps,
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
        learnt.size(),
        texts.realRows(),
        written.sha256(),
        isGiven(real) ? sha256(Files.readAllBytes(real)) : "",
        sha256(quantised.bytes()),
        Map.of());
  }

  private static Map<String, Map<String, Figures>> figures(
      Yardstick yardstick, OnnxFile weights, OnnxFile quantised) throws IOException {
    Map<String, Map<String, Figures>> figures = new LinkedHashMap<>();
    figures.put("frozen", yardstick.of("frozen", PublishedEncoder.weights()));
    figures.put("fine-tuned", yardstick.of("fine-tuned", weights));
    figures.put("quantised", yardstick.of("quantised", quantised));
    return figures;
  }

  private void write(EncoderCard card) throws IOException {
    Files.writeString(out.resolve("encoder.json"), card.toJson());
  }

  private static boolean isGiven(Path file) {
    return !file.toString().isEmpty();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
