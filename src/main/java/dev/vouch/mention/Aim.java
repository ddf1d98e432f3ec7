package dev.vouch.mention;

import java.util.Locale;

/** What the author of an act of advocacy would have others do. */
public enum Aim {
  /** Look into it: read, watch, listen, put it on the list. */
  LEARN,
  /** Give it a go. */
  TRY,
  /** Choose it, pay for it, move to it. */
  BUY,
  /** Speak with those who know it, or let the author speak for it. */
  VOUCH,
  /** Stop criticising it. */
  DEFEND;

  private final String wire = name().toLowerCase(Locale.ROOT);

  /** The name used in files, JSON and Redis, for instance {@code learn}. */
  public String wire() {
    return wire;
  }

  /**
   * @throws IllegalArgumentException if {@code wire} names no aim
   */
  public static Aim fromWire(String wire) {
    return WireNames.find(values(), Aim::wire, wire, "aim");
  }
}
