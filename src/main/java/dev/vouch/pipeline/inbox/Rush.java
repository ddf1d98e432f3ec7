package dev.vouch.pipeline.inbox;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Tells when more comes in than can be read at the same time. Slack waits three seconds for an
 * acknowledgement and for nothing else, so in a rush the workers leave the processor to the door:
 * what was stored is read when the rush is over. Thread-safe.
 */
final class Rush {
  /** A rush is more than this a second, in one instance: 120 workspaces at Slack's limit. */
  static final int PER_SECOND = 1_500;

  /** However long a rush is, there is some work after so long a rest. */
  private static final long LONGEST_REST = TimeUnit.SECONDS.toNanos(5);

  /** How often one that rests looks whether the rush is over. */
  private static final long NAP = TimeUnit.MILLISECONDS.toNanos(20);

  private static final long WINDOW = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long FORGOTTEN = TimeUnit.MILLISECONDS.toNanos(300);

  private final LongSupplier nanoTime;
  private final LongConsumer nap;
  private final Lock oneAtATime = new ReentrantLock();
  private final AtomicInteger arrivals = new AtomicInteger();
  private final AtomicLong windowEnds;
  private volatile long rushSeenAt;
  private volatile boolean seen;
  private volatile long workedAt;

  Rush() {
    this(System::nanoTime, LockSupport::parkNanos);
  }

  /**
   * @param nap waits for so many nanoseconds
   */
  Rush(LongSupplier nanoTime, LongConsumer nap) {
    this.nanoTime = nanoTime;
    this.nap = nap;
    this.workedAt = nanoTime.getAsLong();
    this.windowEnds = new AtomicLong(workedAt + WINDOW);
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

  /** Whether a rush goes on. */
  boolean isOn() {
    return seen && nanoTime.getAsLong() - rushSeenAt < FORGOTTEN;
  }

  /**
   * Does a piece of work. In a rush there is one at a time, whichever thread does it, and before
   * each a rest that ends with the rush, or five seconds after the last.
   */
  void pace(Runnable work) {
    if (!isOn()) {
      done(work);
      return;
    }
    oneAtATime.lock();
    try {
      while (isOn() && nanoTime.getAsLong() - workedAt < LONGEST_REST) {
        nap.accept(NAP);
      }
      done(work);
    } finally {
      oneAtATime.unlock();
    }
  }

  private void done(Runnable work) {
    try {
      work.run();
    } finally {
      workedAt = nanoTime.getAsLong();
    }
  }
}
