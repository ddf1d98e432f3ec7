package dev.vouch.slack.door;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Threads for what comes over the socket: what shares a key runs one after the other in the order
 * it came, everything else side by side.
 */
final class Lanes {
  private static final int LANES = 8;
  private static final int MOST_WAITING = 1_000;
  private static final int MOST_FREE = 16;

  private final List<ExecutorService> lanes;
  private final ExecutorService free;

  Lanes() {
    this.lanes = IntStream.range(0, LANES).mapToObj(lane -> pool(1, "vouch-events")).toList();
    this.free = pool(MOST_FREE, "vouch-interactions");
  }

  private static ExecutorService pool(int threads, String name) {
    AtomicInteger number = new AtomicInteger();
    ThreadFactory factory =
        task -> {
          Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        };
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            factory);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /**
   * Runs a task after all earlier ones of its key.
   *
   * @throws RejectedExecutionException if too many wait, or after {@link #drain}
   */
  void inOrder(String key, Runnable task) {
    lanes.get(Math.floorMod(key.hashCode(), LANES)).execute(task);
  }

  /**
   * @throws RejectedExecutionException if too many wait, or after {@link #drain}
   */
  void anyTime(Runnable task) {
    free.execute(task);
  }

  /**
   * Takes nothing new and waits for what was taken.
   *
   * @return whether all of it was done in time
   */
  boolean drain(Duration most) {
    List<ExecutorService> all = Stream.concat(lanes.stream(), Stream.of(free)).toList();
    all.forEach(ExecutorService::shutdown);
    long deadline = System.nanoTime() + most.toNanos();
    boolean done = true;
    try {
      for (ExecutorService pool : all) {
        long left = Math.max(0, deadline - System.nanoTime());
        done &= pool.awaitTermination(left, TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      done = false;
    }
    all.forEach(ExecutorService::shutdownNow);
    return done;
  }
}
