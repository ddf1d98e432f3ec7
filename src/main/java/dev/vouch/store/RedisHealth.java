package dev.vouch.store;

import dev.vouch.store.server.RedisAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a Redis server is, and of the masters of a Cluster the worst of each.
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

  /** Whether it has no memory to spare for what comes in; what is there is worked off. */
  public boolean isTight() {
    return fullness() >= Headroom.NOTHING_FROM;
  }

  /** Whether it takes nothing more; reading still works then. */
  public boolean isFull() {
    return mostBytes > 0 && memoryBytes >= mostBytes;
  }

  /**
   * @param infos what {@code INFO} says on each server, at least one
   */
  static RedisHealth of(RedisAddress address, List<String> infos) {
    return infos.stream()
        .map(info -> of(address.bundled(), info))
        .reduce(RedisHealth::worse)
        .orElseThrow();
  }

  private RedisHealth worse(RedisHealth other) {
    RedisHealth fuller = other.fullness() > fullness() ? other : this;
    return new RedisHealth(
        bundled,
        version.compareTo(other.version) < 0 ? version : other.version,
        appendOnly && other.appendOnly,
        policy.equals("noeviction") ? other.policy : policy,
        fuller.memoryBytes,
        fuller.mostBytes);
  }

  /** The share of its memory that is in use, 0 where that has no limit. */
  public double fullness() {
    return mostBytes == 0 ? 0 : (double) memoryBytes / mostBytes;
  }

  /** The same of a server by what {@code INFO} says of its memory. */
  static double fullness(String info) {
    return of(false, info).fullness();
  }

  private static RedisHealth of(boolean bundled, String info) {
    Map<String, String> facts = facts(info);
    return new RedisHealth(
        bundled,
        facts.getOrDefault("redis_version", "unknown"),
        "1".equals(facts.get("aof_enabled")),
        facts.getOrDefault("maxmemory_policy", "unknown"),
        Long.parseLong(facts.getOrDefault("used_memory", "0")),
        Long.parseLong(facts.getOrDefault("maxmemory", "0")));
  }

  /** What {@code INFO} says, by name; what is counted is summed over several servers. */
  static Map<String, String> facts(List<String> infos) {
    Map<String, String> all = new HashMap<>();
    infos.forEach(
        info -> facts(info).forEach((name, fact) -> all.merge(name, fact, RedisHealth::sum)));
    return all;
  }

  private static String sum(String one, String other) {
    return one.matches("\\d{1,18}") && other.matches("\\d{1,18}")
        ? String.valueOf(Long.parseLong(one) + Long.parseLong(other))
        : one;
  }

  private static Map<String, String> facts(String info) {
    return info.lines()
        .filter(line -> line.contains(":"))
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.indexOf(':')),
                line -> line.substring(line.indexOf(':') + 1).strip(),
                (one, other) -> one));
  }
}
