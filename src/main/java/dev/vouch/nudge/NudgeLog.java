package dev.vouch.nudge;

import dev.vouch.nudge.gesture.Advice;
import dev.vouch.nudge.gesture.Gesture;
import dev.vouch.nudge.moment.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Every nudge of one workspace, and the queue of those that are due. Thread-safe. */
public interface NudgeLog extends DueQueue<Nudge> {

  Optional<Nudge> nudge(String id);

  /**
   * Writes nudges that were not known before, and queues those that are held. As many of those that
   * are older than two years go.
   *
   * @return those that were new; a known nudge stays as it is
   */
  List<Nudge> add(List<Nudge> nudges, Beside beside);

  /** Writes nudges that were not known before, and returns those that were new. */
  default List<Nudge> add(List<Nudge> nudges) {
    return add(nudges, Beside.NOTHING);
  }

  /**
   * What is noted together with new nudges.
   *
   * @param exposures by nudge id: who could have got one; what was noted of a person in a quarter
   *     stays as it was
   * @param looks who is to be looked at and when, unless they are to be looked at earlier anyhow
   */
  record Beside(Map<String, Exposure> exposures, Collection<Look> looks) {
    public static final Beside NOTHING = new Beside(Map.of(), List.of());
  }

  /**
   * Everybody who could have got a nudge of that kind in the quarters from one time to another, in
   * no order; they are kept for a year and a little more.
   */
  List<Exposure> exposures(NudgeKind kind, Instant from, Instant to);

  /** Writes a nudge if it was not known before, and says whether it was new. */
  default boolean add(Nudge nudge) {
    return !add(List.of(nudge)).isEmpty();
  }

  /**
   * Changes a nudge in one atomic step, queueing it again if the result is held.
   *
   * @return the nudge as it stands now; empty if there is none of that id
   */
  Optional<Nudge> change(String id, UnaryOperator<Nudge> change);

  /** The same for one that was just read: it is only read again if it was changed since. */
  Optional<Nudge> change(Nudge read, UnaryOperator<Nudge> change);

  /**
   * Takes a look that is due for this caller, until it is settled or {@code lease} is over; after
   * that it comes up again.
   */
  Optional<Look> claimLook(Instant now, Duration lease);

  /**
   * Somebody was looked at: again from {@code next} on, or not until there is a new reason if it is
   * null. Whatever gave a reason meanwhile stands.
   */
  void settle(Look claimed, @Nullable Instant next);

  /** A look failed, as in {@link DueQueue#failed}. */
  void failed(Look claimed, Instant now, String why);

  /** Takes a nudge out of the log, as if there had never been one. */
  void remove(String id);

  /**
   * Takes a place in the line of what goes to one of our own people, unless it has one there: what
   * came before is not overtaken while it is tried again. Whoever is not first comes up again soon
   * after the first does.
   *
   * @return whether it is the first
   */
  boolean isFirstInLine(String id, String person, Instant now);

  /** Gives up its place in the line. */
  void leaveLine(String id, String person);

  /** Has what is held come up at that time if it would be later. */
  void hasten(String id, Instant due);

  /** What there was about a person, and which of the nudges of these ids are known. */
  default Past past(String person, Collection<String> ids) {
    return pasts(List.of(new Asked(person, ids))).get(0);
  }

  /** The same of several people, in one step and in their order. */
  List<Past> pasts(List<Asked> all);

  /** About whom what is asked. */
  record Asked(String person, Collection<String> ids) {}

  /**
   * What there was before.
   *
   * @param known by id
   * @param counting the newest ones about the person that were sent or are still held
   */
  record Past(Map<String, Nudge> known, List<Nudge> counting) {

    /**
     * When there was last one of a kind that counts beside this one: not one that is held and comes
     * of a weaker moment, because it gives way when it is due.
     */
    public @Nullable Instant lastBeside(Nudge nudge) {
      return counting.stream()
          .filter(other -> other.kind() == nudge.kind() && !other.id().equals(nudge.id()))
          .filter(other -> !givesWay(other, nudge))
          .map(Nudge::at)
          .max(Comparator.naturalOrder())
          .orElse(null);
    }

    private static boolean givesWay(Nudge other, Nudge nudge) {
      return other.state() == Nudge.State.HELD
          && other.sent() == null
          && !other.isOnItsWay()
          && nudge.moment().isStrongerThan(other.moment());
    }

    /** What was suggested for the person before beside this one, newest first. */
    public List<Gesture> gestures(Nudge nudge) {
      return counting.stream()
          .filter(other -> !other.id().equals(nudge.id()))
          .flatMap(other -> Optional.ofNullable(other.advice()).stream())
          .map(Advice::gesture)
          .toList();
    }
  }

  /** The newest nudges about a person, newest first. */
  List<Nudge> about(String person, int limit);

  /** The newest nudges for a member of staff that are still open, newest first. */
  List<Nudge> openFor(String person, int limit);

  /** The newest nudges that somebody has before them, but for quiet ones, newest first. */
  List<Nudge> open(int limit);

  /** How many nudges somebody has before them, but for quiet ones. */
  long countOpen();

  /** The newest nudges of all, newest first. */
  List<Nudge> latest(int limit);
}
