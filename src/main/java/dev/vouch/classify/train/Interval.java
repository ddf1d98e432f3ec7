package dev.vouch.classify.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where a figure would lie in 95 of 100 cases, had other texts of the same kind been scored.
 *
 * @param low rounded to four digits, as is {@code high}
 */
public record Interval(double low, double high) {
  private static final int RESAMPLES = 1_000;

  /** Fixed, so that the same texts give the same interval. */
  private static final long SEED = 20_261_122;

  private static final double OUTSIDE = 0.025;

  /**
   * By bootstrap: as many rows are drawn with replacement as there are, many times, and each time
   * the figures are taken anew.
   *
   * @param figures of some rows, by name; the same names whatever the rows
   */
  public static <T> Map<String, Interval> bootstrap(
      List<T> rows, Function<List<T>, Map<String, Double>> figures) {
    Map<String, double[]> drawn =
        IntStream.range(0, rows.isEmpty() ? 0 : RESAMPLES)
            .parallel()
            .mapToObj(i -> figures.apply(resample(rows, new SplittableRandom(SEED + i))))
            .flatMap(one -> one.entrySet().stream())
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    LinkedHashMap::new,
                    Collectors.collectingAndThen(
                        Collectors.toList(),
                        all -> all.stream().mapToDouble(Map.Entry::getValue).sorted().toArray())));
    Map<String, Interval> intervals = new LinkedHashMap<>();
    drawn.forEach((name, sorted) -> intervals.put(name, of(sorted)));
    return intervals;
  }

  private static <T> List<T> resample(List<T> rows, SplittableRandom random) {
    return random.ints(rows.size(), 0, rows.size()).mapToObj(rows::get).toList();
  }

  private static Interval of(double[] sorted) {
    int cut = (int) Math.floor(sorted.length * OUTSIDE);
    return new Interval(sorted[cut], sorted[sorted.length - 1 - cut]);
  }
}
