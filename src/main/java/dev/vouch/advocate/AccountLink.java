package dev.vouch.advocate;

import java.time.Instant;

/**
 * Why a person belongs to an account.
 *
 * @param rule in words, for instance "their Slack workspace T024 is connected to ours"
 */
public record AccountLink(String account, String rule, Instant at) {
  private static final String BY_HAND = "set by ";

  /**
   * A link that a person made.
   *
   * @param said by whom and how: {@code <@U1> with /vouch account}
   */
  public static AccountLink setBy(String said, String account, Instant at) {
    return new AccountLink(account, BY_HAND + said, at);
  }

  /** Whether a person said so, which no rule of ours overrides. */
  public boolean byHand() {
    return rule.startsWith(BY_HAND);
  }
}
