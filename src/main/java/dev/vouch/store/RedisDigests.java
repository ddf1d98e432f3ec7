package dev.vouch.store;

import dev.vouch.pipeline.DigestLog;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** Which digests of one workspace were posted, in Redis. */
final class RedisDigests implements DigestLog {
  private final UnifiedJedis redis;
  private final Keys keys;

  RedisDigests(UnifiedJedis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  @Override
  public Optional<LocalDate> lastDay(String channel) {
    return Optional.ofNullable(redis.hget(keys.digests(), channel)).map(LocalDate::parse);
  }

  @Override
  public Claim claim(String channel, LocalDate day, Duration lease) {
    Object claimed =
        Script.DIGEST_CLAIM.run(
            redis,
            List.of(keys.digestClaim(channel, day.toString()), keys.begunDigests()),
            List.of(channel, day.toString(), String.valueOf(lease.toMillis())));
    return claimed.equals(0L) ? Claim.TAKEN : claimed.equals(1L) ? Claim.FIRST : Claim.AGAIN;
  }

  @Override
  public void posted(String channel, LocalDate day) {
    redis.hset(keys.digests(), channel, day.toString());
  }
}
