package dev.vouch.nudge;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A queue of what is to be done in one workspace, by when it is due. Thread-safe. */
public interface DueQueue<T> {

  /**
   * Takes one that is due for this caller alone, until it is given back or {@code lease} is over.
   * It comes up again after the lease, unless it was changed. The lease is counted by one clock,
   * whatever those of the instances say.
   */
  Optional<T> claimDue(Instant now, Duration lease);

  /** Gives back what was taken, so that it can be taken when it is due again. */
  void release(String id);

  /**
   * It failed for a reason of its own, and comes up again after a pause, which doubles for as long
   * as it fails.
   *
   * @param why the kind of failure, in a word
   */
  void failed(String id, Instant now, String why);
}
