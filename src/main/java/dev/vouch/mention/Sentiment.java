package dev.vouch.mention;

import java.util.Locale;

/** Feeling toward the product talked about; neutral where there is no opinion. */
public enum Sentiment {
  POSITIVE,
  NEUTRAL,
  NEGATIVE;

  private final String wire = name().toLowerCase(Locale.ROOT);

  /** The name used in files, JSON and Redis, for instance {@code positive}. */
  public String wire() {
    return wire;
  }

  /**
   * @throws IllegalArgumentException if {@code wire} names no sentiment
   */
  public static Sentiment fromWire(String wire) {
    return WireNames.find(values(), Sentiment::wire, wire, "sentiment");
  }
}
