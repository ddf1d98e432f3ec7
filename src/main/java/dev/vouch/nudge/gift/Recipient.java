package dev.vouch.nudge.gift;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RoleRules;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom a gift is for, with all that the policy may look at.
 *
 * @param account to which they belong; null if none is known
 * @param decider whether they decide, or help to decide, about purchases from us
 * @param lastAct when they last spoke up for us; null if never
 * @param spent what was given to them and to their account this year
 */
public record Recipient(
    Relationship between,
    @Nullable Account account,
    boolean decider,
    RoleRules roles,
    @Nullable Instant lastAct,
    Spent spent) {

  /** What was given in one year, in smallest units by currency. */
  public record Spent(Map<String, Long> person, Map<String, Long> account) {
    public static final Spent NOTHING = new Spent(Map.of(), Map.of());

    public Spent {
      person = Map.copyOf(person);
      account = Map.copyOf(account);
    }
  }

  /** When we last asked them for something; null if never. */
  @Nullable Instant lastAsk() {
    return between.entries(Kind.ASK).stream()
        .map(LedgerEntry::from)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
