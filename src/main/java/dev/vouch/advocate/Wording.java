package dev.vouch.advocate;

import org.jspecify.annotations.Nullable;

/**
 * How an act was said, as far as it matters for what drives it; the words themselves are not kept.
 *
 * @param incentivised a reward, a referral code or a disclosed tie shows in the text
 * @param specific the text names features, figures or a before and after
 * @param fingerprint null where the text is too short to tell a copy, or was not read
 */
public record Wording(boolean incentivised, boolean specific, @Nullable Fingerprint fingerprint) {

  /** Of a text that was not read for it: nothing is said against it. */
  public static Wording unread(boolean incentivised) {
    return new Wording(incentivised, true, null);
  }
}
