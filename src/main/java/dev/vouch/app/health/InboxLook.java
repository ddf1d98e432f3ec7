package dev.vouch.app.health;

import dev.vouch.pipeline.Deliveries.Backlog;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What waits in all inboxes, asked once for all gauges of a scrape. A Redis that hangs holds a
 * scrape up for a moment only, and one thread. Thread-safe.
 */
final class InboxLook implements AutoCloseable {
  private static final long GOOD_FOR = Duration.ofSeconds(1).toNanos();
  private static final long PATIENCE_MILLIS = 1_500;

  private final Supplier<Map<String, Backlog>> backlogs;
  private final ExecutorService asking =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "vouch-metrics");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Future<Map<String, Backlog>> asked;
  private @Nullable Collection<Backlog> seen;
  private long goodUntil = System.nanoTime();

  InboxLook(Supplier<Map<String, Backlog>> backlogs) {
    this.backlogs = backlogs;
  }

  /** A figure of what waits, not a number while Redis does not tell. */
  synchronized double figure(ToDoubleFunction<Collection<Backlog>> of) {
    if (System.nanoTime() - goodUntil >= 0) {
      seen = look();
      goodUntil = System.nanoTime() + GOOD_FOR;
    }
    return seen == null ? Double.NaN : of.applyAsDouble(seen);
  }

  private @Nullable Collection<Backlog> look() {
    try {
      if (asked == null || asked.isDone()) {
        asked = asking.submit(backlogs::get);
      }
      return asked.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).values();
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  @Override
  public void close() {
    asking.shutdownNow();
  }
}
