package dev.vouch.app.health;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What Redis tells, asked once for all gauges of a scrape. A Redis that hangs holds a scrape up for
 * a moment only, and one thread. Thread-safe.
 */
final class Look<T> implements AutoCloseable {
  private static final long GOOD_FOR = Duration.ofSeconds(1).toNanos();
  private static final long PATIENCE_MILLIS = 1_500;

  private final Supplier<T> telling;
  private final T unknown;
  private final ExecutorService asking =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "vouch-metrics");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Future<T> asked;
  private T seen;
  private long goodUntil = System.nanoTime();

  /**
   * @param unknown what is told where Redis does not answer in time
   */
  Look(Supplier<T> telling, T unknown) {
    this.telling = telling;
    this.unknown = unknown;
    this.seen = unknown;
  }

  synchronized T seen() {
    if (System.nanoTime() - goodUntil >= 0) {
      seen = look();
      goodUntil = System.nanoTime() + GOOD_FOR;
    }
    return seen;
  }

  private T look() {
    try {
      if (asked == null || asked.isDone()) {
        asked = asking.submit(telling::get);
      }
      return asked.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      return unknown;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unknown;
    }
  }

  @Override
  public void close() {
    asking.shutdownNow();
  }
}
