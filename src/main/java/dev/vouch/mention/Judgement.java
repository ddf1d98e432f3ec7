package dev.vouch.mention;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one message was read.
 *
 * @param intent the label it got; what a rule or a threshold turned it into, so not always the
 *     likeliest of {@code intents}
 * @param confidence probability of {@code intent}, 0 to 1
 * @param intents probability of every intent; they add up to 1
 * @param sentiments probability of every sentiment; they add up to 1
 * @param disclosure what the text tells of a reward, a referral code or a tie
 * @param specific the text names features, figures or a before and after
 * @param abstained too unsure to act on: shown, counted as neutral, never an act of advocacy
 * @param evidence the words of the text that decided, most telling first; each stands in the text
 * @param model name and version of what judged
 * @param purpose of an act of advocacy; null for every other intent
 * @param competitor an act of advocacy that promotes another product instead of ours
 */
public record Judgement(
    Intent intent,
    double confidence,
    Map<Intent, Double> intents,
    Sentiment sentiment,
    Map<Sentiment, Double> sentiments,
    Set<Driver> drivers,
    Disclosure disclosure,
    boolean specific,
    boolean abstained,
    List<String> evidence,
    String model,
    @Nullable Purpose purpose,
    boolean competitor) {

  public Judgement {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be 0 to 1, was " + confidence);
    }
    if ((intent == Intent.ADVOCACY) != (purpose != null)) {
      throw new IllegalArgumentException("advocacy, and nothing else, has a purpose");
    }
    intents = Collections.unmodifiableMap(new EnumMap<>(intents));
    sentiments = Collections.unmodifiableMap(new EnumMap<>(sentiments));
    drivers = drivers.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(drivers));
    evidence = List.copyOf(evidence);
  }

  /** A reading in which nothing says what else an act of advocacy is than a recommendation. */
  public Judgement(
      Intent intent,
      double confidence,
      Map<Intent, Double> intents,
      Sentiment sentiment,
      Map<Sentiment, Double> sentiments,
      Set<Driver> drivers,
      Disclosure disclosure,
      boolean specific,
      boolean abstained,
      List<String> evidence,
      String model) {
    this(
        intent,
        confidence,
        intents,
        sentiment,
        sentiments,
        drivers,
        disclosure,
        specific,
        abstained,
        evidence,
        model,
        intent == Intent.ADVOCACY ? Purpose.USUAL : null,
        false);
  }

  /** Whether the text shows a reward, a referral code or a tie. */
  public boolean incentivised() {
    return disclosure.isIncentive();
  }

  /**
   * Whether this is an act of advocacy for us: the one label that ever moves advocacy, and sure of
   * it.
   */
  public boolean isAdvocacy() {
    return intent == Intent.ADVOCACY && !abstained && !competitor;
  }

  /**
   * What it counts as: nothing where it is unsure, and "buy theirs instead" keeps others away from
   * ours, which is a warning.
   */
  public Intent countsAs() {
    if (abstained) {
      return Intent.NEUTRAL;
    }
    return competitor ? Intent.WARNING : intent;
  }

  /** The same of an act with this purpose; of anything else the judgement as it is. */
  public Judgement withPurpose(Purpose known) {
    return intent == Intent.ADVOCACY ? copy(disclosure, known, competitor) : this;
  }

  /** The same, told whether it promotes another product; only advocacy promotes anything. */
  public Judgement withCompetitor(boolean promoted) {
    return copy(disclosure, purpose, promoted && intent == Intent.ADVOCACY);
  }

  /** The same where a reward or a tie shows in more than its words. */
  public Judgement asIncentivised() {
    return incentivised() ? this : copy(Disclosure.SHOWN, purpose, competitor);
  }

  private Judgement copy(Disclosure told, @Nullable Purpose known, boolean promoted) {
    return new Judgement(
        intent,
        confidence,
        intents,
        sentiment,
        sentiments,
        drivers,
        told,
        specific,
        abstained,
        evidence,
        model,
        known,
        promoted);
  }

  /**
   * The same words read as something else, with what is left shared out as it was. What is no
   * advocacy any more has no purpose and promotes nothing; what becomes advocacy has the usual one.
   */
  public Judgement readAs(Intent other, double sureness, Sentiment feeling) {
    boolean advocacy = other == Intent.ADVOCACY;
    return new Judgement(
        other,
        sureness,
        moved(Intent.class, intents, other, sureness),
        feeling,
        feeling == sentiment ? sentiments : moved(Sentiment.class, sentiments, feeling, sureness),
        feeling == Sentiment.NEGATIVE ? Set.of() : drivers,
        disclosure,
        specific,
        false,
        evidence,
        model,
        advocacy ? Objects.requireNonNullElse(purpose, Purpose.USUAL) : null,
        advocacy && competitor);
  }

  private static <E extends Enum<E>> Map<E, Double> moved(
      Class<E> type, Map<E, Double> shares, E one, double share) {
    double rest = 1 - shares.getOrDefault(one, 0.0);
    Map<E, Double> moved = new EnumMap<>(type);
    shares.forEach((label, p) -> moved.put(label, rest > 0 ? p * (1 - share) / rest : 0));
    moved.put(one, share);
    return moved;
  }
}
