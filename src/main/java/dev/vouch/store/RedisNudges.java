package dev.vouch.store;

import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.NudgeLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/** The nudges of one workspace and the queue of those that are due, in Redis. */
final class RedisNudges implements NudgeLog {
  /** Few nudges of a person count, because those that do hold back the others. */
  private static final int LOOK_BACK = 50;

  private static final Set<State> COUNTING =
      EnumSet.of(State.HELD, State.APPROVAL, State.SENT, State.LOGGED, State.DOING);

  private final UnifiedJedis redis;
  private final Keys keys;

  RedisNudges(UnifiedJedis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  @Override
  public Optional<Nudge> nudge(String id) {
    return Optional.ofNullable(redis.hget(keys.nudges(), id)).map(NudgeJson::parse);
  }

  @Override
  public boolean add(Nudge nudge) {
    return write("", nudge, nudge);
  }

  @Override
  public Optional<Nudge> change(String id, UnaryOperator<Nudge> change) {
    while (true) {
      String before = redis.hget(keys.nudges(), id);
      if (before == null) {
        return Optional.empty();
      }
      Nudge was = NudgeJson.parse(before);
      Nudge wanted = change.apply(was);
      if (wanted.equals(was) || write(before, was, wanted)) {
        return Optional.of(wanted);
      }
    }
  }

  private boolean write(String before, Nudge was, Nudge wanted) {
    boolean wasOpen = !before.isEmpty() && was.state().isOpen();
    Object written =
        Script.NUDGE_WRITE.run(
            redis,
            List.of(
                keys.nudges(),
                keys.latestNudges(),
                keys.dueNudges(),
                keys.nudgesAbout(wanted.about()),
                keys.openNudges(was.to()),
                keys.openNudges(wanted.to()),
                keys.countingNudges(wanted.about()),
                keys.openNudges()),
            List.of(
                wanted.id(),
                before,
                NudgeJson.of(wanted),
                seconds(wanted.at()),
                wanted.state() == State.HELD ? seconds(dueOf(wanted)) : "",
                wasOpen ? "1" : "0",
                wanted.state().isOpen() ? "1" : "0",
                COUNTING.contains(wanted.state()) ? "1" : "0"));
    return written.equals(1L);
  }

  private static Instant dueOf(Nudge nudge) {
    return Objects.requireNonNullElse(nudge.due(), nudge.at());
  }

  @Override
  public List<Nudge> claimDue(Instant now, Duration lease, int limit) {
    List<?> claimed =
        (List<?>)
            Script.NUDGE_CLAIM.run(
                redis,
                List.of(keys.dueNudges(), keys.nudges()),
                List.of(seconds(now), seconds(now.plus(lease)), String.valueOf(limit)));
    return claimed.stream().map(json -> NudgeJson.parse((String) json)).toList();
  }

  @Override
  public @Nullable Instant lastAbout(String person, NudgeKind kind, String exceptId) {
    return newest(keys.countingNudges(person), LOOK_BACK).stream()
        .filter(nudge -> nudge.kind() == kind && !nudge.id().equals(exceptId))
        .map(Nudge::at)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  @Override
  public List<Nudge> about(String person, int limit) {
    return newest(keys.nudgesAbout(person), limit);
  }

  @Override
  public List<Nudge> openFor(String person, int limit) {
    return newest(keys.openNudges(person), limit);
  }

  @Override
  public List<Nudge> open(int limit) {
    return newest(keys.openNudges(), limit);
  }

  @Override
  public long countOpen() {
    return redis.zcard(keys.openNudges());
  }

  @Override
  public List<Nudge> latest(int limit) {
    return newest(keys.latestNudges(), limit);
  }

  private List<Nudge> newest(String index, int limit) {
    List<String> ids = redis.zrevrange(index, 0, limit - 1L);
    return ids.isEmpty()
        ? List.of()
        : redis.hmget(keys.nudges(), ids.toArray(String[]::new)).stream()
            .filter(Objects::nonNull)
            .map(NudgeJson::parse)
            .toList();
  }

  private static String seconds(Instant at) {
    return "%d.%03d".formatted(at.getEpochSecond(), at.getNano() / 1_000_000);
  }
}
