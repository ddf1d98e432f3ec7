package dev.vouch.mention;

import java.util.Locale;

/** Why people advocate: five drivers, of which a message may show any number. */
public enum Driver {
  COOLNESS,
  UNIQUE_SELLING_PROPOSITION,
  SHARED_VALUES,
  COMMUNITY,
  HUMAN_TOUCH;

  private final String wire = name().toLowerCase(Locale.ROOT);

  /** The name used in files, JSON and Redis, for instance {@code human_touch}. */
  public String wire() {
    return wire;
  }

  /**
   * @throws IllegalArgumentException if {@code wire} names no driver
   */
  public static Driver fromWire(String wire) {
    return WireNames.find(values(), Driver::wire, wire, "driver");
  }
}
