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
   * new. What has failed by itself, or had whoever took it stop, more than once comes alone, so
   * that it takes no other down with it. It does not wait.
   *
   * @param settled what came of those that were taken before; it is noted in the same step
   */
  Taken take(int limit, Settled settled);

  /**
   * @param done what has had its effect since it was taken
   */
  default Taken take(int limit, List<Delivery> done) {
    return take(limit, Settled.of(done));
  }

  /** Notes what came of those that were taken. */
  void settle(Settled settled);

  /** What has had its effect and is not needed any more. */
  default void done(List<Delivery> deliveries) {
    settle(Settled.of(deliveries));
  }

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
   * What came of those that were taken, but for what failed by itself.
   *
   * @param done have had their effect, and go
   * @param waiting could not have it just now, which says nothing against them
   * @param held wait for another token, and how long that takes counts for nothing
   */
  record Settled(List<Delivery> done, List<Delivery> waiting, List<Delivery> held) {
    static Settled of(List<Delivery> done) {
      return new Settled(done, List.of(), List.of());
    }

    public boolean isNothing() {
      return done.isEmpty() && waiting.isEmpty() && held.isEmpty();
    }
  }

  /**
   * An envelope on its way.
   *
   * @param receipt how the queue knows it
   * @param attempts how often it was taken, this time included
   * @param failures how often before it failed by itself, or whoever had it never said what came of
   *     it
   */
  record Delivery(String receipt, Envelope envelope, int attempts, int failures) {
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
