package dev.vouch.advocate.standing;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Relationship;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How loyal an account is, by the one sign that it gives as a whole: its contract was renewed. That
 * is staying and no more, since companies also stay because leaving is work; what their people mean
 * is told of each of them. It has nothing to do with whether they speak up for us.
 *
 * @param since the first renewal that is on record: they have been here longer than that
 * @param last the latest
 */
public record AccountLoyalty(Loyalty loyalty, Instant since, Instant last) {

  /** By what stands between us and the account; empty while no renewal is on record. */
  public static Optional<AccountLoyalty> of(Relationship account) {
    List<LedgerEntry> renewals = account.entries(Kind.RENEWED);
    return renewals.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AccountLoyalty(
                Loyalty.STAYING, renewals.get(0).from(), renewals.get(renewals.size() - 1).from()));
  }
}
