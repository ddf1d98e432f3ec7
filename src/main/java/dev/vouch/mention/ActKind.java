package dev.vouch.mention;

import java.util.Locale;

/** What form an act of advocacy took. */
public enum ActKind {
  /** Tells others to choose it, or gives a verdict on its worth. */
  RECOMMENDATION,
  /** Has sent, told or won over somebody in particular. */
  REFERRAL,
  /** Weighs it up after use: good and bad, stars, a verdict. */
  REVIEW,
  /** Takes its side against criticism. */
  DEFENCE,
  /** Offers to answer for it before those who think of choosing it. */
  REFERENCE_CALL,
  /** Tells how it went with it, before and after. */
  STORY,
  /** Speaks of it before an audience. */
  TALK,
  /** Brings two people together. */
  INTRODUCTION,
  /** Helps another customer to use it. */
  PEER_HELP;

  private final String wire = name().toLowerCase(Locale.ROOT);

  /** The name used in files, JSON and Redis, for instance {@code reference_call}. */
  public String wire() {
    return wire;
  }

  /**
   * @throws IllegalArgumentException if {@code wire} names no kind
   */
  public static ActKind fromWire(String wire) {
    return WireNames.find(values(), ActKind::wire, wire, "kind of act");
  }
}
