package dev.vouch.pipeline;

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
 * acknowledgement and for nothing else, so in a rush the workers leave most of the processor to the
 * door: what was stored is read when the rush is over. Thread-safe.
 */
final class Rush {
  /** A rush is more than this a second, in one instance: 120 workspaces at Slack's limit. */
  static final int PER_SECOND = 1_500;

  /** In a rush all rest this many times as long as one of them worked. */
  static final int RESTS = 9;

  /** However long one worked, the next begins after this. */
  private static final long LONGEST_REST = TimeUnit.SECONDS.toNanos(2);

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

  Rush() {
    this(System::nanoTime, LockSupport::parkNanos);
  }

  /**
   * @param nap waits for so many nanoseconds
   */
  Rush(LongSupplier nanoTime, LongConsumer nap) {
    this.nanoTime = nanoTime;
    this.nap = nap;
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

  /** Whether a rush goes on. */
  boolean isOn() {
    return seen && nanoTime.getAsLong() - rushSeenAt < FORGOTTEN;
  }

  /**
   * Does a piece of work. In a rush there is one at a time, whichever thread does it, and a rest
   * after each, {@link #RESTS} times as long, two seconds at most; it ends with the rush.
   */
  void pace(Runnable work) {
    if (!isOn()) {
      work.run();
      return;
    }
    oneAtATime.lock();
    try {
      long start = nanoTime.getAsLong();
      work.run();
      long end = nanoTime.getAsLong();
      long until = end + Math.min((end - start) * RESTS, LONGEST_REST);
      while (isOn() && nanoTime.getAsLong() - until < 0) {
        nap.accept(NAP);
      }
    } finally {
      oneAtATime.unlock();
    }
  }
}
