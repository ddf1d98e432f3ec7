package dev.vouch.pipeline;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Tells when more comes in than can be read at the same time. Slack waits three seconds for an
 * acknowledgement and for nothing else, so in a rush the workers leave most of the processor to the
 * door: what was stored is read when the rush is over. Thread-safe.
 */
final class Rush {
  /** A rush is more than this a second, in one instance: 120 workspaces at Slack's limit. */
  static final int PER_SECOND = 1_500;

  /** In a rush a worker rests this many times as long as it worked. */
  static final int RESTS = 9;

  /** However long it worked, it goes on after this. */
  private static final long LONGEST_REST = TimeUnit.SECONDS.toNanos(1);

  private static final long WINDOW = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long FORGOTTEN = TimeUnit.MILLISECONDS.toNanos(300);

  private final LongSupplier nanoTime;
  private final AtomicInteger arrivals = new AtomicInteger();
  private final AtomicLong windowEnds;
  private volatile long rushSeenAt;
  private volatile boolean seen;

  Rush() {
    this(System::nanoTime);
  }

  Rush(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.windowEnds = new AtomicLong(nanoTime.getAsLong() + WINDOW);
  }

  /** Something came in. */
  void arrived() {
    int inWindow = arrivals.incrementAndGet();
    long now = nanoTime.getAsLong();
    long ends = windowEnds.get();
    if (now - ends >= 0 && windowEnds.compareAndSet(ends, now + WINDOW)) {
      arrivals.set(0);
      long window = now - ends + WINDOW;
      if (inWindow * TimeUnit.SECONDS.toNanos(1) / window >= PER_SECOND) {
        rushSeenAt = now;
        seen = true;
      }
    }
  }

  /** How long to rest after having worked so long. */
  long restNanos(long workedNanos) {
    boolean now = seen && nanoTime.getAsLong() - rushSeenAt < FORGOTTEN;
    return now ? Math.min(workedNanos * RESTS, LONGEST_REST) : 0;
  }
}
