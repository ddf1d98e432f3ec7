package dev.vouch.store;

import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.inbox.Deliveries;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.resps.StreamEntry;

/**
 * One workspace's inbox: a Redis stream, read by a consumer group. What came in twice is dropped as
 * it is taken. What a worker took and did not finish, because it failed or died, is taken again
 * after a pause that doubles with every try.
 */
final class RedisInbox implements Deliveries {
  static final String GROUP = "vouch";
  private static final long TIDY_EVERY_NANOS = Duration.ofHours(1).toNanos();
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /** Whoever has nothing in hand and asked for nothing for so many first pauses is taken out. */
  private static final int GONE_AFTER_PAUSES = 20;

  private final UnifiedJedis redis;
  private final Tombstones tombstones;
  private final Settling settling;
  private final Keys keys;
  private final String team;
  private final String consumer;
  private final Duration firstPause;
  private final InstantSource clock;
  private final long most;
  private final AtomicLong tidyAt = new AtomicLong(System.nanoTime());
  private volatile boolean hasGroup;
  private volatile boolean full;
  private volatile boolean newFirst;

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
    this.settling = new Settling(keys, consumer);
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
  Queued queue(AbstractPipeline pipeline, List<Envelope> envelopes, Headroom headroom) {
    List<Response<StreamEntryID>> entries =
        full || headroom.share() == 0
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
        full = waiting.get() >= most * headroom.share();
        return !full;
      }

      @Override
      public boolean isIn(int place) {
        return !entries.isEmpty() && entries.get(place).get() != null;
      }
    };
  }

  @Override
  public Taken take(int limit, Settled settled) {
    try {
      ensureGroup();
      tidy();
      return takeNext(limit, settled);
    } catch (JedisDataException e) {
      hasGroup = hasGroup && !isWithoutGroup(e);
      throw e;
    }
  }

  /** The workspace was erased, or Redis came back empty: the group has to be made again. */
  private static boolean isWithoutGroup(JedisDataException refusal) {
    return String.valueOf(refusal.getMessage()).contains("NOGROUP");
  }

  /** After something that came again it is the turn of what is new: neither keeps the other out. */
  private Taken takeNext(int limit, Settled settled) {
    Script.Queued noted;
    Script.Queued taken;
    Response<Long> waiting;
    try (var pipeline = redis.pipelined()) {
      noted = settling.queue(pipeline, settled);
      taken =
          Script.INBOX_TAKE.queue(
              pipeline,
              List.of(keys.inbox(), keys.again(), keys.failures()),
              List.of(
                  GROUP,
                  consumer,
                  String.valueOf(limit),
                  String.valueOf(firstPause.toMillis()),
                  String.valueOf(LONGEST_PAUSE.toMillis()),
                  newFirst ? "1" : "0"));
      waiting = pipeline.xlen(keys.inbox());
      pipeline.sync();
    }
    Object unused = noted.result(redis);
    List<Entry> entries = entries((List<?>) taken.result(redis));
    newFirst = entries.stream().anyMatch(entry -> entry.attempts() > 1);
    return sifted(entries, waiting.get());
  }

  /** An entry of the stream that was taken, which may be there twice. */
  private record Entry(StreamEntryID id, Map<String, String> fields, int attempts, int failures) {
    boolean isAgain() {
      return fields.containsKey("again");
    }
  }

  /** In the order in which they came in, however often each was tried. */
  private static List<Entry> entries(List<?> taken) {
    return taken.stream()
        .map(one -> entry((List<?>) one))
        .sorted(Comparator.comparing(Entry::id))
        .toList();
  }

  private static Entry entry(List<?> taken) {
    List<?> flat = (List<?>) taken.get(1);
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < flat.size(); i += 2) {
      fields.put((String) flat.get(i), (String) flat.get(i + 1));
    }
    return new Entry(
        new StreamEntryID((String) taken.get(0)),
        fields,
        Math.toIntExact((Long) taken.get(2)),
        Math.toIntExact((Long) taken.get(3)));
  }

  /** Only the first of those that are the same goes on; the others go from the inbox at once. */
  private Taken sifted(List<Entry> entries, long waiting) {
    if (entries.isEmpty()) {
      return new Taken(List.of(), waiting, 0);
    }
    List<Delivery> taken = entries.stream().map(this::delivery).toList();
    List<String> names = new ArrayList<>(List.of(keys.inbox(), keys.again()));
    List<String> args = new ArrayList<>(List.of(GROUP, String.valueOf(Keys.SEEN.toSeconds())));
    for (int i = 0; i < entries.size(); i++) {
      Envelope envelope = taken.get(i).envelope();
      names.add(keys.seen(envelope.id(), envelope.happenedAt()));
      args.addAll(
          List.of(envelope.id(), taken.get(i).receipt(), entries.get(i).isAgain() ? "1" : "0"));
    }
    List<?> first = (List<?>) attempt(() -> Script.INBOX_SIFT.run(redis, names, args), taken);
    List<Delivery> fresh =
        IntStream.range(0, taken.size())
            .filter(i -> first.get(i).equals(1L))
            .mapToObj(taken::get)
            .toList();
    int repeated = taken.size() - fresh.size();
    return new Taken(fresh, waiting - repeated, repeated);
  }

  /** A step that fails says nothing against what was taken. */
  private Object attempt(Supplier<Object> step, List<Delivery> taken) {
    try {
      return step.get();
    } catch (JedisException e) {
      try {
        settle(new Settled(List.of(), taken, List.of()));
      } catch (JedisException also) {
        e.addSuppressed(also);
      }
      throw e;
    }
  }

  /** Now and then, because every start of an instance leaves the workers of the last one behind. */
  private void tidy() {
    long now = System.nanoTime();
    long next = tidyAt.get();
    if (now - next >= 0 && tidyAt.compareAndSet(next, now + TIDY_EVERY_NANOS)) {
      String idle = String.valueOf(GONE_AFTER_PAUSES * firstPause.toMillis());
      Script.INBOX_TIDY.run(redis, List.of(keys.inbox()), List.of(GROUP, idle));
    }
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

  private Delivery delivery(Entry entry) {
    return new Delivery(
        entry.id().toString(),
        EnvelopeFields.envelope(team, entry.fields()),
        entry.attempts(),
        entry.failures());
  }

  @Override
  public void settle(Settled settled) {
    if (settled.isNothing()) {
      return;
    }
    Script.Queued noted;
    try (var pipeline = redis.pipelined()) {
      noted = settling.queue(pipeline, settled);
      pipeline.sync();
    }
    Object unused = noted.result(redis);
  }

  @Override
  public void bury(Delivery delivery, String reason) {
    if (!tombstones.among(Payload.owners(delivery.envelope().payload())).isEmpty()) {
      done(List.of(delivery));
      return;
    }
    Script.INBOX_BURY.run(
        redis,
        List.of(keys.inbox(), keys.dead(), keys.again(), keys.failures()),
        List.of(
            GROUP,
            delivery.receipt(),
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
