package dev.vouch.nudge;

import java.util.Locale;

/** What a nudge suggests to an account team. */
public enum NudgeKind {
  /** A small, personal surprise that nobody was promised and nobody earned by a task. */
  DELIGHT,
  /** An introduction to the executive who sponsors the account. */
  EXEC_INTRO;

  /** The name used in ids, JSON and Redis, for instance {@code exec_intro}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if {@code wire} names no kind
   */
  public static NudgeKind fromWire(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
