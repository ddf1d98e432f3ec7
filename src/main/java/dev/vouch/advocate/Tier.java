package dev.vouch.advocate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much of our people's own time an account gets. */
public enum Tier {
  /** Few, influential customers, each with a named executive sponsor; always a human's work. */
  MARQUEE,
  /** Accounts with an owner who knows them by name. */
  NAMED,
  /** Everybody else. */
  SCALE;

  /** The name used in commands, files and Redis, for instance {@code marquee}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The tier of that name, if there is one. */
  public static Optional<Tier> named(String wire) {
    return Arrays.stream(values()).filter(tier -> tier.wire().equalsIgnoreCase(wire)).findAny();
  }
}
