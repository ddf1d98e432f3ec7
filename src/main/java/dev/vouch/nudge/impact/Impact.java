package dev.vouch.nudge.impact;

import java.util.List;

/**
 * How many more acts of advocacy there are per person among those who could get a nudge of a kind
 * than among those who were held out.
 *
 * <p>It compares people as they were drawn, whether or not somebody sent anything (intention to
 * treat): who was sent something is no accident, and to compare by that would find help where there
 * is none.
 */
public sealed interface Impact {
  /** With fewer people held out the interval does not hold what it promises. */
  int FEWEST_PEOPLE = 30;

  /** With fewer acts in all there is nothing to tell from. */
  int FEWEST_ACTS = 60;

  /**
   * One side of the comparison.
   *
   * @param acts how many each person has done since they could first have got a nudge
   */
  record Arm(List<Integer> acts) {
    public Arm {
      acts = List.copyOf(acts);
    }

    public int people() {
      return acts.size();
    }

    public int total() {
      return acts.stream().mapToInt(Integer::intValue).sum();
    }

    /** Acts per person. */
    public double mean() {
      return total() / (double) people();
    }

    private double variance() {
      double mean = mean();
      double sum = acts.stream().mapToDouble(count -> (count - mean) * (count - mean)).sum();
      return sum / (people() - 1);
    }
  }

  /** Those who could get a nudge. */
  Arm nudged();

  /** Those who could not, because chance held them out. */
  Arm heldOut();

  /** Nothing can be said yet. */
  record TooFew(Arm nudged, Arm heldOut) implements Impact {}

  /**
   * What nudges brought.
   *
   * @param difference in acts per person
   * @param low and
   * @param high the ends of its 95 % interval
   */
  record Estimate(Arm nudged, Arm heldOut, double difference, double low, double high)
      implements Impact {

    /** Whether the interval leaves no room for no difference. */
    public boolean isClear() {
      return low > 0 || high < 0;
    }
  }

  /** What {@code nudged} did beside {@code heldOut}. */
  static Impact of(Arm nudged, Arm heldOut) {
    boolean few =
        nudged.people() < FEWEST_PEOPLE
            || heldOut.people() < FEWEST_PEOPLE
            || nudged.total() + heldOut.total() < FEWEST_ACTS;
    return few ? new TooFew(nudged, heldOut) : estimate(nudged, heldOut);
  }

  /**
   * Acts are counts, and people differ: their variance is taken to be that of a negative binomial,
   * {@code m + a·m²}, with one {@code a} for both sides, estimated by moments, because the few who
   * are held out do not tell it by themselves. Each mean gets Wilson's score interval under that
   * variance, and the two are joined to one of the difference by MOVER (Zou and Donner, Statistics
   * in Medicine 27, 2008).
   */
  private static Estimate estimate(Arm nudged, Arm heldOut) {
    double spread = spread(nudged, heldOut);
    double quantile = quantile(nudged.people() + heldOut.people() - 2);
    Score with = Score.of(nudged, spread, quantile);
    Score without = Score.of(heldOut, spread, quantile);
    double difference = nudged.mean() - heldOut.mean();
    return new Estimate(
        nudged,
        heldOut,
        difference,
        difference - Math.hypot(nudged.mean() - with.low(), without.high() - heldOut.mean()),
        difference + Math.hypot(with.high() - nudged.mean(), heldOut.mean() - without.low()));
  }

  private static double spread(Arm one, Arm other) {
    double beyond =
        (one.people() - 1) * (one.variance() - one.mean())
            + (other.people() - 1) * (other.variance() - other.mean());
    double squares =
        (one.people() - 1) * one.mean() * one.mean()
            + (other.people() - 1) * other.mean() * other.mean();
    return Math.max(0, beyond / squares);
  }

  /** The ends between which a mean lies. */
  record Score(double low, double high) {

    static Score of(Arm arm, double spread, double quantile) {
      double dispersion = 1 + spread * arm.mean();
      double shift = quantile * quantile * dispersion / (2 * arm.people());
      double half =
          quantile
              * Math.sqrt(
                  arm.mean() * dispersion / arm.people()
                      + Math.pow(quantile * dispersion / (2 * arm.people()), 2));
      return new Score(arm.mean() + shift - half, arm.mean() + shift + half);
    }
  }

  /**
   * The 97.5 % quantile of Student's t, by its expansion about the normal (Fisher, Cornish 1960).
   */
  private static double quantile(int degrees) {
    double z = 1.959963984540054;
    return z
        + (Math.pow(z, 3) + z) / 4 / degrees
        + (5 * Math.pow(z, 5) + 16 * Math.pow(z, 3) + 3 * z) / 96 / Math.pow(degrees, 2);
  }
}
