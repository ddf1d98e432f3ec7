package dev.vouch.mention;

import java.util.Locale;

/**
 * What an author means a message to do, one label a mention.
 *
 * <p>It is decided by one question: whom does the author want to think or do something different?
 * Only {@link #ADVOCACY} ever becomes an act of advocacy.
 */
public enum Intent {
  /** Means to change what others think or do in the product's favour. */
  ADVOCACY,
  /** Reports the author's own satisfaction, or thanks somebody. */
  PRAISE,
  /** Passes on or seconds what others said: a share, a "+1", only emoji. Reach, never advocacy. */
  AMPLIFICATION,
  /** Asks for an answer. */
  QUESTION,
  /** Reports an own bad experience, or announces that the author leaves. */
  COMPLAINT,
  /** Wishes that the product were different. */
  SUGGESTION,
  /** Means to keep others away from the product. */
  WARNING,
  /** Asks for a freebie or a perk, or begs with a referral code. */
  REWARD_SEEKING,
  /** None of these. */
  NEUTRAL;

  private final String wire = name().toLowerCase(Locale.ROOT);

  /** The name used in files, JSON and Redis, for instance {@code reward_seeking}. */
  public String wire() {
    return wire;
  }

  /**
   * @throws IllegalArgumentException if {@code wire} names no intent
   */
  public static Intent fromWire(String wire) {
    return WireNames.find(values(), Intent::wire, wire, "intent");
  }
}
