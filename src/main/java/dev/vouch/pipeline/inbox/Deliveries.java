package dev.vouch.pipeline.inbox;

import dev.vouch.pipeline.Envelope;
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
   * new. It does not wait.
   *
   * @param done what has had its effect since it was taken; it goes in the same step
   */
  Taken take(int limit, List<Delivery> done);

  /** What has had its effect and is not needed any more. */
  void done(List<Delivery> deliveries);

  /**
   * It will never work: puts it aside with the reason, where people can see it; or drops it where
   * it is of somebody who was forgotten.
   */
  void bury(Delivery delivery, String reason);

  /** Whether something failed because the store is away or full, and not because of what it was. */
  boolean isPassing(RuntimeException failure);

  /** How things stand. */
  Backlog backlog();

  /** The newest dead letters, newest first. */
  List<DeadLetter> deadLetters(int limit);

  /**
   * Puts a dead letter back into the inbox, to be tried anew.
   *
   * @return false if it is there no more, because somebody else has put it back or dropped it
   */
  boolean replay(DeadLetter letter);

  /**
   * Drops a dead letter for good.
   *
   * @return false if it was there no more
   */
  boolean drop(DeadLetter letter);

  /**
   * What was taken.
   *
   * @param waiting how many are in the inbox altogether, those that were taken included
   * @param repeated how many came once more of what had come before, and were dropped
   */
  record Taken(List<Delivery> deliveries, long waiting, int repeated) {}

  /**
   * An envelope on its way.
   *
   * @param receipt how the queue knows it
   * @param attempts how often it was taken, this time included
   */
  record Delivery(String receipt, Envelope envelope, int attempts) {
    /** Whether it was taken before, by somebody who may have died in the middle of it. */
    public boolean isRepeated() {
      return attempts > 1;
    }
  }

  /**
   * How much waits.
   *
   * @param oldest when the oldest one came in, or null if nothing waits
   */
  record Backlog(long waiting, @Nullable Instant oldest, long dead) {}

  /**
   * An envelope that never worked.
   *
   * @param receipt how the queue of dead letters knows it
   */
  record DeadLetter(String receipt, Envelope envelope, String reason, int attempts, Instant at) {}
}
