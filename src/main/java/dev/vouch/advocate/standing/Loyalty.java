package dev.vouch.advocate.standing;

import java.util.Locale;

/**
 * Whether a person means to stay with us. It has nothing to do with whether they speak up for us:
 * there are loyal people who never say a word, and advocates who leave.
 */
public enum Loyalty {
  /** Nothing says. */
  UNKNOWN,
  /** They are still here; why, we do not know. */
  STAYING,
  /** They mean to stay, and something shows it. */
  LOYAL,
  /** They keep others away from us. */
  WAVERING,
  /** They say that they go. */
  LEAVING;

  /** The name used in JSON, for instance {@code staying}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
