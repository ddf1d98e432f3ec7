package dev.vouch.slack;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: twice as long each time, up to a limit, with up to half of
 * it taken off at random so that several instances do not come back at the same moment.
 */
public record Backoff(Duration first, Duration most, RandomGenerator random) {
  private static final int DOUBLINGS = 20;

  public Backoff {
    if (first.isZero() || first.isNegative() || most.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "a backoff needs 0 < first <= most: " + first + ", " + most);
    }
  }

  /** From one second to half a minute. */
  public static Backoff usual(RandomGenerator random) {
    return new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), random);
  }

  /**
   * @param failures how many tries have failed before this one, from 0
   */
  public Duration after(int failures) {
    long full =
        Math.min(most.toMillis(), first.toMillis() << Math.min(Math.max(failures, 0), DOUBLINGS));
    return Duration.ofMillis(full - (long) (full * random.nextDouble() / 2));
  }
}
