package dev.vouch.app;

import dev.vouch.store.server.RedisAddress;
import java.time.Duration;
import java.util.Set;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.XPendingParams;
import redis.clients.jedis.params.ZAddParams;

/** Brings about what Redis does after a while by its own clock, which no test can set. */
final class RedisTime {
  private static final String GROUP = "vouch";
  private static final Duration AT_WORK = Duration.ofSeconds(1);

  private RedisTime() {}

  /** What failed, or was left by somebody who died, is tried again now. */
  static void endPauses(RedisAddress redis, String team) {
    String inbox = "vouch:{%s}:inbox".formatted(team);
    XPendingParams left = new XPendingParams("-", "+", 100).idle(AT_WORK.toMillis());
    ZAddParams known = ZAddParams.zAddParams().xx();
    try (RedisClient client = client(redis)) {
      client
          .xpending(inbox, GROUP, left)
          .forEach(one -> client.zadd(inbox + ":again", 0, one.getID().toString(), known));
    }
  }

  /** Ends the claims that fit a pattern, and says which. */
  static Set<String> endClaims(RedisAddress redis, String pattern) {
    try (RedisClient client = client(redis)) {
      Set<String> claims = client.keys(pattern);
      claims.forEach(client::del);
      return claims;
    }
  }

  private static RedisClient client(RedisAddress redis) {
    return RedisClient.create(redis.uri().toString());
  }
}
