package dev.vouch.nudge.ask;

import dev.vouch.nudge.DueQueue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Every ask of one workspace, and the queue of those with which something is to be done. */
public interface AskBook extends DueQueue<Ask> {

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

  /** The newest asks of a person, newest first. */
  List<Ask> about(String person, int limit);

  /** The newest asks since then, newest first. */
  List<Ask> since(Instant from, int limit);
}
