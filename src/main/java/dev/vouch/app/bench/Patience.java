package dev.vouch.app.bench;

import java.util.function.Supplier;

/** Repeats what may be done twice, where Redis has no time because its machine is busy. */
final class Patience {
  private static final int MOST_FAILURES = 20;

  private Patience() {}

  static <T> T insist(Supplier<T> work) {
    for (int failures = 0; ; failures++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        if (failures == MOST_FAILURES) {
          throw e;
        }
        Child.pause();
      }
    }
  }
}
