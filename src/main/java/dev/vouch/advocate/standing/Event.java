package dev.vouch.advocate.standing;

/**
 * What can move a standing. What is not here never does: likes, shares, redemptions, nudges,
 * offers. Of two that happen at one moment the earlier in this list comes first, so that the order
 * in which evidence arrives does not matter.
 */
public enum Event {
  /** They said something of their own; passing on what others said is not that. */
  HEARD,
  /** We did something for them that was more than an answer, which everybody is owed. */
  GAVE,
  /** They said a good word soon after that. */
  GLAD,
  /** They agreed to be asked to speak for us. */
  WILLING,
  /** They spoke up for us, and no reward had been offered for it. */
  SPOKE,
  /** They said yes to an ask. */
  ACCEPTED,
  /** They did what an ask asked for. */
  DID,
  /** They said no to an ask. */
  REFUSED,
  /** They complained of us, or warned others. */
  COMPLAINED,
  /** They told others to take another product instead. */
  PROMOTED_ANOTHER,
  /** Something of ours failed them or their account. */
  FAILED,
  /** Complaints and words that nobody answered pile up at their account. */
  NEGLECTED,
  /** The last of what we had to make good was followed up. */
  MADE_GOOD,
  /** They told us to stop, and that is their last word. */
  STOPPED,
  /** Time alone: the rest after an ask is over. */
  RESTED,
  /** Time alone: they have not spoken up for a while. */
  LAPSED,
  /** Time alone: nothing glad was heard for long. */
  FADED;

  /** Whether it shows that they are glad of us. */
  boolean isGlad() {
    return switch (this) {
      case GLAD, WILLING, SPOKE, ACCEPTED, DID -> true;
      default -> false;
    };
  }
}
