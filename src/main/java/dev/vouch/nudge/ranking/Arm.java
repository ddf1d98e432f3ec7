package dev.vouch.nudge.ranking;

import dev.vouch.nudge.Nudge;

/**
 * What suggestions have in common that one can be like another: an arm of the bandit.
 *
 * @param kind of nudge, and the moment that it came of
 * @param gesture what one could do; empty while that is not chosen, or where there is none
 */
public record Arm(String kind, String gesture) {

  /** The arm of a nudge. */
  public static Arm of(Nudge nudge) {
    return new Arm(
        nudge.kind().wire() + "/" + nudge.moment().wire(),
        nudge.advice() == null ? "" : nudge.advice().gesture().wire());
  }

  /** As {@link #wire} wrote it. */
  public static Arm fromWire(String wire) {
    String[] parts = wire.split(" ", 2);
    return new Arm(parts[0], parts.length < 2 ? "" : parts[1]);
  }

  public String wire() {
    return gesture.isEmpty() ? kind : kind + " " + gesture;
  }

  /** Whether what is known of the other is known of this one: of no certain gesture, of any. */
  boolean covers(Arm other) {
    return kind.equals(other.kind) && (gesture.isEmpty() || gesture.equals(other.gesture));
  }
}
