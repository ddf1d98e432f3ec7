package dev.vouch.advocate;

import dev.vouch.mention.Disclosure;

/**
 * How an act was said, as far as it matters for what drives it.
 *
 * @param disclosure what the text tells of a reward, a referral code or a tie
 * @param specific the text names features, figures or a before and after
 */
public record Wording(Disclosure disclosure, boolean specific) {

  /** Of a text that shows a reward without saying so, or nothing of the kind. */
  public Wording(boolean incentivised, boolean specific) {
    this(incentivised ? Disclosure.SHOWN : Disclosure.NOTHING, specific);
  }

  /** Of a text that was not read for it: nothing is said against it. */
  public static Wording unread(boolean incentivised) {
    return new Wording(incentivised, true);
  }

  /** Whether a reward, a referral code or a tie shows in the text. */
  public boolean incentivised() {
    return disclosure.isIncentive();
  }
}
