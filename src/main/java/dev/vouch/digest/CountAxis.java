package dev.vouch.digest;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * An axis for counts: it starts at 0 and its ticks are whole numbers, also when every count is 0 or
 * 1.
 *
 * @param step from tick to tick: 1, 2 or 5 times a power of ten
 * @param steps how many steps the axis has room for, above every bar
 */
record CountAxis(long step, long steps) {
  private static final int MOST_STEPS = 4;

  /** The axis for counts up to {@code most}, with room for a number above the highest bar. */
  static CountAxis upTo(long most) {
    long step = 1;
    for (int turn = 0; most > step * MOST_STEPS; turn++) {
      step = turn % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    return new CountAxis(step, Math.max(2, most / step + 1));
  }

  /** A count as short as the chart needs it: {@code 9,500}, {@code 31k}. */
  static String label(long count) {
    return count < 10_000
        ? String.format(Locale.UK, "%,d", count)
        : String.format(Locale.UK, "%,dk", count / 1_000);
  }

  /** The highest tick. */
  double top() {
    return step * steps;
  }

  /** How far above a bar's end its number stands, in counts. */
  double gap() {
    return top() * 0.09;
  }

  /** Every tick, from 0 to the top. */
  List<Long> ticks() {
    return LongStream.rangeClosed(0, steps).map(i -> i * step).boxed().toList();
  }
}
