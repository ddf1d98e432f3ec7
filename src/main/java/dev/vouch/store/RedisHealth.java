package dev.vouch.store;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a Redis server is.
 *
 * @param bundled it is the one that Vouch started itself
 * @param appendOnly every write is logged, so that state survives a kill
 * @param policy what it does when its memory is full; anything but {@code noeviction} loses state
 * @param memoryBytes memory in use
 * @param mostBytes its limit, 0 for none
 */
public record RedisHealth(
    boolean bundled,
    String version,
    boolean appendOnly,
    String policy,
    long memoryBytes,
    long mostBytes) {

  /** Whether it takes nothing more; reading still works then. */
  public boolean isFull() {
    return mostBytes > 0 && memoryBytes >= mostBytes;
  }

  static RedisHealth of(RedisAddress address, String info) {
    Map<String, String> facts = facts(info);
    return new RedisHealth(
        address.bundled(),
        facts.getOrDefault("redis_version", "unknown"),
        "1".equals(facts.get("aof_enabled")),
        facts.getOrDefault("maxmemory_policy", "unknown"),
        Long.parseLong(facts.getOrDefault("used_memory", "0")),
        Long.parseLong(facts.getOrDefault("maxmemory", "0")));
  }

  /** What {@code INFO} says, by name. */
  static Map<String, String> facts(String info) {
    return info.lines()
        .filter(line -> line.contains(":"))
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.indexOf(':')),
                line -> line.substring(line.indexOf(':') + 1).strip(),
                (one, other) -> one));
  }
}
