package dev.vouch.store;

import dev.vouch.pipeline.DigestLog;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

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
  public boolean claim(String channel, LocalDate day, Instant now, Duration lease) {
    SetParams once = SetParams.setParams().nx().px(lease.toMillis());
    String key = keys.digestClaim(channel, day.toString());
    return redis.set(key, String.valueOf(now.toEpochMilli()), once) != null;
  }

  @Override
  public void posted(String channel, LocalDate day) {
    redis.hset(keys.digests(), channel, day.toString());
  }
}
