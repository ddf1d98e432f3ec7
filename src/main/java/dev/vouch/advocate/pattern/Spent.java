package dev.vouch.advocate.pattern;

import dev.vouch.advocate.LedgerEntry;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was given out as rewards, as far as the ledger says: the amount that stands in the words of
 * a redemption or of the offer that it belongs to, as in {@code a voucher of 50 EUR}.
 *
 * @param known by currency
 * @param unknown how many redemptions name no amount
 */
public record Spent(Map<String, BigDecimal> known, int unknown) {
  private static final String NUMBER = "(\\d{1,6}(?:[.,]\\d{1,2})?)";
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(€|\\$|£|EUR|USD|GBP|CHF)\\s?"
              + NUMBER
              + "|"
              + NUMBER
              + "\\s?(€|\\$|£|EUR|USD|GBP|CHF)");
  private static final Map<String, String> SIGNS = Map.of("€", "EUR", "$", "USD", "£", "GBP");

  public Spent {
    known = Collections.unmodifiableMap(new TreeMap<>(known));
  }

  /** What these entries say was given out. */
  public static Spent of(Collection<LedgerEntry> ledger) {
    Map<String, BigDecimal> known = new TreeMap<>();
    int unknown = 0;
    for (LedgerEntry entry : ledger) {
      if (entry.kind() == LedgerEntry.Kind.REDEMPTION) {
        Optional<Matcher> amount = amount(entry, ledger);
        amount.ifPresent(one -> known.merge(currency(one), number(one), BigDecimal::add));
        unknown += amount.isPresent() ? 0 : 1;
      }
    }
    return new Spent(known, unknown);
  }

  private static Optional<Matcher> amount(LedgerEntry given, Collection<LedgerEntry> ledger) {
    List<LedgerEntry> offer =
        ledger.stream().filter(other -> other.id().equals(given.note().about())).toList();
    return Stream.concat(Stream.of(given), offer.stream())
        .map(entry -> AMOUNT.matcher(Objects.requireNonNullElse(entry.note().words(), "")))
        .filter(Matcher::find)
        .findFirst();
  }

  private static String currency(Matcher amount) {
    String sign = amount.group(1) == null ? amount.group(4) : amount.group(1);
    return SIGNS.getOrDefault(sign, sign);
  }

  private static BigDecimal number(Matcher amount) {
    String number = amount.group(2) == null ? amount.group(3) : amount.group(2);
    return new BigDecimal(number.replace(',', '.'));
  }
}
