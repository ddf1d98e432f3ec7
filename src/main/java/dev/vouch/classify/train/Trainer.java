package dev.vouch.classify.train;

import dev.vouch.classify.Calibration;
import dev.vouch.classify.Choice;
import dev.vouch.classify.Classifier;
import dev.vouch.classify.Heads;
import dev.vouch.classify.Incentives;
import dev.vouch.classify.Models;
import dev.vouch.classify.Settings;
import dev.vouch.classify.text.Nameless;
import dev.vouch.classify.train.CrossValidation.Said;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Sentiment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Trains the models from a corpus. The same corpus gives the same files, byte by byte: nothing
 * depends on time, chance or the number of threads.
 */
public final class Trainer {
  /** Rises when the same text may be judged differently. */
  private static final int VERSION = 2;

  /** Under this confidence a reading among nine labels is little better than a guess. */
  private static final double ABSTAIN_BELOW = 0.28;

  /**
   * Shares of the intents expected in real streams: an estimate from reading reviews, tweets and
   * shared channels. The corpus holds far more advocacy, so that there is enough to learn from.
   */
  private static final Map<Intent, Double> EXPECTED =
      Map.of(
          Intent.ADVOCACY, 0.12,
          Intent.PRAISE, 0.17,
          Intent.AMPLIFICATION, 0.05,
          Intent.QUESTION, 0.09,
          Intent.COMPLAINT, 0.17,
          Intent.SUGGESTION, 0.07,
          Intent.WARNING, 0.04,
          Intent.REWARD_SEEKING, 0.03,
          Intent.NEUTRAL, 0.26);

  /** How often {@link Progress#done} is called in one training. */
  public static final int STEPS = Heads.COUNT * (CrossValidation.FOLDS + 1);

  private Trainer() {}

  /**
   * What training gives.
   *
   * @param crossValidation scores on the corpus, each text judged by models that never saw it
   */
  public record Trained(Models models, Scores crossValidation) {
    public Classifier classifier() {
      return new Classifier(models);
    }

    /** The same, with the figures that the models reach on each of {@code data}, by name. */
    public Trained measuredOn(Map<String, List<LabelledText>> data) {
      Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
      data.forEach((name, texts) -> figures.put(name, Scores.of(texts, classifier()).figures()));
      return new Trained(models.with(models.settings().withBaselines(figures)), crossValidation);
    }

    /**
     * Writes the models, their settings and the model card into {@code dir}.
     *
     * @throws IOException if a file cannot be written
     */
    public void write(Path dir) throws IOException {
      Files.createDirectories(dir);
      for (Map.Entry<String, byte[]> file : models.files().entrySet()) {
        Files.write(dir.resolve(file.getKey()), file.getValue());
      }
      String card = ModelCard.of(models.settings(), crossValidation);
      Files.writeString(dir.resolve("README.md"), card, StandardCharsets.UTF_8);
    }
  }

  /**
   * @throws IOException if OpenNLP cannot train on the corpus
   */
  public static Trained train(Corpus corpus, Progress progress) throws IOException {
    List<Prepared> prepared = corpus.texts().stream().map(Prepared::of).toList();
    List<Said> said = CrossValidation.run(prepared, progress);
    Settings settings = settings(corpus, new Fitting(said));
    Heads heads = HeadsTraining.run(prepared, progress);
    Models models = new Models(heads, settings);
    return new Trained(models, Scores.of(said.stream().map(s -> scored(s, settings)).toList()));
  }

  private static Settings settings(Corpus corpus, Fitting fitting) {
    Settings unsure =
        new Settings(
            "opennlp-bow",
            VERSION,
            corpus.texts().size(),
            corpus.sha256(),
            fitting.temperatures(),
            rounded(fitting.shares()),
            expected(),
            0,
            ABSTAIN_BELOW,
            fitting.driverThresholds(),
            Map.of());
    return unsure.withAdvocacyThreshold(fitting.advocacyThreshold(unsure));
  }

  private static Map<String, Double> expected() {
    Map<String, Double> shares = new TreeMap<>();
    EXPECTED.forEach((intent, share) -> shares.put(intent.wire(), share));
    return shares;
  }

  private static Map<String, Double> rounded(Map<String, Double> shares) {
    Map<String, Double> rounded = new TreeMap<>();
    shares.forEach((label, share) -> rounded.put(label, Calibration.rounded(share)));
    return rounded;
  }

  private static Scored scored(Said said, Settings settings) {
    Map<Sentiment, Double> sentiments =
        Choice.keyed(Sentiment.class, Sentiment::fromWire, said.sentiments());
    Sentiment sentiment = Choice.likeliest(sentiments, Set.of());
    return new Scored(
        said.gold(),
        Choice.decide(Fitting.calibrated(said, settings), settings.advocacyThreshold()),
        sentiment,
        drivers(said, settings, sentiment),
        Incentives.shownIn(Nameless.of(said.gold().text())),
        said.specific() >= 0.5);
  }

  private static Set<Driver> drivers(Said said, Settings settings, Sentiment sentiment) {
    Set<Driver> shown = EnumSet.noneOf(Driver.class);
    said.drivers()
        .forEach(
            (driver, yes) -> {
              double threshold = settings.driverThresholds().getOrDefault(driver.wire(), 0.5);
              if (sentiment != Sentiment.NEGATIVE && yes >= threshold) {
                shown.add(driver);
              }
            });
    return shown;
  }
}
