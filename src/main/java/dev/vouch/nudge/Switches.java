package dev.vouch.nudge;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a workspace has switched off, and how many people get nothing so that one can tell what
 * nudges do. {@link Mode} switches all of it off.
 *
 * @param off kinds of nudges that are not sent
 * @param heldOut share of people who get no nudge of a kind for a quarter, 0 to {@link
 *     #MOST_HELD_OUT}; with 0 nobody is held out and nothing is measured
 */
public record Switches(Set<NudgeKind> off, double heldOut) {
  /** With more held out the measuring would cost more than it tells. */
  public static final double MOST_HELD_OUT = 0.5;

  public static final Switches DEFAULT = new Switches(Set.of(), Holdout.USUAL_SHARE);

  public Switches {
    off = Set.copyOf(off);
    if (heldOut < 0 || heldOut > MOST_HELD_OUT) {
      throw new IllegalArgumentException("a share to hold out is 0 to 0.5: " + heldOut);
    }
  }

  public boolean isOn(NudgeKind kind) {
    return !off.contains(kind);
  }

  /** The same with one kind switched on or off. */
  public Switches with(NudgeKind kind, boolean on) {
    Set<NudgeKind> kinds = EnumSet.noneOf(NudgeKind.class);
    kinds.addAll(off);
    if (on) {
      kinds.remove(kind);
    } else {
      kinds.add(kind);
    }
    return new Switches(kinds, heldOut);
  }

  public Switches withHeldOut(double share) {
    return new Switches(off, share);
  }
}
