package dev.vouch.store.executive;

import dev.vouch.advocate.identity.Identities;
import dev.vouch.advocate.identity.Identities.Identity;
import dev.vouch.nudge.executive.Executive;
import dev.vouch.nudge.executive.ExecutiveBook;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import dev.vouch.store.nudge.RedisDueQueue;
import dev.vouch.store.nudge.RedisDueQueue.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;

/** The executives of one workspace and all introductions to them, in Redis. */
public final class RedisExecutives implements ExecutiveBook {
  private static final int ALL = 10_000;

  private final UnifiedJedis redis;
  private final Keys keys;
  private final IntroductionKeys names;
  private final Identities identities;
  private final RedisDueQueue<Introduction> due;

  public RedisExecutives(UnifiedJedis redis, Keys keys, Identities identities) {
    this.redis = redis;
    this.keys = keys;
    this.names = new IntroductionKeys(keys);
    this.identities = identities;
    this.due =
        new RedisDueQueue<>(
            redis,
            keys,
            new Place("introduction", names.due(), names.introductions(), names.claim("")),
            ExecutiveJson::introduction);
  }

  @Override
  public List<Executive> roster() {
    return new TreeMap<>(redis.hgetAll(names.executives()))
        .values().stream().map(ExecutiveJson::executive).toList();
  }

  @Override
  public Optional<Executive> executive(String person) {
    return Optional.ofNullable(redis.hget(names.executives(), person))
        .map(ExecutiveJson::executive);
  }

  @Override
  public Executive enlist(String person, UnaryOperator<Executive> change) {
    while (true) {
      String before = Objects.requireNonNullElse(redis.hget(names.executives(), person), "");
      Executive wanted =
          change.apply(before.isEmpty() ? Executive.of(person) : ExecutiveJson.executive(before));
      Object replaced =
          Script.TEXT_REPLACE.run(
              redis,
              List.of(names.executives()),
              List.of("hash", person, before, ExecutiveJson.of(wanted)));
      if (replaced.equals(1L)) {
        return wanted;
      }
    }
  }

  @Override
  public boolean remove(String person) {
    return redis.hdel(names.executives(), person) > 0;
  }

  @Override
  public Map<String, Integer> taken(Map<String, YearMonth> months) {
    Map<String, Response<Long>> asked = new HashMap<>();
    try (var pipeline = redis.pipelined()) {
      months.forEach(
          (person, month) -> asked.put(person, pipeline.scard(names.slots(person, month))));
      pipeline.sync();
    }
    Map<String, Integer> taken = new HashMap<>();
    asked.forEach((person, count) -> taken.put(person, Math.toIntExact(count.get())));
    return taken;
  }

  @Override
  public Entry add(Introduction introduction) {
    String written = write("", introduction, introduction);
    return written.equals("changed") ? Entry.KNOWN : entry(written);
  }

  private static Entry entry(String written) {
    return switch (written) {
      case "ok" -> Entry.ADDED;
      case "full" -> Entry.FULL;
      case "open" -> Entry.OTHER_OPEN;
      default -> Entry.FORGOTTEN;
    };
  }

  @Override
  public Optional<Introduction> introduction(String id) {
    return Optional.ofNullable(redis.hget(names.introductions(), id))
        .map(ExecutiveJson::introduction);
  }

  @Override
  public Optional<Introduction> change(String id, UnaryOperator<Introduction> change) {
    while (true) {
      String before = redis.hget(names.introductions(), id);
      if (before == null) {
        return Optional.empty();
      }
      Introduction was = ExecutiveJson.introduction(before);
      Introduction wanted = change.apply(was);
      String written = wanted.equals(was) ? "ok" : write(before, was, wanted);
      if (!written.equals("changed")) {
        return Optional.of(written.equals("ok") ? wanted : was);
      }
    }
  }

  /**
   * @param wanted null where it goes
   */
  private String write(String before, Introduction was, @Nullable Introduction wanted) {
    return (String)
        Script.INTRODUCTION_WRITE.run(
            redis, writeKeys(was, wanted), writeArgs(before, was, wanted));
  }

  private List<String> writeKeys(Introduction was, @Nullable Introduction wanted) {
    return List.of(
        names.introductions(),
        names.due(),
        names.about(was.request().person()),
        names.open(),
        names.latest(),
        names.executives(),
        slot(was),
        slot(wanted == null ? was : wanted),
        keys.forgotten());
  }

  private String slot(Introduction one) {
    YearMonth month = one.slot();
    return names.slots(
        one.executive(), month == null ? YearMonth.from(java.time.LocalDate.EPOCH) : month);
  }

  private List<String> writeArgs(String before, Introduction was, @Nullable Introduction wanted) {
    Instant due = wanted == null ? null : wanted.due();
    boolean named = wanted != null && !wanted.isErased();
    boolean open = wanted != null && !wanted.isErased() && wanted.stage().isOpen();
    return List.of(
        was.id(),
        before,
        wanted == null ? "" : ExecutiveJson.of(wanted),
        Script.seconds(was.request().at()),
        due == null ? "" : Script.seconds(due),
        was.request().person(),
        named ? "1" : "0",
        open ? "1" : "0",
        was.slot() != null && !before.isEmpty() ? "1" : "0",
        wanted != null && wanted.slot() != null ? wanted.executive() : "",
        keys.prefix());
  }

  @Override
  public Optional<Introduction> claimDue(Instant now, Duration lease) {
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
  public void remove(Introduction introduction) {
    String before = redis.hget(names.introductions(), introduction.id());
    while (before != null
        && write(before, ExecutiveJson.introduction(before), null).equals("changed")) {
      before = redis.hget(names.introductions(), introduction.id());
    }
  }

  /**
   * Takes a person out of all of theirs: what our own people have before them in Slack is edited
   * before it goes, the rest goes now.
   */
  public void erase(String person) {
    for (Introduction one : about(person, ALL)) {
      boolean stands = one.deliveries().stream().anyMatch(told -> !told.refused());
      if (stands) {
        change(one.id(), Introduction::erased);
      } else {
        remove(one);
      }
    }
  }

  @Override
  public List<Introduction> about(String person, int limit) {
    return identities.of(person).stream()
        .map(Identity::id)
        .flatMap(id -> newest(names.about(id), limit).stream())
        .sorted(Comparator.comparing((Introduction one) -> one.request().at()).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Introduction> latest(int limit) {
    return newest(names.latest(), limit);
  }

  private List<Introduction> newest(String index, int limit) {
    List<String> ids = redis.zrevrange(index, 0, limit - 1L);
    return ids.isEmpty()
        ? List.of()
        : redis.hmget(names.introductions(), ids.toArray(String[]::new)).stream()
            .filter(Objects::nonNull)
            .map(ExecutiveJson::introduction)
            .toList();
  }
}
