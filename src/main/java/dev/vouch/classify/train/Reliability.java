package dev.vouch.classify.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Whether confidence can be believed: of the labels given with a confidence of 0.7, seven in ten
 * should be right.
 *
 * @param bins of equal width, from confidence 0 to 1
 */
public record Reliability(List<Bin> bins) {
  private static final int BINS = 10;

  /**
   * Labels given with a confidence between two bounds.
   *
   * @param from the lower bound; the upper is that of the next bin
   * @param rows how many there are
   * @param confidence their mean confidence; 0 where there are none, likewise {@code right}
   * @param right the share that is right
   */
  public record Bin(double from, int rows, double confidence, double right) {}

  public Reliability {
    bins = List.copyOf(bins);
  }

  /** Sorts {@code rows} into bins by confidence. */
  public static <T> Reliability of(
      List<T> rows, ToDoubleFunction<T> confidence, Predicate<T> right) {
    int[] counts = new int[BINS];
    double[] confidences = new double[BINS];
    int[] hits = new int[BINS];
    for (T row : rows) {
      double sure = confidence.applyAsDouble(row);
      int bin = Math.min(BINS - 1, (int) (sure * BINS));
      counts[bin]++;
      confidences[bin] += sure;
      hits[bin] += right.test(row) ? 1 : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      double some = Math.max(1, counts[i]);
      bins.add(new Bin((double) i / BINS, counts[i], confidences[i] / some, hits[i] / some));
    }
    return new Reliability(bins);
  }

  /**
   * The expected calibration error: how far confidence lies from the share that is right, by bin,
   * each bin counting as much as it has rows.
   */
  public double error() {
    double rows = Math.max(1, bins.stream().mapToInt(Bin::rows).sum());
    return bins.stream()
        .mapToDouble(bin -> bin.rows() / rows * Math.abs(bin.confidence() - bin.right()))
        .sum();
  }
}
