package dev.vouch.nudge.ranking;

import dev.vouch.nudge.Nudge;

/**
 * What suggestions have in common that one can be like another: an arm of the bandit.
 *
 * @param wire its parts with blanks between them, as stored
 */
public record Arm(String wire) {

  /** The arm of a nudge. */
  public static Arm of(Nudge nudge) {
    return new Arm(nudge.kind().wire());
  }
}
