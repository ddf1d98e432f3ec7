package dev.vouch.slack;

import dev.vouch.pipeline.Directory.Unreachable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * For how long whoever sends something may begin to. Later it may be somebody else's, who has
 * looked for it and not found it.
 *
 * @param ticker nanoseconds of a clock that nobody sets
 * @param from when it began, by that clock
 */
record Lease(LongSupplier ticker, long from, Duration length) {

  /** Of what nobody else would send. */
  static Lease endless(LongSupplier ticker) {
    return new Lease(ticker, 0, ChronoUnit.FOREVER.getDuration());
  }

  /** One that begins now, and is over with this one at the latest. */
  Lease of(Duration newLength) {
    Duration passed = passed();
    boolean shorter = passed.plus(newLength).compareTo(length) > 0;
    return new Lease(ticker, ticker.getAsLong(), shorter ? length.minus(passed) : newLength);
  }

  private Duration passed() {
    return Duration.ofNanos(ticker.getAsLong() - from);
  }

  /**
   * @throws Unreachable if a call that begins now could last longer
   */
  void require() {
    if (passed().plus(SlackClient.WHOLE_CALL).compareTo(length) > 0) {
      throw new Unreachable("it may be somebody else's to send by now", null, null);
    }
  }
}
