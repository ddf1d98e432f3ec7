package dev.vouch.store.nudge;

import dev.vouch.advocate.identity.Identities;
import dev.vouch.nudge.Exposure;
import dev.vouch.nudge.Holdout;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.NudgeLog;
import dev.vouch.nudge.moment.Look;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import dev.vouch.store.key.Script.Queued;
import dev.vouch.store.nudge.RedisDueQueue.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ZAddParams;

/** The nudges of one workspace and the queue of those that are due, in Redis. */
public final class RedisNudges implements NudgeLog {
  /** Few nudges of a person count, because those that do hold back the others. */
  private static final int LOOK_BACK = 50;

  /** Nobody acts on an older one, and no moment is looked for that long ago. */
  private static final Duration KEPT = Duration.ofDays(730);

  private static final Set<State> COUNTING =
      EnumSet.of(State.HELD, State.APPROVAL, State.SENT, State.LOGGED, State.PAUSED, State.DOING);

  /** What comes up later than this is not being tried again; clocks may differ by an hour. */
  private static final Duration IN_LINE = Duration.ofHours(1);

  private final UnifiedJedis redis;
  private final Keys keys;
  private final Identities identities;
  private final RedisLooks looks;
  private final RedisExposures exposures;
  private final RedisDueQueue<Nudge> due;

  public RedisNudges(UnifiedJedis redis, Keys keys, Identities identities) {
    this.redis = redis;
    this.keys = keys;
    this.identities = identities;
    this.looks = new RedisLooks(redis, keys);
    this.exposures = new RedisExposures(redis, keys, identities);
    this.due =
        new RedisDueQueue<>(
            redis,
            keys,
            new Place("nudge", keys.dueNudges(), keys.nudges(), keys.nudgeClaim("")),
            NudgeJson::parse);
  }

  @Override
  public Optional<Nudge> nudge(String id) {
    return Optional.ofNullable(redis.hget(keys.nudges(), id)).map(NudgeJson::parse);
  }

  @Override
  public List<Nudge> add(List<Nudge> nudges, Beside beside) {
    List<Queued> queued = new ArrayList<>();
    List<Response<List<String>>> old = new ArrayList<>();
    try (var pipeline = redis.pipelined()) {
      if (!beside.looks().isEmpty()) {
        queued.add(looks.queue(pipeline, beside.looks()));
      }
      for (Nudge nudge : nudges) {
        queued.add(
            Script.NUDGE_WRITE.queue(
                pipeline,
                writeKeys(nudge, nudge),
                Stream.concat(
                        writeArgs("", nudge, nudge).stream(),
                        RedisExposures.args(beside.exposures().get(nudge.id())).stream())
                    .toList()));
      }
      if (!nudges.isEmpty()) {
        double bound = nudges.get(0).at().minus(KEPT).getEpochSecond();
        old.add(pipeline.zrangeByScore(keys.latestNudges(), 0, bound, 0, 2 * nudges.size()));
      }
      pipeline.sync();
    }
    int first = queued.size() - nudges.size();
    queued.subList(0, first).forEach(look -> look.result(redis));
    List<Nudge> added = new ArrayList<>();
    for (int i = 0; i < nudges.size(); i++) {
      if (queued.get(first + i).result(redis).equals(1L)) {
        added.add(nudges.get(i));
      }
    }
    old.forEach(ids -> ids.get().forEach(this::remove));
    return added;
  }

  @Override
  public Optional<Look> claimLook(Instant now, Duration lease) {
    return looks.claim(now, lease);
  }

  @Override
  public void settle(Look claimed, @Nullable Instant next) {
    looks.settle(claimed, next);
  }

  @Override
  public void failed(Look claimed, Instant now, String why) {
    looks.failed(claimed, now, why);
  }

  @Override
  public Optional<Nudge> change(Nudge read, UnaryOperator<Nudge> change) {
    Nudge wanted = change.apply(read);
    return wanted.equals(read) || !write(NudgeJson.of(read), read, wanted)
        ? change(read.id(), change)
        : Optional.of(wanted);
  }

  @Override
  public List<Exposure> exposures(NudgeKind kind, Instant from, Instant to) {
    return exposures.of(kind, from, to);
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
    return Script.NUDGE_WRITE
        .run(redis, writeKeys(was, wanted), writeArgs(before, was, wanted))
        .equals(1L);
  }

