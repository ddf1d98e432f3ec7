package dev.vouch.store;

import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.inbox.Inbox.Unavailable;
import dev.vouch.store.key.Keys;
import dev.vouch.store.server.RedisServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Appends what comes in at the same time in one go: those who append leave what they have and go;
 * one thread takes all along that stands here when it goes to Redis next. All go to one server:
 * each master of a Cluster has a line of its own, so that one that is away holds up no other.
 * Thread-safe.
 *
 * <p>Slack waits for three seconds. What has stood here for one of them is given up, so that with
 * the limits of {@link RedisServers}, under two, it is never acknowledged too late.
 */
final class Appends {
  private static final int MOST_AT_ONCE = 256;
  private static final long PATIENCE_NANOS = Duration.ofSeconds(1).toNanos();

  private final RedisServers servers;
  private final Replication replication;
  private final Function<String, RedisInbox> inboxes;
  private final Executor threads;
  private final Headroom headroom = new Headroom();
  private final Queue<Waiting> line = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean going = new AtomicBoolean();

  /**
   * @param threads whose threads wait for Redis, so that those who append need not
   */
  Appends(
      RedisServers servers,
      Replication replication,
      Function<String, RedisInbox> inboxes,
      Executor threads) {
    this.servers = servers;
    this.replication = replication;
    this.inboxes = inboxes;
    this.threads = threads;
  }

  /** An envelope that is to be stored, and whoever wants to know of it. */
  private record Waiting(Envelope envelope, CompletableFuture<Void> stored, long sinceNanos) {}

  /** What else is asked with a batch. */
  private record Asked(Headroom.Look memory, Replication.Check replicated) {}

  /** Envelopes of one workspace in a pipeline. */
  private record Sent(List<Waiting> together, RedisInbox.Queued answer) {}

  /**
   * @return completes once it is stored; fails with {@link Unavailable}
   */
  CompletableFuture<Void> append(Envelope envelope) {
    CompletableFuture<Void> stored = new CompletableFuture<>();
    line.add(new Waiting(envelope, stored, System.nanoTime()));
    if (going.compareAndSet(false, true)) {
      threads.execute(this::go);
    }
    return stored;
  }

  private void go() {
    do {
      try {
        for (List<Waiting> batch = next(); !batch.isEmpty(); batch = next()) {
          send(batch);
        }
      } finally {
        going.set(false);
      }
    } while (!line.isEmpty() && going.compareAndSet(false, true));
  }

  /** Those that come next; those that stood here for too long are sent away. */
  private List<Waiting> next() {
    List<Waiting> batch = new ArrayList<>();
    long now = System.nanoTime();
    for (Waiting one = line.poll(); one != null; one = line.poll()) {
      if (now - one.sinceNanos() > PATIENCE_NANOS) {
        fail(one, "Redis is too slow for envelope ", null);
        continue;
      }
      batch.add(one);
      if (batch.size() == MOST_AT_ONCE) {
        break;
      }
    }
    return batch;
  }

  private void send(List<Waiting> batch) {
    Keys any = new Keys(batch.get(0).envelope().team());
    Map<String, List<Waiting>> byTeam =
        batch.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.envelope().team(), LinkedHashMap::new, Collectors.toList()));
    List<Sent> sent = new ArrayList<>();
    Asked asked;
    try {
      asked =
          servers.send(
              any.prefix(),
              pipeline -> {
                Headroom.Look memory = headroom.queue(pipeline);
                byTeam.forEach((team, together) -> sent.add(queued(pipeline, team, together)));
                return new Asked(memory, replication.queue(pipeline, any));
              });
    } catch (RuntimeException e) {
      batch.forEach(one -> fail(one, "Redis did not take envelope ", e));
      return;
    }
    asked.memory().note();
    sent.forEach(together -> answer(together, asked.replicated()));
  }

  private Sent queued(AbstractPipeline pipeline, String team, List<Waiting> together) {
    List<Envelope> envelopes = together.stream().map(Waiting::envelope).toList();
    return new Sent(together, inboxes.apply(team).queue(pipeline, envelopes, headroom));
  }

  private void answer(Sent sent, Replication.Check replicated) {
    for (int i = 0; i < sent.together().size(); i++) {
      Waiting one = sent.together().get(i);
      try {
        boolean hasRoom = sent.answer().hasRoom();
        boolean isIn = sent.answer().isIn(i);
        replicated.verify();
        answer(one, isIn, hasRoom);
      } catch (JedisException e) {
        fail(one, "Redis did not take envelope ", e);
      }
    }
  }

  /** Where there was no room and is some now, it is tried again. */
  private void answer(Waiting one, boolean isIn, boolean hasRoom) {
    if (isIn) {
      one.stored().complete(null);
    } else if (hasRoom) {
      line.add(one);
    } else {
      fail(
          one,
          headroom.share() < 1
              ? "Redis has no memory to spare for envelope "
              : "too many wait in the inbox for envelope ",
          null);
    }
  }

  private static void fail(Waiting one, String why, @Nullable Throwable cause) {
    one.stored().completeExceptionally(new Unavailable(why + one.envelope().id(), cause));
  }
}
