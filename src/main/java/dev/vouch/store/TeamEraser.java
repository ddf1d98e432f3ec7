package dev.vouch.store;

import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.resps.ScanResult;

/**
 * Erases all keys of a workspace, a page at a time and each page only while nobody else has taken
 * over: whoever stood still meanwhile erases nothing of a workspace that has come back.
 */
final class TeamEraser {
  private static final Duration LEASE = Duration.ofSeconds(5);
  private static final int AT_ONCE = 1_000;

  private final UnifiedJedis redis;
  private final Keys keys;
  private final String lease;
  private final String self = UUID.randomUUID().toString();

  TeamEraser(UnifiedJedis redis, String team) {
    this.redis = redis;
    this.keys = new Keys(team);
    this.lease = keys.claim("erase");
  }

  /**
   * Erases what is there, unless somebody else is at it.
   *
   * @return how many keys there were; empty if it did not come to the end
   */
  OptionalLong erase() {
    return take(SetParams.setParams().nx()) ? walk() : OptionalLong.empty();
  }

  /** The same, and whoever else is at it has to stop. */
  void eraseAlone() {
    take(SetParams.setParams());
    walk();
  }

  private boolean take(SetParams how) {
    return redis.set(lease, self, how.px(LEASE.toMillis())) != null;
  }

  private OptionalLong walk() {
    ScanParams matching = new ScanParams().match(keys.prefix() + "*").count(AT_ONCE);
    String cursor = ScanParams.SCAN_POINTER_START;
    long erased = 0;
    do {
      ScanResult<String> page = redis.scan(cursor, matching);
      List<String> found = page.getResult().stream().filter(key -> !key.equals(lease)).toList();
      if (!isErased(found)) {
        return OptionalLong.empty();
      }
      erased += found.size();
      cursor = page.getCursor();
    } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    return isErased(List.of(lease)) ? OptionalLong.of(erased) : OptionalLong.empty();
  }

  private boolean isErased(List<String> found) {
    List<String> named = new ArrayList<>(List.of(lease));
    named.addAll(found);
    return Script.TEAM_ERASE
        .run(redis, named, List.of(self, String.valueOf(LEASE.toMillis())))
        .equals(1L);
  }
}
