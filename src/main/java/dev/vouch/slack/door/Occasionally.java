package dev.vouch.slack.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongConsumer;

/**
 * Says a thing once a minute at most, and then how often it happened, so that nobody can fill the
 * log.
 */
final class Occasionally {
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final InstantSource clock;
  private Instant next = Instant.MIN;
  private long unsaid;

  Occasionally(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @param say gets how often it happened since it was last said
   */
  void happened(LongConsumer say) {
    long count = due();
    if (count > 0) {
      say.accept(count);
    }
  }

  private synchronized long due() {
    unsaid++;
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return 0;
    }
    long count = unsaid;
    unsaid = 0;
    next = now.plus(EVERY);
    return count;
  }
}
