package dev.vouch.sandbox.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Slack's pace for posting: one message a second and channel, with short bursts. Thread-safe. */
final class PostingPace {
  private static final int BURST = 4;

  private final InstantSource clock;
  private final Map<String, Instant> paidUntil = new HashMap<>();

  PostingPace(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Takes one message for {@code channel}.
   *
   * @return seconds to wait where it is too fast, else 0
   */
  synchronized int take(String channel) {
    Instant now = clock.instant();
    Instant paid = paidUntil.getOrDefault(channel, now);
    Instant start = paid.isBefore(now) ? now : paid;
    if (Duration.between(now, start).compareTo(Duration.ofSeconds(BURST - 1)) > 0) {
      return 1;
    }
    paidUntil.put(channel, start.plusSeconds(1));
    return 0;
  }
}
