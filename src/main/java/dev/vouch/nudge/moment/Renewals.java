package dev.vouch.nudge.moment;

import dev.vouch.advocate.Contact;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Relationship;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The moment that an account was renewed, and whose it is among its people. */
public final class Renewals {
  private Renewals() {}

  /** The latest renewal of an account, if it is news. */
  public static Optional<Occasion> of(Relationship account, Instant now) {
    return account.entries(Kind.RENEWED).stream()
        .max(Comparator.comparing(LedgerEntry::from))
        .filter(entry -> !entry.from().isAfter(now))
        .filter(entry -> entry.from().plus(PassedRules.RECENT).isAfter(now))
        .map(
            entry ->
                Occasion.passed(
                    Moment.RENEWAL,
                    account.with().id() + ":" + entry.id(),
                    entry.from(),
                    List.of()));
  }

  /** Whoever has spoken up for us most; nobody where nobody has. */
  public static Optional<Contact> voice(Collection<Contact> people) {
    return people.stream()
        .filter(Contact::isAdvocate)
        .max(Comparator.comparingInt(Contact::acts).thenComparing(Contact::id));
  }
}
