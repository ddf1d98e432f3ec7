package dev.vouch.store.nudge;

import dev.vouch.advocate.relationship.Subject;
import dev.vouch.nudge.moment.Look;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.UnifiedJedis;

/** Who of one workspace is to be looked at for moments, and when, in Redis. */
final class RedisLooks {
  private final UnifiedJedis redis;
  private final Keys keys;
  private final Setbacks setbacks;

  RedisLooks(UnifiedJedis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
    this.setbacks = new Setbacks(redis, keys);
  }

  /** Notes them in a pipeline, but where they are to be looked at earlier anyhow. */
  public Script.Queued queue(AbstractPipeline pipeline, Collection<Look> looks) {
    List<String> args = new ArrayList<>();
    for (Look look : looks) {
      args.addAll(List.of(member(look.at()), Script.seconds(look.from())));
    }
    return Script.LOOK_AT.queue(pipeline, List.of(keys.looks(), keys.forgotten()), args);
  }

  /** Takes the first that is due, until it is settled or the lease is over. */
  public Optional<Look> claim(Instant now, Duration lease) {
    Instant again = now.plus(lease);
    List<String> args = List.of(Script.seconds(now), Script.seconds(again));
    Object claimed = Script.LOOK_CLAIM.run(redis, List.of(keys.looks()), args);
    return Optional.ofNullable((String) claimed).map(one -> new Look(subject(one), again));
  }

  /** Notes when they come up next, unless there was a new reason meanwhile. */
  public void settle(Look claimed, @Nullable Instant next) {
    List<String> args =
        List.of(
            member(claimed.at()),
            Script.seconds(claimed.from()),
            next == null ? "" : Script.seconds(next));
    Script.LOOK_SETTLE.run(redis, List.of(keys.looks()), args);
  }

  /** It comes up again after a pause. */
  public void failed(Look claimed, Instant now, String why) {
    setbacks.note("look", keys.looks(), member(claimed.at()), now, why);
  }

  private static String member(Subject subject) {
    return subject.kind().wire() + ":" + subject.id();
  }

  private static Subject subject(String member) {
    String[] parts = member.split(":", 2);
    return new Subject(Subject.Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]);
  }
}
