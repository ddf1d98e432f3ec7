package dev.vouch.store.nudge;

import dev.vouch.advocate.identity.Identities;
import dev.vouch.nudge.Exposure;
import dev.vouch.nudge.Holdout;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.store.key.Keys;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** Who of one workspace could have got a nudge, by kind and quarter, in Redis. */
final class RedisExposures {
  /** After the last of a quarter; nobody compares what is older than a year. */
  private static final Duration KEPT = Duration.ofDays(400);

  private final UnifiedJedis redis;
  private final Keys keys;
  private final Identities identities;

  RedisExposures(UnifiedJedis redis, Keys keys, Identities identities) {
    this.redis = redis;
    this.keys = keys;
    this.identities = identities;
  }

  /** What the script that writes a nudge needs in order to note one beside it. */
  public static List<String> args(@Nullable Exposure exposure) {
    return exposure == null
        ? List.of()
        : List.of(
            exposure.person(),
            ChronoUnit.MICROS.between(Instant.EPOCH, exposure.at())
                + (exposure.heldOut() ? "/out" : "/in"),
            String.valueOf(KEPT.toSeconds()));
  }

  /** Those of the quarters from one time to another. */
  public List<Exposure> of(NudgeKind kind, Instant from, Instant to) {
    List<Exposure> all = new ArrayList<>();
    Holdout.quarters(from, to).forEach(quarter -> all.addAll(of(kind, quarter)));
    return all;
  }

  private List<Exposure> of(NudgeKind kind, String quarter) {
    Map<String, Exposure> exposures = new LinkedHashMap<>();
    String cursor = ScanParams.SCAN_POINTER_START;
    do {
      ScanResult<Map.Entry<String, String>> part =
          redis.hscan(keys.exposures(kind, quarter), cursor, new ScanParams().count(1_000));
      part.getResult()
          .forEach(
              one -> {
                Exposure exposure = exposure(kind, one.getKey(), one.getValue());
                exposures.merge(exposure.person(), exposure, RedisExposures::earlier);
              });
      cursor = part.getCursor();
    } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    return List.copyOf(exposures.values());
  }

  /** Of somebody with several ids what chance decided first. */
  private static Exposure earlier(Exposure one, Exposure other) {
    return other.at().isBefore(one.at()) ? other : one;
  }

  private Exposure exposure(NudgeKind kind, String person, String stored) {
    String[] value = stored.split("/", 2);
    return new Exposure(
        identities.person(person),
        kind,
        Instant.EPOCH.plus(Long.parseLong(value[0]), ChronoUnit.MICROS),
        value[1].equals("out"));
  }
}
