package dev.vouch.mention;

import java.util.Locale;

/** Why a message was read as something else than its words alone would be. */
public enum ContextReason {
  SECONDS_ADVOCACY("it seconds an act of advocacy, which is reach of that act"),
  SECONDS_PRAISE("it seconds praise"),
  SECONDS_COMPLAINT("it seconds a complaint or a warning"),
  SECONDS_OTHER("it seconds what has no opinion"),
  SPEAKS_TO_A_BUYER("it argues to somebody who asks what to choose"),
  SPEAKS_OF_THEIRS("it answers somebody who asks about another product"),
  WARNS_A_BUYER("it warns somebody who asks what to choose"),
  BARE_ANSWER("it answers without a ground, which argues to nobody"),
  PASSES_ON("it only passes on what others said"),
  PASSES_OURS_ON("it only passes on what the company itself said"),
  POINTS_AT_SHARE("its own words only point at what it shares"),
  NO_CUSTOMER("its author speaks for the company or is a program");

  private final String words;
  private final String wire = name().toLowerCase(Locale.ROOT);

  ContextReason(String words) {
    this.words = words;
  }

  /** The reason as a clause for people. */
  public String words() {
    return words;
  }

  /** The name used in Redis. */
  public String wire() {
    return wire;
  }

  /**
   * @throws IllegalArgumentException if {@code wire} names no reason
   */
  public static ContextReason fromWire(String wire) {
    return WireNames.find(values(), ContextReason::wire, wire, "reason");
  }
}
