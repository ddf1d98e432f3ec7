package dev.vouch.nudge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Every nudge of one workspace, and the queue of those that are due. Thread-safe. */
public interface NudgeLog {

  Optional<Nudge> nudge(String id);

  /**
   * Writes a nudge that was not known before, and queues it if it is held.
   *
   * @return whether it was new; a known nudge stays as it is
   */
  boolean add(Nudge nudge);

  /**
   * Changes a nudge in one atomic step, queueing it again if the result is held.
   *
   * @return the nudge as it stands now; empty if there is none of that id
   */
  Optional<Nudge> change(String id, UnaryOperator<Nudge> change);

  /**
   * Takes nudges that are due for this caller alone; each comes up again after {@code lease} unless
   * it was changed.
   */
  List<Nudge> claimDue(Instant now, java.time.Duration lease, int limit);

  /** When a person was last the reason for a nudge of a kind that was sent or is still held. */
  @Nullable Instant lastAbout(String person, NudgeKind kind, String exceptId);

  /** The newest nudges about a person, newest first. */
  List<Nudge> about(String person, int limit);

  /** The newest nudges for a member of staff that are still open, newest first. */
  List<Nudge> openFor(String person, int limit);

  /** The newest nudges that somebody has before them, newest first. */
  List<Nudge> open(int limit);

  /** How many nudges somebody has before them. */
  long countOpen();

  /** The newest nudges of all, newest first. */
  List<Nudge> latest(int limit);
}
