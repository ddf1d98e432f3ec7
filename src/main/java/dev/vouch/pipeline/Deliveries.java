package dev.vouch.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way out of one workspace's inbox, for workers that share it. What was taken and not finished
 * comes again, to whoever asks. Thread-safe.
 */
public interface Deliveries {

  /**
   * Takes what is next for this worker alone: what failed before and is due again, then what is
   * new.
   *
   * @param wait how long to wait for something to come
   */
  List<Delivery> take(int limit, Duration wait);

  /** It has had its effect and is not needed any more. */
  void done(Delivery delivery);

  /** It will never work: puts it aside with the reason, where people can see it. */
  void bury(Delivery delivery, String reason);

  /** Whether something failed because the store is away or full, and not because of what it was. */
  boolean isPassing(RuntimeException failure);

  /** How things stand. */
  Backlog backlog();

  /** The newest dead letters, newest first. */
  List<DeadLetter> deadLetters(int limit);

  /**
   * An envelope on its way.
   *
   * @param receipt how the queue knows it
   * @param attempts how often it was taken, this time included
   */
  record Delivery(String receipt, Envelope envelope, int attempts) {}

  /**
   * How much waits.
   *
   * @param oldest when the oldest one came in, or null if nothing waits
   */
  record Backlog(long waiting, @Nullable Instant oldest, long dead) {}

  /** An envelope that never worked. */
  record DeadLetter(Envelope envelope, String reason, int attempts, Instant at) {}
}
