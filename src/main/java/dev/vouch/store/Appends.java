package dev.vouch.store;

import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.Inbox.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Appends what comes in at the same time in one go: while one thread waits for Redis, the others
 * leave what they have and go; it takes that along when it goes next. All go to one server: each
 * master of a Cluster has a line of its own, so that one that is away holds up no other.
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
  private final Queue<Waiting> line = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean going = new AtomicBoolean();

  Appends(RedisServers servers, Replication replication, Function<String, RedisInbox> inboxes) {
    this.servers = servers;
    this.replication = replication;
    this.inboxes = inboxes;
  }

  /** An envelope that is to be stored, and whoever wants to know of it. */
  private record Waiting(Envelope envelope, CompletableFuture<Boolean> stored, long sinceNanos) {}

  /** An envelope in a pipeline. */
  private record Sent(Waiting waiting, Script.Queued answer) {}

  /**
   * @return whether it was new; fails with {@link Unavailable}
   */
  CompletableFuture<Boolean> append(Envelope envelope) {
    CompletableFuture<Boolean> stored = new CompletableFuture<>();
    line.add(new Waiting(envelope, stored, System.nanoTime()));
    while (!line.isEmpty() && going.compareAndSet(false, true)) {
      try {
        go();
      } finally {
        going.set(false);
      }
    }
    return stored;
  }

  private void go() {
    List<Waiting> batch = new ArrayList<>();
    for (Waiting next = line.poll(); next != null; next = line.poll()) {
      batch.add(next);
      if (batch.size() == MOST_AT_ONCE) {
        break;
      }
    }
    long now = System.nanoTime();
    List<Waiting> late =
        batch.stream().filter(one -> now - one.sinceNanos() > PATIENCE_NANOS).toList();
    late.forEach(one -> fail(one, "Redis is too slow for envelope ", null));
    batch.removeAll(late);
    send(batch);
  }

  private void send(List<Waiting> batch) {
    if (batch.isEmpty()) {
      return;
    }
    Keys any = new Keys(batch.get(0).envelope().team());
    List<Sent> sent = new ArrayList<>();
    Replication.Check replicated;
    try {
      replicated =
          servers.send(
              any.prefix(),
              pipeline -> {
                replication.prepare(pipeline, Script.INBOX_APPEND, any);
                batch.forEach(one -> sent.add(queued(pipeline, one)));
                return replication.queue(pipeline, any);
              });
    } catch (RuntimeException e) {
      batch.forEach(one -> fail(one, "Redis did not take envelope ", e));
      return;
    }
    sent.forEach(one -> answer(one, replicated));
  }

  private Sent queued(AbstractPipeline pipeline, Waiting one) {
    return new Sent(one, inboxes.apply(one.envelope().team()).queue(pipeline, one.envelope()));
  }

  private void answer(Sent sent, Replication.Check replicated) {
    try {
      long stored = (Long) sent.answer().result(servers.client());
      replicated.verify();
      if (stored < 0) {
        fail(sent.waiting(), "too many wait in the inbox for envelope ", null);
      } else {
        sent.waiting().stored().complete(stored == 1);
      }
    } catch (JedisException e) {
      fail(sent.waiting(), "Redis did not take envelope ", e);
    }
  }

  private static void fail(
      Waiting one, String why, @org.jspecify.annotations.Nullable Throwable cause) {
    one.stored().completeExceptionally(new Unavailable(why + one.envelope().id(), cause));
  }
}
