package dev.vouch.nudge.ranking;

import dev.vouch.nudge.etiquette.Manners;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * What one workspace has taken of people's attention, how they want to be written to, and what its
 * own people took up. Thread-safe.
 */
public interface AttentionBook {

  /**
   * What there is to know before somebody is written to.
   *
   * @param since messages that were begun before do not count any more
   * @param by what waits for them, if it is due by then
   */
  Reader reader(String person, Instant since, Instant by);

  /** The same of somebody for whom all waits that is due by then, whoever it is for. */
  Reader approver(String person, Instant since, Instant by);

  /** How somebody wants to be written to. */
  Manners manners(String person);

  /** Changes that in one atomic step, and returns how it stands now. */
  Manners change(String person, UnaryOperator<Manners> change);

  /**
   * Takes a part of somebody's attention for a message, unless all is taken. However often and by
   * how many at once it is taken for the same message, it is taken once.
   *
   * @return whether the message has its part now; never, of somebody who was forgotten
   */
  boolean take(String person, String message, Taking taking);

  /**
   * @param most how many messages may have a part
   * @param since those that were begun before have none any more
   */
  record Taking(int most, Instant since, Instant now) {}

  /** Gives back what was taken for a message that did not go. */
  void giveBack(String person, String message);

  /** What our own people took up so far. */
  Preferences preferences();

  /** Learns from a nudge; of each one answer and one outcome, however often it is told. */
  void learn(String nudge, Arm arm, Lesson lesson, Instant now);
}
