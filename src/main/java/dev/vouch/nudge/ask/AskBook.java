package dev.vouch.nudge.ask;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Every ask of one workspace, and the queue of those with which something is to be done. */
public interface AskBook {

  Optional<Ask> ask(String id);

  /**
   * Writes an ask if none of its id is known.
   *
   * @return whether it was new; never of somebody who was forgotten
   */
  boolean add(Ask ask);

  /** Drops one of which nothing came, if it stands like that. */
  void drop(Ask ask);

  /**
   * Changes an ask in one atomic step.
   *
   * @return the ask as it stands now; empty if there is none of that id
   */
  Optional<Ask> change(String id, UnaryOperator<Ask> change);

  /**
   * Takes an ask that is due for this caller alone, until it is given back or {@code lease} is
   * over. It comes up again after the lease, unless it was changed.
   */
  Optional<Ask> claimDue(Instant now, Duration lease);

  /** Gives back what was taken. */
  void release(String id);

  /** The newest asks of a person, newest first. */
  List<Ask> about(String person, int limit);

  /** The newest asks since then, newest first. */
  List<Ask> since(Instant from, int limit);
}
