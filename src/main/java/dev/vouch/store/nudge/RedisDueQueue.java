package dev.vouch.store.nudge;

import dev.vouch.nudge.DueQueue;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;

/** A queue of what is due in one workspace, in Redis: ids by when, and a hash of what they are. */
public final class RedisDueQueue<T> implements DueQueue<T> {
  private static final Logger LOG = LoggerFactory.getLogger(RedisDueQueue.class);

  /** How many that are due are looked at for one that nobody has taken. */
  private static final int LOOK_AT = 20;

  private final UnifiedJedis redis;
  private final Place place;
  private final Function<String, T> parse;
  private final Setbacks setbacks;
  private final String self = UUID.randomUUID().toString();

  /**
   * Where it is.
   *
   * @param what is in it, in a word
   * @param due key of the sorted set of ids
   * @param items key of the hash by id
   * @param claim prefix of the keys that say who has taken what
   */
  public record Place(String what, String due, String items, String claim) {}

  public RedisDueQueue(UnifiedJedis redis, Keys keys, Place place, Function<String, T> parse) {
    this.redis = redis;
    this.place = place;
    this.parse = parse;
    this.setbacks = new Setbacks(redis, keys);
  }

  @Override
  public Optional<T> claimDue(Instant now, Duration lease) {
    List<?> claimed = claim(now, lease);
    while (!claimed.isEmpty()) {
      try {
        return Optional.of(parse.apply((String) claimed.get(1)));
      } catch (RuntimeException e) {
        unreadable((String) claimed.get(0), now, e);
        claimed = claim(now, lease);
      }
    }
    return Optional.empty();
  }

  private List<?> claim(Instant now, Duration lease) {
    return (List<?>)
        Script.DUE_CLAIM.run(
            redis,
            List.of(place.due(), place.items()),
            List.of(
                Script.seconds(now),
                Script.seconds(now.plus(lease)),
                String.valueOf(lease.toMillis()),
                self,
                String.valueOf(LOOK_AT),
                place.claim()));
  }

  private void unreadable(String id, Instant now, RuntimeException failure) {
    String why = failure.getClass().getSimpleName();
    LOG.error("{} {} cannot be read and comes up later: {}", place.what(), id, why);
    failed(id, now, why);
    release(id);
  }

  @Override
  public void release(String id) {
    Script.DUE_RELEASE.run(redis, List.of(place.claim() + id), List.of(self));
  }

  @Override
  public void failed(String id, Instant now, String why) {
    setbacks.note(place.what(), place.due(), id, now, why);
  }
}
