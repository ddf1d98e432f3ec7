package dev.vouch.nudge.ranking;

import dev.vouch.nudge.Nudge;
import java.time.Instant;

/**
 * A suggestion as far as its place in the list goes.
 *
 * @param account whose person it is about; empty where that is not known
 * @param since when it was thought of
 */
public record Candidate(String id, Arm arm, String account, Instant since) {

  public static Candidate of(Nudge nudge) {
    return new Candidate(nudge.id(), Arm.of(nudge), nudge.accountName(), nudge.at());
  }

  /** The same account counts; one that is not known is no account. */
  boolean sharesAccountWith(Candidate other) {
    return !account.isEmpty() && account.equals(other.account);
  }
}
