package dev.vouch.advocate.pattern;

import dev.vouch.advocate.LedgerEntry;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was given out as rewards, as far as the ledger says: the amount that stands in the words of
 * a redemption or of the offer that it belongs to, as in {@code a voucher of 50 EUR}.
 *
 * @param known by currency
 * @param unknown how many redemptions name no amount
 */
public record Spent(Map<String, BigDecimal> known, int unknown) {
  public Spent {
    known = Collections.unmodifiableMap(new TreeMap<>(known));
  }

  /** What these entries say was given out. */
  public static Spent of(Collection<LedgerEntry> ledger) {
    Map<String, BigDecimal> known = new TreeMap<>();
    int unknown = 0;
    for (LedgerEntry entry : ledger) {
      if (entry.kind() == LedgerEntry.Kind.REDEMPTION) {
        Optional<Amount> amount = amount(entry, ledger);
        amount.ifPresent(one -> known.merge(one.currency(), one.number(), BigDecimal::add));
        unknown += amount.isPresent() ? 0 : 1;
      }
    }
    return new Spent(known, unknown);
  }

  private static Optional<Amount> amount(LedgerEntry given, Collection<LedgerEntry> ledger) {
    return Stream.concat(
            Stream.of(given),
            ledger.stream().filter(other -> other.id().equals(given.note().about())))
        .map(entry -> Objects.requireNonNullElse(entry.note().words(), ""))
        .flatMap(words -> Amount.in(words).stream())
        .findFirst();
  }
}
