package dev.vouch.mention;

import java.util.Locale;

/**
 * What a message is to those who answer it: all that is kept of it to read its replies by, because
 * texts are not kept.
 */
public enum Stance {
  /** Not heard, or not answered: it says nothing about a reply. */
  NONE,
  /** Asks whether a product is worth it, or which to choose. */
  CHOICE,
  /** Asks so about a competitor's product alone: grounds for that one are none for us. */
  CHOICE_OF_THEIRS,
  ADVOCACY,
  /** Speaks well of it, and is no act of advocacy. */
  PRAISE,
  /** Speaks ill of it: a complaint, a warning, or anything else that feels so. */
  COMPLAINT,
  /** Only seconds what stands before it, and so passes that on. */
  SECOND,
  /** Heard, and none of these. */
  OTHER;

  private final String wire = name().toLowerCase(Locale.ROOT);

  /** The name used in Redis. */
  public String wire() {
    return wire;
  }

  /**
   * @throws IllegalArgumentException if {@code wire} names no stance
   */
  public static Stance fromWire(String wire) {
    return WireNames.find(values(), Stance::wire, wire, "stance");
  }

  /** Whether it asks what to choose, whoever's. */
  public boolean asksForAChoice() {
    return this == CHOICE || this == CHOICE_OF_THEIRS;
  }

  /** What a message of this intent and feeling is to those who answer it. */
  public static Stance of(Intent intent, Sentiment feeling) {
    Stance stance = of(intent);
    if (stance != OTHER || intent == Intent.QUESTION) {
      return stance;
    }
    return switch (feeling) {
      case POSITIVE -> PRAISE;
      case NEGATIVE -> COMPLAINT;
      case NEUTRAL -> OTHER;
    };
  }

  /** What a message of this intent is to those who answer it. */
  public static Stance of(Intent intent) {
    return switch (intent) {
      case ADVOCACY -> ADVOCACY;
      case PRAISE -> PRAISE;
      case COMPLAINT, WARNING -> COMPLAINT;
      case AMPLIFICATION, QUESTION, SUGGESTION, REWARD_SEEKING, NEUTRAL -> OTHER;
    };
  }
}
