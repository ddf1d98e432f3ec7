package dev.vouch.store;

import dev.vouch.pipeline.Deliveries;
import dev.vouch.pipeline.Envelope;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.XClaimParams;
import redis.clients.jedis.params.XPendingParams;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;
import redis.clients.jedis.resps.StreamPendingEntry;

/**
 * One workspace's inbox: a Redis stream, read by a consumer group. What came in twice is dropped as
 * it is taken. What a worker took and did not finish, because it failed or died, is taken again
 * after a pause that doubles with every try.
 */
final class RedisInbox implements Deliveries {
  static final String GROUP = "vouch";
  private static final long LOOK_BACK_NANOS = Duration.ofSeconds(1).toNanos();
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int LOOK_AT = 200;

  private final UnifiedJedis redis;
  private final Tombstones tombstones;
  private final Keys keys;
  private final String team;
  private final String consumer;
  private final Duration firstPause;
  private final InstantSource clock;
  private final long most;
  private final AtomicLong lookBackAt = new AtomicLong(System.nanoTime());
  private volatile boolean hasGroup;
  private volatile boolean full;

  /**
   * When things are tried again, and where it ends.
   *
   * @param firstPause how long after the first failure it is tried again; longer than any message
   *     takes, or two workers may work on one message (which does no harm)
   * @param most how many may wait before nothing more is taken in
   */
  record Rules(Duration firstPause, long most) {
    /**
     * Slack sends at most 30,000 events an hour of one workspace: this is a day without a worker.
     */
    static final Rules USUAL = new Rules(Duration.ofSeconds(5), 720_000);
  }

  /**
   * @param consumer unlike that of any other worker of this workspace
   */
  RedisInbox(UnifiedJedis redis, String team, String consumer, Rules rules, InstantSource clock) {
    this.redis = redis;
    this.keys = new Keys(team);
    this.tombstones = new Tombstones(redis, keys);
    this.team = team;
    this.consumer = consumer;
    this.firstPause = rules.firstPause();
    this.most = rules.most();
    this.clock = clock;
  }

  /** What is known of envelopes in a pipeline, once it was sent. */
  interface Queued {
    /** Whether there is room for more now. */
    boolean hasRoom();

    /**
     * Whether the envelope of that place was put in; if not, there was no room before.
     *
     * @throws JedisDataException if Redis refused it; the others stand by themselves
     */
    boolean isIn(int place);
  }

  /**
   * Puts envelopes of this workspace into a pipeline; see {@link Appends}. Whether one came before
   * is seen when it is taken: the door waits for the writing alone.
   */
  Queued queue(AbstractPipeline pipeline, List<Envelope> envelopes) {
    List<Response<StreamEntryID>> entries =
        full
            ? List.of()
            : envelopes.stream()
                .map(
                    one ->
                        pipeline.xadd(
                            keys.inbox(), StreamEntryID.NEW_ENTRY, EnvelopeFields.of(one)))
                .toList();
    Response<Long> waiting = pipeline.xlen(keys.inbox());
    return new Queued() {
      @Override
      public boolean hasRoom() {
        full = waiting.get() >= most;
        return !full;
      }

      @Override
      public boolean isIn(int place) {
        return !entries.isEmpty() && entries.get(place).get() != null;
      }
    };
  }

  @Override
  public Taken take(int limit, List<Delivery> done) {
    try {
      ensureGroup();
      if (isTimeToLookBack()) {
        done(done);
        List<Entry> due = takeAgain(limit);
        return due.isEmpty() ? takeNew(limit, List.of()) : sifted(due, redis.xlen(keys.inbox()));
      }
      return takeNew(limit, done);
    } catch (JedisDataException e) {
      hasGroup = hasGroup && !isWithoutGroup(e);
      throw e;
    }
  }

  /** The workspace was erased, or Redis came back empty: the group has to be made again. */
  private static boolean isWithoutGroup(JedisDataException refusal) {
    return String.valueOf(refusal.getMessage()).startsWith("NOGROUP");
  }

