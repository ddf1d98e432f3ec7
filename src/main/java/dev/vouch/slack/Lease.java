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

  /** One that begins now. */
  Lease of(Duration newLength) {
    return new Lease(ticker, ticker.getAsLong(), newLength);
  }

  /**
   * @throws Unreachable if a call that begins now could last longer
   */
  void require() {
    Duration passed = Duration.ofNanos(ticker.getAsLong() - from);
    if (passed.plus(SlackClient.WHOLE_CALL).compareTo(length) > 0) {
      throw new Unreachable("it may be somebody else's to send by now", null, null);
    }
  }
}
