package dev.vouch.nudge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much Vouch does by itself: a ladder, from nothing upwards. */
public enum Mode {
  /** Nothing is decided and nothing is sent. */
  OFF,
  /** What would have been sent is written to the log, and nothing is sent. */
  LOG,
  /** The approver sees each nudge first; where none is named, the account's owner decides alone. */
  APPROVE_FIRST,
  /** Nudges go straight to the account's owner. */
  ACT;

  /** The name used in commands and Redis, for instance {@code approve_first}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As people read it: {@code approve first}. */
  public String label() {
    return wire().replace('_', ' ');
  }

  /** The mode that a person means; blanks, hyphens and case do not matter. */
  public static Optional<Mode> named(String text) {
    String wire = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    return Arrays.stream(values()).filter(mode -> mode.wire().equals(wire)).findAny();
  }
}
