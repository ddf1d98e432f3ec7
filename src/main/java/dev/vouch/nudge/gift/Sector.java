package dev.vouch.nudge.gift;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a customer does, as far as rules on gifts differ by it; the stricter first. */
public enum Sector {
  /** Public bodies and whatever belongs to them. */
  PUBLIC,
  /** Whoever treats people or sells medicines. */
  HEALTH,
  /** Banks, insurers, and whoever else is overseen as they are. */
  FINANCE,
  /** Any other trade. */
  OTHER;

  /** The name used in files, for instance {@code health}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Sector> named(String wire) {
    return Arrays.stream(values()).filter(one -> one.wire().equals(wire)).findAny();
  }
}
