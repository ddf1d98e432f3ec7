package dev.vouch.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vouch.pipeline.Directory.Unreachable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Keeps the messages of each channel in order and within Slack's rate of one a second, with room
 * for a short burst. It never waits: who comes too early is told when to come again. Thread-safe.
 */
final class ChannelPace {
  static final int BURST = 5;
  private static final Duration EACH = Duration.ofSeconds(1);
  private static final Duration FORGOTTEN = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Cache<String, Turn> turns =
      Caffeine.newBuilder().expireAfterAccess(FORGOTTEN).build();

  ChannelPace(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * How much of its burst a channel has used: nothing is left while {@code freeAt} is a burst
   * ahead.
   */
  private static final class Turn {
    private Instant freeAt = Instant.EPOCH;
  }

  /**
   * Says one message, after every other one of that channel.
   *
   * @throws Unreachable if the channel has had its share for now, with the time to try again
   */
  <T> T inTurn(String channel, Supplier<T> say) {
    Turn turn = turns.get(channel, any -> new Turn());
    synchronized (turn) {
      take(turn, channel);
      return say.get();
    }
  }

  /** Nothing is ever taken further ahead than a burst, unless the clock was put back since. */
  private void take(Turn turn, String channel) {
    Instant now = clock.instant();
    Instant latest = now.plus(EACH.multipliedBy(BURST));
    boolean known = turn.freeAt.isAfter(now) && !turn.freeAt.isAfter(latest);
    Instant start = known ? turn.freeAt : now;
    Instant earliest = start.minus(EACH.multipliedBy(BURST - 1));
    if (earliest.isAfter(now)) {
      throw new Unreachable("channel " + channel + " has had its messages for now", null, earliest);
    }
    turn.freeAt = start.plus(EACH);
  }
}
