package dev.vouch.store;

import java.time.Duration;
import redis.clients.jedis.UnifiedJedis;

/** The files of Slack exports that one workspace has read to the end. */
public final class ImportLog {
  private static final Duration REMEMBER = Duration.ofDays(90);

  private final UnifiedJedis redis;
  private final String key;

  ImportLog(UnifiedJedis redis, String key) {
    this.redis = redis;
    this.key = key;
  }

  public boolean done(String file) {
    return redis.sismember(key, file);
  }

  public void markDone(String file) {
    redis.sadd(key, file);
    redis.expire(key, REMEMBER.toSeconds());
  }
}
