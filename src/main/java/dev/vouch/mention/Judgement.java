package dev.vouch.mention;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    String model) {

  public Judgement {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be 0 to 1, was " + confidence);
    }
    intents = Collections.unmodifiableMap(new EnumMap<>(intents));
    sentiments = Collections.unmodifiableMap(new EnumMap<>(sentiments));
    drivers = drivers.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(drivers));
    evidence = List.copyOf(evidence);
  }

  /** Whether this is an act of advocacy: the one label that ever moves advocacy, and sure of it. */
  public boolean isAdvocacy() {
    return intent == Intent.ADVOCACY && !abstained;
  }

  /** The same words read as something else, with what is left shared out as it was. */
  public Judgement readAs(Intent other, double sureness, Sentiment feeling) {
    return new Judgement(
        other,
        sureness,
        moved(Intent.class, intents, other, sureness),
        feeling,
        feeling == sentiment ? sentiments : moved(Sentiment.class, sentiments, feeling, sureness),
        feeling == Sentiment.NEGATIVE ? Set.of() : drivers,
        incentivised,
        specific,
        false,
        evidence,
        model);
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
