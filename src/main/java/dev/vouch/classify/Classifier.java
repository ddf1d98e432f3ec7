package dev.vouch.classify;

import dev.vouch.classify.feature.Features;
import dev.vouch.classify.text.English;
import dev.vouch.classify.text.Nameless;
import dev.vouch.classify.text.SlackText;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Products;
import dev.vouch.mention.Sentiment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges texts. Thread-safe.
 *
 * <p>In this order: a text without words, a bare second ("+1") or a bare share is read by a {@link
 * Trivial rule}; a text that is {@link English#isForeign plainly not English} is not read at all;
 * everything else is read by the models. Where advocacy is likeliest but under its threshold, the
 * runner-up takes its place: a false act of advocacy costs more than a missed one. A reading whose
 * confidence is under the stated floor abstains.
 */
public final class Classifier {
  /** Confidence of a reading by rule. */
  private static final double BY_RULE = 0.92;

  private final Models models;

  /** The classifier with models that were just trained. */
  public Classifier(Models models) {
    this.models = models;
  }

  /**
   * The classifier with the models that came with the program.
   *
   * @throws UncheckedIOException if the models cannot be read
   */
  public static Classifier shipped() {
    try {
      return new Classifier(Models.read(Classifier::resource));
    } catch (IOException e) {
      throw new UncheckedIOException("the models in the program cannot be read", e);
    }
  }

  /**
   * The classifier with the models in {@code dir}, as {@code train} wrote them.
   *
   * @throws IOException if a file is missing or damaged
   */
  public static Classifier load(Path dir) throws IOException {
    return new Classifier(Models.read(file -> bytes(dir.resolve(file))));
  }

  private static byte[] bytes(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException("there is no model " + file + "; vouch train writes it");
    }
    return Files.readAllBytes(file);
  }

  private static byte[] resource(String file) throws IOException {
    try (InputStream in = Classifier.class.getResourceAsStream("/models/" + file)) {
      if (in == null) {
        throw new IOException("the program holds no models/" + file + "; run train, then build");
      }
      return in.readAllBytes();
    }
  }

  /** The figures that the models in use reached when they were trained, by labelled file. */
  public Map<String, Map<String, Double>> baselines() {
    return models.settings().baselines();
  }

  /** Name and version of the models in use. */
  public String model() {
    return models.settings().model();
  }

  /** Judges each of {@code texts}, in order. */
  public List<Judgement> judgeAll(List<String> texts) {
    return texts.stream().map(this::judge).toList();
  }

  /**
   * Judges one text; it makes no difference who is mentioned in it.
   *
   * @param text decoded, as {@link SlackText#plain} gives it
   */
  public Judgement judge(String text) {
    Nameless seen = Nameless.of(text);
    Optional<Trivial> trivial = Trivial.of(seen.text());
    if (trivial.isPresent()) {
      return byRule(seen, trivial.get());
    }
    return English.isForeign(seen.text()) ? unread() : told(byModel(seen), seen.text());
  }

  /** Judges a message of Slack; its links may show a tie that its words do not. */
  public Judgement judge(SlackText message) {
    Judgement judged = judge(message.plain());
    return Incentives.shownByLinks(message.links()) ? judged.asIncentivised() : judged;
  }

  private static Judgement told(Judgement judged, String words) {
    return Promotion.told(Purposes.named(judged, words), words, Products.UNKNOWN);
  }

  private Judgement byRule(Nameless seen, Trivial rule) {
    String words = seen.text().strip();
    return new Judgement(
        rule.intent(),
        BY_RULE,
        surely(Intent.class, rule.intent()),
        rule.sentiment(),
        surely(Sentiment.class, rule.sentiment()),
        Set.of(),
        false,
        false,
        !rule.sure(),
        words.isEmpty() || words.length() > 60 ? List.of() : List.of(seen.original().strip()),
        model());
  }

  private static <E extends Enum<E>> Map<E, Double> surely(Class<E> type, E one) {
    Map<E, Double> shares = new EnumMap<>(type);
    E[] all = type.getEnumConstants();
    for (E value : all) {
      shares.put(value, value == one ? BY_RULE : (1 - BY_RULE) / (all.length - 1));
    }
    return shares;
  }

  /** What is said of a text that nobody here can read: every label is as likely as the next. */
  private Judgement unread() {
    Map<Intent, Double> intents = new EnumMap<>(Intent.class);
    Map<Sentiment, Double> sentiments = new EnumMap<>(Sentiment.class);
    for (Intent intent : Intent.values()) {
      intents.put(intent, 1.0 / Intent.values().length);
    }
    for (Sentiment sentiment : Sentiment.values()) {
      sentiments.put(sentiment, 1.0 / Sentiment.values().length);
    }
    return new Judgement(
        Intent.NEUTRAL,
        1.0 / Intent.values().length,
        intents,
        Sentiment.NEUTRAL,
        sentiments,
        Set.of(),
        false,
        false,
        true,
        List.of(),
        model());
  }

  private Judgement byModel(Nameless seen) {
    Features features = Features.of(seen);
    Map<Intent, Double> intents = intents(features);
    Map<Sentiment, Double> sentiments = sentiments(features);
    Intent intent = Choice.decide(intents, models.settings().advocacyThreshold());
    Sentiment sentiment = Choice.likeliest(sentiments, Set.of());
    double confidence = intents.getOrDefault(intent, 0.0);
    return new Judgement(
        intent,
        confidence,
        intents,
        sentiment,
        sentiments,
        drivers(features, sentiment),
        Incentives.shownIn(seen),
        models.heads().specific(features) >= 0.5,
        confidence < models.settings().abstainBelow(),
        Evidence.of(seen, features, intent.wire(), models.heads().intent()),
        model());
  }

  private Map<Intent, Double> intents(Features features) {
    Settings settings = models.settings();
    return Choice.keyed(
        Intent.class,
        Intent::fromWire,
        Calibration.apply(
            models.heads().intent().judge(features),
            settings.temperatures().getOrDefault("intent", 1.0),
            settings.corpusShares(),
            settings.expectedShares()));
  }

  private Map<Sentiment, Double> sentiments(Features features) {
    double temperature = models.settings().temperatures().getOrDefault("sentiment", 1.0);
    return Choice.keyed(
        Sentiment.class,
        Sentiment::fromWire,
        Calibration.apply(models.heads().sentiment().judge(features), temperature));
  }

  /** Drivers are why people advocate: a negative text shows none. */
  private Set<Driver> drivers(Features features, Sentiment sentiment) {
    Set<Driver> shown = EnumSet.noneOf(Driver.class);
    if (sentiment == Sentiment.NEGATIVE) {
      return shown;
    }
    for (Driver driver : Driver.values()) {
      double threshold = models.settings().driverThresholds().getOrDefault(driver.wire(), 0.5);
      double yes = models.heads().of(driver).judge(features).getOrDefault(Heads.YES, 0.0);
      if (yes >= threshold) {
        shown.add(driver);
      }
    }
    return shown;
  }
}
