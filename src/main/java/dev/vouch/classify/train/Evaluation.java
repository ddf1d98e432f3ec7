package dev.vouch.classify.train;

import dev.vouch.mention.Judgement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Scores, and how far each headline figure can be trusted.
 *
 * @param intervals by name of the figure; errors of calibration have none, because drawing rows
 *     with replacement makes them look larger than they are
 */
public record Evaluation(Scores scores, Map<String, Interval> intervals) {
  /** The name of what was reached on all rows. */
  public static final String ALL = "all";

  /** The name of what was reached on rows at which the careful reader did not hesitate. */
  public static final String NOT_HARD = "notHard";

  private static final Set<String> WITHOUT_INTERVAL =
      Set.of("rows", Scores.INTENT_ECE, Scores.SENTIMENT_ECE);

  /**
   * Judges {@code texts} and scores that: on all rows and, where some are marked hard, on those
   * that are not.
   */
  public static Map<String, Evaluation> of(
      List<LabelledText> texts, Function<String, Judgement> judge) {
    List<Scored> all =
        texts.parallelStream()
            .map(text -> Scored.of(text, judge.apply(text.text())))
            .collect(Collectors.toList());
    List<Scored> clear = all.stream().filter(Predicate.not(s -> s.gold().hard())).toList();
    Map<String, Evaluation> evaluations = new LinkedHashMap<>();
    evaluations.put(ALL, of(all));
    if (clear.size() < all.size()) {
      evaluations.put(NOT_HARD, of(clear));
    }
    return evaluations;
  }

  private static Evaluation of(List<Scored> scored) {
    Map<String, Interval> intervals =
        Interval.bootstrap(scored, drawn -> Scores.of(drawn).figures());
    intervals.keySet().removeAll(WITHOUT_INTERVAL);
    return new Evaluation(Scores.of(scored), intervals);
  }
}
