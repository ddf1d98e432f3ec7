package dev.vouch.nudge.ranking;

import java.util.Map;

/**
 * What a team has taken up so far, and what an unknown suggestion is worth beside that.
 *
 * <p>Thompson sampling with a Beta distribution for each arm (Chapelle and Li, An Empirical
 * Evaluation of Thompson Sampling, 2011): draw from what is known of each, and take the highest.
 * What is known little of is drawn widely and so gets its tries; what fails often comes up seldom.
 * An arm of which nothing is known begins at the team's mean, with the weight of a few answers.
 */
public record Preferences(Map<Arm, Tally> tallies) {

  /** Of a team that has answered nothing yet. */
  public static final Preferences NONE = new Preferences(Map.of());

  /** How many answers the team's mean weighs in each arm. */
  private static final double PRIOR = 2;

  public Preferences {
    tallies = Map.copyOf(tallies);
  }

  /** What came of suggestions like that; where no gesture is chosen yet, with any gesture. */
  public Tally of(Arm arm) {
    return tallies.entrySet().stream()
        .filter(one -> arm.covers(one.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Tally.NONE, Tally::and);
  }

  /** The share taken up over all arms; a half before anything is known. */
  double mean() {
    long well = tallies.values().stream().mapToLong(Tally::well).sum();
    long all = tallies.values().stream().mapToLong(Tally::all).sum();
    return (well + PRIOR / 2) / (all + PRIOR);
  }

  /** What a suggestion of that arm may be worth, drawn with the randomness of {@code seed}. */
  double draw(Arm arm, long seed) {
    Tally tally = of(arm);
    double mean = mean();
    return new BetaDraws(seed)
        .next(PRIOR * mean + tally.well(), PRIOR * (1 - mean) + tally.badly());
  }
}
