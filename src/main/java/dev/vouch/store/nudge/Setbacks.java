package dev.vouch.store.nudge;

import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;

/** What was due in one workspace and failed when its turn came, in Redis. */
public final class Setbacks {
  private static final Duration SHORTEST = Duration.ofMinutes(2);
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final Duration KEPT = Duration.ofDays(2);

  private final UnifiedJedis redis;
  private final Keys keys;

  public Setbacks(UnifiedJedis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /**
   * Something that fails again and again.
   *
   * @param what kind of work it is
   * @param why the kind of failure
   * @param since when it failed first
   */
  public record Setback(String what, String why, Instant since) {}

  /**
   * It comes up again after a pause, which doubles for as long as it fails.
   *
   * @param queue key of the queue that it stands in, as {@code member}
   */
  public void note(String what, String queue, String member, Instant now, String why) {
    Script.SETBACK_NOTE.run(
        redis,
        List.of(queue, keys.setbacks()),
        List.of(
            member,
            what,
            why,
            Script.seconds(now),
            String.valueOf(SHORTEST.toSeconds()),
            String.valueOf(LONGEST.toSeconds()),
            String.valueOf(KEPT.toSeconds())));
  }

  /** All that is not known to work again. */
  public List<Setback> all(Instant now) {
    return redis.hgetAll(keys.setbacks()).entrySet().stream()
        .map(one -> new Noted(one.getKey(), one.getValue().split(" ", 3)))
        .filter(one -> !one.until().isBefore(now))
        .map(Noted::setback)
        .toList();
  }

  private record Noted(String field, String[] value) {
    Instant until() {
      return time(value[1]);
    }

    Setback setback() {
      return new Setback(field.substring(0, field.indexOf(':')), value[2], time(value[0]));
    }

    private static Instant time(String seconds) {
      return Instant.ofEpochMilli(Math.round(Double.parseDouble(seconds) * 1_000));
    }
  }
}
