package dev.vouch.advocate.relationship;

import java.util.Locale;

/** How far a relationship has grown. */
public enum Standing {
  /** We have heard nothing of them. */
  UNKNOWN,
  /** We have heard them. */
  LISTENED_TO,
  /** We have done something for them. */
  HELPED,
  /** They were glad of it. */
  DELIGHTED,
  /** They would speak for us. */
  READY,
  /** They do. */
  ACTIVE,
  /** They have done enough for now. */
  RESTING,
  /** Something stands between us. */
  AT_RISK,
  /** They have told us to stop. */
  OPTED_OUT;

  /** The name used in JSON, for instance {@code listened_to}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean mayBeAsked() {
    return this == READY || this == ACTIVE;
  }
}
