package dev.vouch.pipeline.inbox;

import dev.vouch.classify.Effort;

/**
 * The valve for too many messages at once: while thousands wait, they are judged by their words
 * alone, which is a hundred times quicker; a judgement's model says so. Thread-safe.
 */
public final class Pressure {
  /** About a minute's work at full effort. */
  private static final long HIGH = 5_000;

  private static final long LOW = 1_000;

  private volatile boolean high;

  /** Takes note of how many messages wait. */
  void waiting(long messages) {
    high = messages > (high ? LOW : HIGH);
  }

  /** What a judgement may cost now. */
  public Effort effort() {
    return high ? Effort.WORDS : Effort.FULL;
  }
}
