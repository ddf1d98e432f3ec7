package dev.vouch.classify;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vouch.classify.text.English;
import dev.vouch.classify.text.Nameless;
import dev.vouch.classify.text.SlackText;
import dev.vouch.mention.Disclosure;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Products;
import dev.vouch.mention.Sentiment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /** What is said often ("thanks!", words of programs) is short. */
  private static final int LONGEST_KEPT = 200;

  private static final int MOST_KEPT = 2_000;

  private static @Nullable Classifier shipped;

  private final Models models;
  private final Cache<String, Judgement> recent =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
  private final Optional<Learnt> learnt;

  /** The classifier with models that were just trained. */
  public Classifier(Models models) {
    this(models, Optional.empty());
  }

  private Classifier(Models models, Optional<Learnt> learnt) {
    this.models = models;
    this.learnt = learnt;
  }

  /** The classifier with the same models, and what a workspace has taught besides. */
  public Classifier with(Learnt taught) {
    return new Classifier(models, Optional.of(taught));
  }

  /** The models that came with the program or were just trained, without what was taught. */
  public Models models() {
    return models;
  }

  /** Whether the models read {@code text}; if not, nothing can be learnt from it. */
  public boolean isReadByModels(String text) {
    String seen = Nameless.of(text).text();
    return Trivial.of(seen).isEmpty() && !English.isForeign(seen);
  }

  /**
   * The classifier with the models that came with the program, which are read once: whoever asks
   * meanwhile waits. Always the same.
   *
   * @throws UncheckedIOException if the models cannot be read
   */
  public static synchronized Classifier shipped() {
    if (shipped == null) {
      try {
        shipped = new Classifier(Models.read(Classifier::resource));
      } catch (IOException e) {
        throw new UncheckedIOException("the models in the program cannot be read", e);
      }
    }
    return shipped;
  }

  /**
   * The classifier with the models in {@code dir}, as {@code train} wrote them.
   *
   * @throws IOException if a file is missing or damaged
   */
  public static Classifier load(Path dir) throws IOException {
    return new Classifier(Models.read(Models.Source.of(dir)));
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

  /** Whether texts are read by their meaning too; false where the encoder could not be loaded. */
  public boolean readsMeaning() {
    return models.vectors().isPresent();
  }

  /** Name and version of the models in use. */
  public String model() {
    Settings settings = models.settings();
    return settings.model(models.vectors().isPresent() ? settings.vectors() : settings.words());
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
    return judge(text, Effort.FULL);
  }

  /**
   * Judges one text.
   *
   * @param effort how much it may cost: words alone are the way through when messages pile up
   */
  public Judgement judge(String text, Effort effort) {
    Nameless seen = Nameless.of(text);
    Optional<Trivial> trivial = Trivial.of(seen.text());
    if (trivial.isPresent()) {
      return byRule(seen, trivial.get());
    }
    return effort == Effort.FULL && text.length() <= LONGEST_KEPT
        ? recent.get(text, same -> byModel(seen, effort))
        : byModel(seen, effort);
  }

  /** Judges a message of Slack; its links may show a tie that its words do not. */
  public Judgement judge(SlackText message) {
    return judge(message, Effort.FULL);
  }

  /** The same, at a limited cost. */
  public Judgement judge(SlackText message, Effort effort) {
    Judgement judged = judge(message.plain(), effort);
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
        Disclosure.NOTHING,
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
        Disclosure.NOTHING,
        false,
        true,
        List.of(),
        model());
  }

  /** Names what was taught too, where it had a say. */
  private String name(Reading reading) {
    String name = models.settings().model(reading.tuning());
    return reading.encoded().isPresent()
        ? learnt.map(taught -> name + " + " + taught.name()).orElse(name)
        : name;
  }

  private Judgement byModel(Nameless seen, Effort effort) {
    return English.isForeign(seen.text()) ? unread() : told(judged(seen, effort), seen.text());
  }

  private Judgement judged(Nameless seen, Effort effort) {
    Reading shipped = models.read(seen, effort);
    Reading reading = learnt.map(taught -> taught.move(shipped, models)).orElse(shipped);
    Tuning tuning = reading.tuning();
    Verdict verdict = Verdict.of(reading.said(), tuning, models.settings());
    return new Judgement(
        verdict.intent(),
        verdict.confidence(),
        verdict.intents(),
        verdict.sentiment(),
        verdict.sentiments(),
        verdict.drivers(),
        Incentives.of(seen),
        verdict.specific(),
        verdict.confidence() < tuning.abstainBelow(),
        Evidence.of(seen, reading, verdict.intent().wire(), models, learnt),
        name(reading));
  }
}
