package dev.vouch.advocate;

import java.time.Instant;

/**
 * Why a person belongs to an account.
 *
 * @param rule in words, for instance "their Slack workspace T024 is connected to ours"
 */
public record AccountLink(String account, String rule, Instant at) {
  static final String BY_HAND = "set by ";

  /** Whether a person said so, which no rule of ours overrides. */
  public boolean byHand() {
    return rule.startsWith(BY_HAND);
  }
}
