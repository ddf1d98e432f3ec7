package dev.vouch.classify.train;

/**
 * How often a label was given rightly and wrongly.
 *
 * @param hits given where it belongs
 * @param falseAlarms given where it does not
 * @param misses not given where it belongs
 */
public record Tally(int hits, int falseAlarms, int misses) {
  static final Tally NONE = new Tally(0, 0, 0);

  Tally plus(boolean belongs, boolean given) {
    return new Tally(
        hits + (belongs && given ? 1 : 0),
        falseAlarms + (!belongs && given ? 1 : 0),
        misses + (belongs && !given ? 1 : 0));
  }

  Tally plus(Tally other) {
    return new Tally(hits + other.hits, falseAlarms + other.falseAlarms, misses + other.misses);
  }

  /** Of those given, the share that belongs; 0 where none was given. */
  public double precision() {
    return share(hits, falseAlarms);
  }

  /** Of those that belong, the share given; 0 where none belongs. */
  public double recall() {
    return share(hits, misses);
  }

  /** The harmonic mean of both; 0 where nothing was hit. */
  public double f1() {
    return share(2 * hits, falseAlarms + misses);
  }

  /** How many texts the label belongs to. */
  public int support() {
    return hits + misses;
  }

  private static double share(int part, int rest) {
    return part == 0 ? 0 : part / (double) (part + rest);
  }
}
