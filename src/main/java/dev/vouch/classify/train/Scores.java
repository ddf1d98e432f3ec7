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
 */
public record Scores(
    int rows,
    Map<Intent, Tally> intents,
    Map<Intent, Map<Intent, Integer>> confusions,
    Map<Sentiment, Tally> sentiments,
    Map<Driver, Tally> drivers,
    Tally incentivised,
    Tally specific,
    double likesForAdvocacy) {

  private static final Set<Intent> LIKES = Set.of(Intent.AMPLIFICATION, Intent.PRAISE);

  /** Judges {@code texts} with {@code classifier} and scores it. */
  public static Scores of(List<LabelledText> texts, Classifier classifier) {
    return of(texts.stream().map(t -> Scored.of(t, classifier.judge(t.text()))).toList());
  }

  static Scores of(List<Scored> scored) {
    return new Scores(
        scored.size(),
        tallies(Intent.class, scored, s -> Set.of(s.gold().intent()), s -> Set.of(s.intent())),
        confusions(scored),
        tallies(
            Sentiment.class, scored, s -> Set.of(s.gold().sentiment()), s -> Set.of(s.sentiment())),
        tallies(Driver.class, scored, s -> s.gold().drivers(), Scored::drivers),
        tally(scored, s -> s.gold().incentivised(), Scored::incentivised),
        tally(scored, s -> s.gold().specific(), Scored::specific),
        likesForAdvocacy(scored));
  }

  /** The mean F1 over the intents that occur. */
  public double intentMacroF1() {
    return mean(intents, Tally::f1);
  }

  /** The mean recall over the sentiments that occur. */
  public double sentimentMacroRecall() {
    return mean(sentiments, Tally::recall);
  }

  /** F1 over all drivers together. */
  public double driverF1() {
    return drivers.values().stream().reduce(Tally.NONE, Tally::plus).f1();
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
    figures.put("likesForAdvocacy", Calibration.rounded(likesForAdvocacy));
    figures.put("sentimentMacroRecall", Calibration.rounded(sentimentMacroRecall()));
    figures.put("driverF1", Calibration.rounded(driverF1()));
    figures.put("incentivisedF1", Calibration.rounded(incentivised.f1()));
    figures.put("specificF1", Calibration.rounded(specific.f1()));
    return figures;
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

  private static double likesForAdvocacy(List<Scored> scored) {
    return scored.stream()
        .filter(s -> LIKES.contains(s.gold().intent()))
        .mapToInt(s -> s.intent() == Intent.ADVOCACY ? 1 : 0)
        .average()
        .orElse(0);
  }
}
