package dev.vouch.mention;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
 * @param incentivised the text shows a reward, a referral code or a disclosed tie
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
    boolean incentivised,
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
      boolean incentivised,
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
        incentivised,
        specific,
        abstained,
        evidence,
        model,
        intent == Intent.ADVOCACY ? Purpose.USUAL : null,
        false);
  }

  /**
   * Whether this is an act of advocacy for us: the one label that ever moves advocacy, and sure of
   * it.
   */
  public boolean isAdvocacy() {
    return intent == Intent.ADVOCACY && !abstained && !competitor;
  }

  /** The same of an act with this purpose; of anything else the judgement as it is. */
  public Judgement withPurpose(Purpose known) {
    return intent == Intent.ADVOCACY ? copy(incentivised, known, competitor) : this;
  }

  /** The same, told whether it promotes another product; only advocacy promotes anything. */
  public Judgement withCompetitor(boolean promoted) {
    return copy(incentivised, purpose, promoted && intent == Intent.ADVOCACY);
  }

  /** The same where a reward or a tie shows in more than its words. */
  public Judgement asIncentivised() {
    return copy(true, purpose, competitor);
  }

  private Judgement copy(boolean rewarded, @Nullable Purpose known, boolean promoted) {
    return new Judgement(
        intent,
        confidence,
        intents,
        sentiment,
        sentiments,
        drivers,
        rewarded,
        specific,
        abstained,
        evidence,
        model,
        known,
        promoted);
  }
}
