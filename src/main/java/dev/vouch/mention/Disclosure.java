package dev.vouch.mention;

/**
 * What a text tells of a reward or of a tie to the company. Readers can weigh only what is said to
 * them: a code or a link that pays whoever posted it tells those who know how such things work, and
 * is not the clear and conspicuous disclosure that 16 CFR 255.5 asks for.
 */
public enum Disclosure {
  /** Nothing of the kind. */
  NOTHING,
  /** A code or a link of the author's shows that there is something. */
  SHOWN,
  /** It is said in words. */
  SAID;

  /** Whether there is a reward or a tie, whoever can tell. */
  public boolean isIncentive() {
    return this != NOTHING;
  }
}
