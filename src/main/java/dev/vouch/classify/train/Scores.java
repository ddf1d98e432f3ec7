package dev.vouch.classify.train;

import dev.vouch.classify.Calibration;
import dev.vouch.classify.Classifier;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Sentiment;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How well texts were judged.
 *
 * @param rows how many texts
 * @param intents a tally of each intent
 * @param confusions by true intent, how often each intent was given
 * @param sentiments a tally of each sentiment
 * @param drivers a tally of each driver
 * @param likesForAdvocacy share of amplification and praise that was taken for advocacy
 * @param abstained share of the texts on which the reading abstained
 * @param notAbstained a tally of each intent, of the other texts
 * @param intentReliability whether the confidence in the intent given can be believed
 * @param sentimentReliability likewise of the sentiment
 */
public record Scores(
    int rows,
    Map<Intent, Tally> intents,
    Map<Intent, Map<Intent, Integer>> confusions,
    Map<Sentiment, Tally> sentiments,
    Map<Driver, Tally> drivers,
    Tally incentivised,
    Tally specific,
    double likesForAdvocacy,
    double abstained,
    Map<Intent, Tally> notAbstained,
    Reliability intentReliability,
    Reliability sentimentReliability) {

  static final String INTENT_ECE = "intentEce";
  static final String SENTIMENT_ECE = "sentimentEce";
  private static final String LIKES_FOR_ADVOCACY = "likesForAdvocacy";
  private static final String ABSTAINED = "abstained";

  /** Figures that are the better the lower they are. */
  private static final Set<String> FAULTS =
      Set.of(LIKES_FOR_ADVOCACY, ABSTAINED, INTENT_ECE, SENTIMENT_ECE);

  private static final Set<Intent> LIKES = Set.of(Intent.AMPLIFICATION, Intent.PRAISE);

  /** Judges {@code texts} with {@code classifier} and scores it. */
  public static Scores of(List<LabelledText> texts, Classifier classifier) {
    return of(
        texts.parallelStream()
            .map(text -> Scored.of(text, classifier.judge(text.text())))
            .collect(Collectors.toList()));
  }

  static Scores of(List<Scored> scored) {
    return new Scores(
        scored.size(),
        intents(scored),
        confusions(scored),
        tallies(
            Sentiment.class, scored, s -> Set.of(s.gold().sentiment()), s -> Set.of(s.sentiment())),
        tallies(Driver.class, scored, s -> s.gold().drivers(), Scored::drivers),
        tally(scored, s -> s.gold().incentivised(), s -> s.judged().incentivised()),
        tally(scored, s -> s.gold().specific(), s -> s.judged().specific()),
        share(scored, s -> LIKES.contains(s.gold().intent()), s -> s.intent() == Intent.ADVOCACY),
        share(scored, s -> true, s -> s.judged().abstained()),
        intents(scored.stream().filter(s -> !s.judged().abstained()).toList()),
        Reliability.of(scored, Scored::intentConfidence, Scored::hasIntent),
        Reliability.of(scored, Scored::sentimentConfidence, Scored::hasSentiment));
  }

  private static Map<Intent, Tally> intents(List<Scored> scored) {
    return tallies(Intent.class, scored, s -> Set.of(s.gold().intent()), s -> Set.of(s.intent()));
  }

  /** The mean F1 over the intents that occur. */
  public double intentMacroF1() {
    return mean(intents, Tally::f1);
  }

  /** The same over the texts on which the reading did not abstain. */
  public double intentMacroF1NotAbstained() {
    return mean(notAbstained, Tally::f1);
  }

  /** The mean recall over the sentiments that occur. */
  public double sentimentMacroRecall() {
    return mean(sentiments, Tally::recall);
  }

  /** All drivers together. */
  public Tally anyDriver() {
    return drivers.values().stream().reduce(Tally.NONE, Tally::plus);
  }

  /** F1 over all drivers together. */
  public double driverF1() {
    return anyDriver().f1();
  }

  /** How precisely and how fully advocacy was found. */
  public Tally advocacy() {
    return intents.getOrDefault(Intent.ADVOCACY, Tally.NONE);
  }

  /** The figures that stand for the rest, rounded to four digits, by name. */
  public Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("rows", (double) rows);
    figures.put("intentMacroF1", Calibration.rounded(intentMacroF1()));
    figures.put("advocacyPrecision", Calibration.rounded(advocacy().precision()));
    figures.put("advocacyRecall", Calibration.rounded(advocacy().recall()));
    figures.put(LIKES_FOR_ADVOCACY, Calibration.rounded(likesForAdvocacy));
    figures.put("sentimentMacroRecall", Calibration.rounded(sentimentMacroRecall()));
    figures.put("driverF1", Calibration.rounded(driverF1()));
    figures.put("incentivisedF1", Calibration.rounded(incentivised.f1()));
    figures.put("specificF1", Calibration.rounded(specific.f1()));
    figures.put(INTENT_ECE, Calibration.rounded(intentReliability.error()));
    figures.put(SENTIMENT_ECE, Calibration.rounded(sentimentReliability.error()));
    figures.put(ABSTAINED, Calibration.rounded(abstained));
    figures.put("intentMacroF1NotAbstained", Calibration.rounded(intentMacroF1NotAbstained()));
    return figures;
  }

  /**
   * The figures of {@code baseline} that these scores fall short of, each with both values; empty
   * where all are met.
   *
   * @param slack by how much a figure may be missed: processors round differently, and a text on
   *     the edge may fall to the other side
   */
  public List<String> shortOf(Map<String, Double> baseline, double slack) {
    Map<String, Double> now = figures();
    return baseline.entrySet().stream()
        .filter(then -> isShort(then.getKey(), then.getValue(), now, slack))
        .map(
            then ->
                "%s %s, was %s".formatted(then.getKey(), now.get(then.getKey()), then.getValue()))
        .toList();
  }

  private static boolean isShort(
      String figure, double then, Map<String, Double> now, double slack) {
    double reached = now.getOrDefault(figure, Double.NaN);
    boolean met = FAULTS.contains(figure) ? reached <= then + slack : reached >= then - slack;
    return !met;
  }

  private static <E> double mean(Map<E, Tally> tallies, Function<Tally, Double> figure) {
    return tallies.values().stream()
        .filter(tally -> tally.support() > 0)
        .mapToDouble(figure::apply)
        .average()
        .orElse(0);
  }

  private static <E extends Enum<E>> Map<E, Tally> tallies(
      Class<E> type,
      List<Scored> scored,
      Function<Scored, Set<E>> gold,
      Function<Scored, Set<E>> given) {
    Map<E, Tally> tallies = new EnumMap<>(type);
    for (E label : type.getEnumConstants()) {
      tallies.put(
          label,
          tally(scored, s -> gold.apply(s).contains(label), s -> given.apply(s).contains(label)));
    }
    return tallies;
  }

  private static Tally tally(
      List<Scored> scored, Predicate<Scored> belongs, Predicate<Scored> given) {
    Tally tally = Tally.NONE;
    for (Scored one : scored) {
      tally = tally.plus(belongs.test(one), given.test(one));
    }
    return tally;
  }

  private static Map<Intent, Map<Intent, Integer>> confusions(List<Scored> scored) {
    return scored.stream()
        .collect(
            Collectors.groupingBy(
                s -> s.gold().intent(),
                () -> new EnumMap<>(Intent.class),
                Collectors.groupingBy(
                    Scored::intent,
                    () -> new EnumMap<>(Intent.class),
                    Collectors.summingInt(s -> 1))));
  }

  /** Of those that belong to {@code of}, the share that fulfils {@code wanted}. */
  private static double share(List<Scored> scored, Predicate<Scored> of, Predicate<Scored> wanted) {
    return scored.stream().filter(of).mapToInt(s -> wanted.test(s) ? 1 : 0).average().orElse(0);
  }
}
