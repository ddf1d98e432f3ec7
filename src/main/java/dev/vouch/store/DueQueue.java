package dev.vouch.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import redis.clients.jedis.UnifiedJedis;

/** What is due of one kind in a workspace, in Redis; each is taken by one worker at a time. */
public final class DueQueue {
  /** How many that are due are looked at for one that nobody has taken. */
  private static final int LOOK_AT = 20;

  private final UnifiedJedis redis;
  private final String due;
  private final String values;
  private final String claims;
  private final String self = UUID.randomUUID().toString();

  /**
   * @param due key of the sorted set of ids by when they are due
   * @param values key of the hash of what they stand for
   * @param claims beginning of the keys that say who has them
   */
  public DueQueue(UnifiedJedis redis, String due, String values, String claims) {
    this.redis = redis;
    this.due = due;
    this.values = values;
    this.claims = claims;
  }

  /** Takes the first that is due; it comes up again after the lease unless it is changed. */
  public Optional<String> claim(Instant now, Duration lease) {
    Object claimed =
        Script.NUDGE_CLAIM.run(
            redis,
            List.of(due, values),
            List.of(
                Script.seconds(now),
                Script.seconds(now.plus(lease)),
                String.valueOf(lease.toMillis()),
                self,
                String.valueOf(LOOK_AT),
                claims));
    return Optional.ofNullable((String) claimed);
  }

  /** Gives back what was taken, unless somebody else has it by now. */
  public void release(String id) {
    Script.NUDGE_RELEASE.run(redis, List.of(claims + id), List.of(self));
  }
}
