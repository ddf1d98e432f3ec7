package dev.vouch.slack.door;

import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.inbox.Inbox;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** An inbox that forgets when the test ends, and that can be full. */
final class MemoryInbox implements Inbox {
  private final List<Envelope> stored = new CopyOnWriteArrayList<>();
  private volatile boolean full;
  private volatile @Nullable String fullFor;
  private volatile @Nullable CountDownLatch first;
  private final ExecutorService later = Executors.newSingleThreadExecutor();

  @Override
  public synchronized void append(Envelope envelope) {
    if (full || envelope.team().equals(fullFor)) {
      throw new Unavailable("full", new IllegalStateException("no room"));
    }
    stored.add(envelope);
  }

  @Override
  public CompletableFuture<Void> appendSoon(Envelope envelope) {
    CountDownLatch latch = first;
    if (latch == null) {
      return Inbox.super.appendSoon(envelope);
    }
    return CompletableFuture.runAsync(
        () -> {
          await(latch);
          append(envelope);
        },
        later);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From now on what comes is stored by another thread, after something else. */
  void later(CountDownLatch after) {
    first = after;
  }

  void full(boolean isFull) {
    full = isFull;
  }

  void fullFor(String team) {
    fullFor = team;
  }

  List<Envelope> stored() {
    return List.copyOf(stored);
  }
}