  private List<String> writeKeys(Nudge was, Nudge wanted) {
    return List.of(
        keys.nudges(),
        keys.latestNudges(),
        keys.dueNudges(),
        keys.nudgesAbout(wanted.about()),
        keys.openNudges(was.to()),
        keys.openNudges(wanted.to()),
        keys.countingNudges(wanted.about()),
        keys.openNudges(),
        keys.forgotten(),
        keys.exposures(wanted.kind(), Holdout.quarter(wanted.at())),
        keys.heldNudges(was.to()),
        keys.heldNudges(wanted.to()),
        keys.nudgeLine(goesTo(was)));
  }

  private static String goesTo(Nudge nudge) {
    Nudge.Sending begun = nudge.sending();
    return begun == null ? nudge.to() : begun.person();
  }

  private List<String> writeArgs(String before, Nudge was, Nudge wanted) {
    boolean wasOpen = !before.isEmpty() && was.state().isOpen();
    boolean rests = wanted.state() == State.HELD || wanted.state() == State.PAUSED;
    boolean waits = rests || wanted.due() != null || wanted.isOnItsWay() || wanted.isErased();
    return List.of(
        wanted.id(),
        before,
        NudgeJson.of(wanted),
        Script.seconds(wanted.at()),
        waits ? Script.seconds(dueOf(wanted)) : "",
        wasOpen ? "1" : "0",
        wanted.state().isOpen() ? "1" : "0",
        COUNTING.contains(wanted.state()) ? "1" : "0",
        wanted.about(),
        wanted.kind().isQuiet() ? "1" : "0",
        wanted.state() == State.HELD ? "1" : "0",
        keys.prefix());
  }

  private static Instant dueOf(Nudge nudge) {
    return Objects.requireNonNullElse(nudge.due(), nudge.at());
  }

  @Override
  public Optional<Nudge> claimDue(Instant now, Duration lease) {
    return due.claimDue(now, lease);
  }

  @Override
  public void release(String id) {
    due.release(id);
  }

  @Override
  public void failed(String id, Instant now, String why) {
    due.failed(id, now, why);
  }

  @Override
  public void remove(String id) {
    String before = redis.hget(keys.nudges(), id);
    while (before != null && !removed(id, before)) {
      before = redis.hget(keys.nudges(), id);
    }
  }

  private boolean removed(String id, String before) {
    Nudge nudge = NudgeJson.parse(before);
    List<String> indexes =
        new ArrayList<>(
            List.of(
                keys.nudges(),
                keys.latestNudges(),
                keys.dueNudges(),
                keys.openNudges(),
                keys.openNudges(nudge.to()),
                keys.nudgeLine(nudge.to()),
                keys.heldNudges(nudge.to()),
                keys.countingNudges(nudge.about())));
    identities.of(nudge.about()).forEach(one -> indexes.add(keys.nudgesAbout(one.id())));
    return Script.NUDGE_REMOVE.run(redis, indexes, List.of(id, before)).equals(1L);
  }

  @Override
  public boolean isFirstInLine(String id, String person, Instant now) {
    return Script.NUDGE_LINE
        .run(
            redis,
            List.of(keys.nudgeLine(person), keys.dueNudges()),
            List.of(
                id, Script.seconds(now), String.valueOf(IN_LINE.toSeconds()), keys.nudgeClaim("")))
        .equals(1L);
  }

  @Override
  public void leaveLine(String id, String person) {
    redis.zrem(keys.nudgeLine(person), id);
  }

  @Override
  public void hasten(String id, Instant due) {
    redis.zadd(
        keys.dueNudges(),
        Double.parseDouble(Script.seconds(due)),
        id,
        ZAddParams.zAddParams().xx().lt());
  }

  @Override
  public List<Past> pasts(List<Asked> all) {
    List<Queued> queued = new ArrayList<>();
    try (var pipeline = redis.pipelined()) {
      for (Asked one : all) {
        List<String> args = new ArrayList<>(List.of(String.valueOf(LOOK_BACK)));
        args.addAll(one.ids());
        queued.add(
            Script.NUDGE_PAST.queue(
                pipeline,
                List.of(keys.nudges(), keys.countingNudges(identities.person(one.person()))),
                args));
      }
      pipeline.sync();
    }
    return queued.stream().map(one -> past((List<?>) one.result(redis))).toList();
  }

  private static Past past(List<?> found) {
    Map<String, Nudge> known = new HashMap<>();
    parsed((List<?>) found.get(0)).forEach(nudge -> known.put(nudge.id(), nudge));
    return new Past(known, parsed((List<?>) found.get(1)));
  }

  private static List<Nudge> parsed(List<?> stored) {
    return stored.stream()
        .filter(Objects::nonNull)
        .map(json -> NudgeJson.parse((String) json))
        .toList();
  }

  @Override
  public List<Nudge> about(String person, int limit) {
    return newest(keys.nudgesAbout(identities.person(person)), limit);
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
}
