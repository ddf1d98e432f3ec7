package dev.vouch.nudge.executive;

import dev.vouch.nudge.DueQueue;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The roster of executives of one workspace, and every introduction to one. Thread-safe. */
public interface ExecutiveBook extends DueQueue<Introduction> {

  /** All of them, in the order of their Slack ids. */
  List<Executive> roster();

  /** The executive of that Slack id. */
  default Optional<Executive> executive(String person) {
    return roster().stream().filter(one -> one.person().equals(person)).findAny();
  }

  /** Puts somebody on the roster, or changes what is known of them there, in one atomic step. */
  Executive enlist(String person, UnaryOperator<Executive> change);

  /** Takes an executive off the roster, and says whether they were on it. */
  boolean remove(String person);

  /** How many introductions executives have in a month, by Slack id. */
  Map<String, Integer> taken(Map<String, YearMonth> months);

  /**
   * Writes a new introduction, and takes one of the places that the executive has in its month, in
   * one atomic step: however many ask at once, nobody has more than they can take.
   */
  Entry add(Introduction introduction);

  /** What came of it. */
  enum Entry {
    ADDED,
    /** It was known before, and stands as it did. */
    KNOWN,
    /** The executive has no place left in that month, or is not on the roster. */
    FULL,
    /** Another introduction of the person is under way. */
    OTHER_OPEN,
    /** Whoever it is about was forgotten. */
    FORGOTTEN
  }

  Optional<Introduction> introduction(String id);

  /**
   * Changes an introduction in one atomic step, and takes or gives back a place with it.
   *
   * @return as it stands now, which is as before where there was no place to take; empty if there
   *     is none of that id
   */
  Optional<Introduction> change(String id, UnaryOperator<Introduction> change);

  /** Takes an introduction out, as if there had never been one. */
  void remove(Introduction introduction);

  /** The newest introductions of a person, newest first. */
  List<Introduction> about(String person, int limit);

  /** The newest of all, newest first. */
  List<Introduction> latest(int limit);
}
