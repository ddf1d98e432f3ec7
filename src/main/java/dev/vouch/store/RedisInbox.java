package dev.vouch.store;

import dev.vouch.pipeline.Deliveries;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.Inbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.XClaimParams;
import redis.clients.jedis.params.XPendingParams;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;
import redis.clients.jedis.resps.StreamPendingEntry;

/**
 * One workspace's inbox: a Redis stream, read by a consumer group. What a worker took and did not
 * finish, because it failed or died, is taken again after a pause that doubles with every try.
 */
final class RedisInbox implements Inbox, Deliveries {
  private static final String GROUP = "vouch";
  private static final Duration REMEMBER = Duration.ofDays(3);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int LOOK_AT = 200;

  private final UnifiedJedis redis;
  private final Keys keys;
  private final String team;
  private final String consumer;
  private final Duration firstPause;
  private final InstantSource clock;
  private volatile boolean hasGroup;

  /**
   * @param consumer unlike that of any other worker of this workspace
   * @param firstPause how long after the first failure it is tried again; longer than any message
   *     takes, or two workers may work on one message (which does no harm)
   */
  RedisInbox(
      UnifiedJedis redis, String team, String consumer, Duration firstPause, InstantSource clock) {
    this.redis = redis;
    this.keys = new Keys(team);
    this.team = team;
    this.consumer = consumer;
    this.firstPause = firstPause;
    this.clock = clock;
  }

  @Override
  public boolean append(Envelope envelope) {
    try {
      Object isNew =
          Script.INBOX_APPEND.run(
              redis,
              List.of(keys.seen(envelope.id()), keys.inbox()),
              List.of(
                  String.valueOf(REMEMBER.toSeconds()),
                  envelope.id(),
                  envelope.type().name(),
                  envelope.payload(),
                  String.valueOf(envelope.receivedAt().toEpochMilli())));
      return isNew.equals(1L);
    } catch (JedisException e) {
      throw new Unavailable("Redis did not take envelope " + envelope.id(), e);
    }
  }

  @Override
  public List<Delivery> take(int limit, Duration wait) {
    try {
      ensureGroup();
      List<Delivery> due = takeAgain(limit);
      return due.isEmpty() ? takeNew(limit, wait) : due;
    } catch (JedisDataException e) {
      hasGroup = hasGroup && !isWithoutGroup(e);
      throw e;
    }
  }

  /** The workspace was erased, or Redis came back empty: the group has to be made again. */
  private static boolean isWithoutGroup(JedisDataException refusal) {
    return String.valueOf(refusal.getMessage()).startsWith("NOGROUP");
  }

  private List<Delivery> takeNew(int limit, Duration wait) {
    XReadGroupParams params = XReadGroupParams.xReadGroupParams().count(limit);
    if (!wait.isZero()) {
      params.block(Math.toIntExact(wait.toMillis()));
    }
    var read =
        redis.xreadGroup(
            GROUP,
            consumer,
            params,
            Map.of(keys.inbox(), StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
    List<Delivery> fresh = new ArrayList<>();
    if (read != null) {
      read.forEach(stream -> stream.getValue().forEach(entry -> fresh.add(delivery(entry, 1))));
    }
    return fresh;
  }

  private void ensureGroup() {
    if (hasGroup) {
      return;
    }
    try {
      redis.xgroupCreate(keys.inbox(), GROUP, new StreamEntryID(0, 0), true);
    } catch (JedisDataException e) {
      if (e.getMessage() == null || !e.getMessage().startsWith("BUSYGROUP")) {
        throw e;
      }
    }
    hasGroup = true;
  }

  private List<Delivery> takeAgain(int limit) {
    XPendingParams idle =
        XPendingParams.xPendingParams(StreamEntryID.MINIMUM_ID, StreamEntryID.MAXIMUM_ID, LOOK_AT)
            .idle(firstPause.toMillis());
    List<Delivery> due = new ArrayList<>();
    for (StreamPendingEntry pending : redis.xpending(keys.inbox(), GROUP, idle)) {
      if (due.size() < limit && pending.getIdleTime() >= pause(pending.getDeliveredTimes())) {
        due.addAll(claim(pending));
      }
    }
    return due;
  }

  /** Milliseconds until the next try; it doubles with each. */
  private long pause(long tries) {
    long doublings = Math.min(tries - 1, 20);
    return Math.min(firstPause.toMillis() << doublings, LONGEST_PAUSE.toMillis());
  }

  private List<Delivery> claim(StreamPendingEntry pending) {
    long idle = pause(pending.getDeliveredTimes());
    return redis
        .xclaim(keys.inbox(), GROUP, consumer, idle, XClaimParams.xClaimParams(), pending.getID())
        .stream()
        .map(entry -> delivery(entry, Math.toIntExact(pending.getDeliveredTimes()) + 1))
        .toList();
  }

  private Delivery delivery(StreamEntry entry, int attempts) {
    return new Delivery(entry.getID().toString(), envelope(entry.getFields()), attempts);
  }

  private Envelope envelope(Map<String, String> fields) {
    return new Envelope(
        fields.getOrDefault("id", "unknown"),
        team,
        Envelope.Type.valueOf(fields.getOrDefault("type", "EVENT")),
        fields.getOrDefault("payload", ""),
        millis(fields.get("at")));
  }

  private static Instant millis(@org.jspecify.annotations.Nullable String millis) {
    return Instant.ofEpochMilli(millis == null ? 0 : Long.parseLong(millis));
  }

  @Override
  public void done(Delivery delivery) {
    StreamEntryID id = new StreamEntryID(delivery.receipt());
    try (var pipeline = redis.pipelined()) {
      pipeline.xack(keys.inbox(), GROUP, id);
      pipeline.xdel(keys.inbox(), id);
      pipeline.sync();
    }
  }

  @Override
  public void bury(Delivery delivery, String reason) {
    Envelope envelope = delivery.envelope();
    Script.INBOX_BURY.run(
        redis,
        List.of(keys.inbox(), keys.dead()),
        List.of(
            GROUP,
            delivery.receipt(),
            envelope.id(),
            envelope.type().name(),
            envelope.payload(),
            String.valueOf(envelope.receivedAt().toEpochMilli()),
            reason,
            String.valueOf(delivery.attempts()),
            String.valueOf(clock.millis())));
  }

  @Override
  public boolean isPassing(RuntimeException failure) {
    return RedisTrouble.isPassing(failure);
  }

  @Override
  public Backlog backlog() {
    List<StreamEntry> oldest =
        redis.xrange(keys.inbox(), StreamEntryID.MINIMUM_ID, StreamEntryID.MAXIMUM_ID, 1);
    return new Backlog(
        redis.xlen(keys.inbox()),
        oldest.isEmpty() ? null : millis(oldest.get(0).getFields().get("at")),
        redis.xlen(keys.dead()));
  }

  @Override
  public List<DeadLetter> deadLetters(int limit) {
    return redis
        .xrevrange(keys.dead(), StreamEntryID.MAXIMUM_ID, StreamEntryID.MINIMUM_ID, limit)
        .stream()
        .map(entry -> deadLetter(entry.getFields()))
        .toList();
  }

  private DeadLetter deadLetter(Map<String, String> fields) {
    return new DeadLetter(
        envelope(fields),
        fields.getOrDefault("reason", ""),
        Integer.parseInt(fields.getOrDefault("attempts", "0")),
        millis(fields.get("died")));
  }
}
