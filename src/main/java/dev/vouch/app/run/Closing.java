package dev.vouch.app.run;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes several parts at once, so that their waits do not add up. */
final class Closing {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  /** Twice as many as workers: those that are at work are waited for, the others close at once. */
  private static final int MOST_THREADS = 32;

  private Closing() {}

  /** Closes all, beginning with the first; returns when they are closed, or at the limit. */
  static void together(Collection<? extends AutoCloseable> parts, Duration most) {
    if (parts.isEmpty()) {
      return;
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(parts.size(), MOST_THREADS),
            task -> {
              Thread thread = new Thread(task, "vouch-closing");
              thread.setDaemon(true);
              return thread;
            });
    List.copyOf(parts).forEach(part -> threads.execute(() -> close(part)));
    threads.shutdown();
    try {
      if (!threads.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("not everything closed within {}", most);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception | LinkageError e) {
      LOG.warn("{} did not close cleanly: {}", part.getClass().getSimpleName(), e.toString());
    }
  }
}
