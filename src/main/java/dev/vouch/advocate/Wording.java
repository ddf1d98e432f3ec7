package dev.vouch.advocate;

/**
 * How an act was said, as far as it matters for what drives it.
 *
 * @param incentivised a reward, a referral code or a disclosed tie shows in the text
 * @param specific the text names features, figures or a before and after
 */
public record Wording(boolean incentivised, boolean specific) {

  /** Of a text that was not read for it: nothing is said against it. */
  public static Wording unread(boolean incentivised) {
    return new Wording(incentivised, true);
  }
}
