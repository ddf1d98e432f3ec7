package dev.vouch.advocate;

import java.util.Locale;

/** What form an act of advocacy took. */
public enum ActKind {
  RECOMMENDATION,
  REFERRAL,
  REVIEW,
  DEFENCE,
  REFERENCE_CALL,
  STORY,
  TALK,
  INTRODUCTION,
  PEER_HELP;

  /** The name used in files, JSON and Redis, for instance {@code reference_call}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if {@code wire} names no kind
   */
  public static ActKind fromWire(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
