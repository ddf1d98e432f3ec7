package dev.vouch.store.ask;

import dev.vouch.advocate.identity.Identities;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.AskBook;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import dev.vouch.store.nudge.RedisDueQueue;
import dev.vouch.store.nudge.RedisDueQueue.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import redis.clients.jedis.UnifiedJedis;

/** The asks of one workspace and the queue of those that are due, in Redis. */
public final class RedisAsks implements AskBook {
  private final UnifiedJedis redis;
  private final Keys keys;
  private final AskKeys names;
  private final Identities identities;
  private final RedisDueQueue<Ask> due;

  public RedisAsks(UnifiedJedis redis, Keys keys, Identities identities) {
    this.redis = redis;
    this.keys = keys;
    this.names = new AskKeys(keys);
    this.identities = identities;
    this.due =
        new RedisDueQueue<>(
            redis,
            keys,
            new Place("ask", names.due(), names.asks(), names.claim("")),
            AskJson::parse);
  }

  @Override
  public Optional<Ask> ask(String id) {
    return Optional.ofNullable(redis.hget(names.asks(), id)).map(AskJson::parse);
  }

  @Override
  public boolean add(Ask ask) {
    return write("", ask);
  }

  @Override
  public void drop(Ask ask) {
    boolean unused = write(AskJson.of(ask), "", ask);
  }

  @Override
  public Optional<Ask> change(String id, UnaryOperator<Ask> change) {
    while (true) {
      String before = redis.hget(names.asks(), id);
      if (before == null) {
        return Optional.empty();
      }
      Ask was = AskJson.parse(before);
      Ask wanted = change.apply(was);
      if (wanted.equals(was) || write(before, wanted)) {
        return Optional.of(wanted);
      }
    }
  }

  private boolean write(String before, Ask ask) {
    return write(before, AskJson.of(ask), ask);
  }

  private boolean write(String before, String after, Ask ask) {
    return Script.ASK_WRITE
        .run(
            redis,
            List.of(
                names.asks(),
                names.latest(),
                names.due(),
                names.about(ask.about()),
                keys.forgotten()),
            List.of(
                ask.id(),
                before,
                after,
                Script.seconds(ask.at()),
                ask.due() == null ? "" : Script.seconds(ask.due()),
                ask.about()))
        .equals(1L);
  }

  @Override
  public Optional<Ask> claimDue(Instant now, Duration lease) {
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
  public List<Ask> about(String person, int limit) {
    return identities.of(person).stream()
        .flatMap(one -> asks(redis.zrevrange(names.about(one.id()), 0, limit - 1L)).stream())
        .sorted(Comparator.comparing(Ask::at).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Ask> since(Instant from, int limit) {
    return asks(redis.zrevrangeByScore(names.latest(), "+inf", Script.seconds(from), 0, limit));
  }

  private List<Ask> asks(List<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : redis.hmget(names.asks(), ids.toArray(String[]::new)).stream()
            .filter(Objects::nonNull)
            .map(AskJson::parse)
            .toList();
  }
}