  private Taken takeNew(int limit, List<Delivery> done) {
    try (var pipeline = redis.pipelined()) {
      queueDone(pipeline, done);
      var read =
          pipeline.xreadGroup(
              GROUP,
              consumer,
              XReadGroupParams.xReadGroupParams().count(limit),
              Map.of(keys.inbox(), StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
      Response<Long> waiting = pipeline.xlen(keys.inbox());
      pipeline.sync();
      List<Entry> fresh = new ArrayList<>();
      if (read.get() != null) {
        read.get()
            .forEach(stream -> stream.getValue().forEach(entry -> fresh.add(new Entry(entry, 1))));
      }
      return sifted(fresh, waiting.get());
    }
  }

  /** An entry of the stream that was taken, which may be there twice. */
  private record Entry(StreamEntry entry, int attempts) {
    String id() {
      return entry.getID().toString();
    }

    boolean isAgain() {
      return entry.getFields().containsKey("again");
    }
  }

  /** Only the first of those that are the same goes on; the others go from the inbox at once. */
  private Taken sifted(List<Entry> entries, long waiting) {
    if (entries.isEmpty()) {
      return new Taken(List.of(), waiting, 0);
    }
    List<Delivery> taken = entries.stream().map(this::delivery).toList();
    List<String> names = new ArrayList<>(List.of(keys.inbox()));
    List<String> args = new ArrayList<>(List.of(GROUP, String.valueOf(Keys.SEEN.toSeconds())));
    for (int i = 0; i < entries.size(); i++) {
      Envelope envelope = taken.get(i).envelope();
      names.add(keys.seen(envelope.id(), envelope.happenedAt()));
      args.addAll(
          List.of(envelope.id(), entries.get(i).id(), entries.get(i).isAgain() ? "1" : "0"));
    }
    List<?> first = (List<?>) Script.INBOX_SIFT.run(redis, names, args);
    List<Delivery> fresh =
        IntStream.range(0, taken.size())
            .filter(i -> first.get(i).equals(1L))
            .mapToObj(taken::get)
            .toList();
    int repeated = taken.size() - fresh.size();
    return new Taken(fresh, waiting - repeated, repeated);
  }

  private void queueDone(AbstractPipeline pipeline, List<Delivery> done) {
    if (!done.isEmpty()) {
      StreamEntryID[] ids =
          done.stream()
              .map(delivery -> new StreamEntryID(delivery.receipt()))
              .toArray(StreamEntryID[]::new);
      pipeline.xack(keys.inbox(), GROUP, ids);
      pipeline.xdel(keys.inbox(), ids);
    }
  }

  /** What failed, or was left by somebody who died, is looked for once in a while. */
  private boolean isTimeToLookBack() {
    long now = System.nanoTime();
    long next = lookBackAt.get();
    return now - next >= 0
        && lookBackAt.compareAndSet(next, now + Math.min(firstPause.toNanos(), LOOK_BACK_NANOS));
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

  private List<Entry> takeAgain(int limit) {
    XPendingParams idle =
        XPendingParams.xPendingParams(StreamEntryID.MINIMUM_ID, StreamEntryID.MAXIMUM_ID, LOOK_AT)
            .idle(firstPause.toMillis());
    List<Entry> due = new ArrayList<>();
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

  private List<Entry> claim(StreamPendingEntry pending) {
    long idle = pause(pending.getDeliveredTimes());
    return redis
        .xclaim(keys.inbox(), GROUP, consumer, idle, XClaimParams.xClaimParams(), pending.getID())
        .stream()
        .map(entry -> new Entry(entry, Math.toIntExact(pending.getDeliveredTimes()) + 1))
        .toList();
  }

  private Delivery delivery(Entry entry) {
    return new Delivery(
        entry.id(), EnvelopeFields.envelope(team, entry.entry().getFields()), entry.attempts());
  }

  @Override
  public void done(List<Delivery> deliveries) {
    if (deliveries.isEmpty()) {
      return;
    }
    try (var pipeline = redis.pipelined()) {
      queueDone(pipeline, deliveries);
      pipeline.sync();
    }
  }

  @Override
  public void bury(Delivery delivery, String reason) {
    Envelope envelope = delivery.envelope();
    if (!tombstones.among(Payload.owners(envelope.payload())).isEmpty()) {
      done(List.of(delivery));
      return;
    }
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
    try (var pipeline = redis.pipelined()) {
      Supplier<Backlog> backlog = queueBacklog(pipeline);
      pipeline.sync();
      return backlog.get();
    }
  }

  /** Asks in a pipeline how much waits; the answer is there once it was sent. */
  Supplier<Backlog> queueBacklog(AbstractPipeline pipeline) {
    Response<List<StreamEntry>> oldest =
        pipeline.xrange(keys.inbox(), StreamEntryID.MINIMUM_ID, StreamEntryID.MAXIMUM_ID, 1);
    Response<Long> waiting = pipeline.xlen(keys.inbox());
    Response<Long> dead = pipeline.xlen(keys.dead());
    return () ->
        new Backlog(
            waiting.get(),
            oldest.get().isEmpty()
                ? null
                : EnvelopeFields.envelope(team, oldest.get().get(0).getFields()).receivedAt(),
            dead.get());
  }

  @Override
  public List<DeadLetter> deadLetters(int limit) {
    return redis
        .xrevrange(keys.dead(), StreamEntryID.MAXIMUM_ID, StreamEntryID.MINIMUM_ID, limit)
        .stream()
        .map(entry -> EnvelopeFields.deadLetter(team, entry))
        .toList();
  }

  @Override
  public boolean replay(DeadLetter letter) {
    return Script.INBOX_REPLAY
        .run(redis, List.of(keys.dead(), keys.inbox()), List.of(letter.receipt()))
        .equals(1L);
  }

  @Override
  public boolean drop(DeadLetter letter) {
    return redis.xdel(keys.dead(), new StreamEntryID(letter.receipt())) == 1;
  }
}
