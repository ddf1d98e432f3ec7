package dev.vouch.nudge.gift;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How amounts of one currency are told in another: only by rates that the policy states, never in
 * silence, and rounded up.
 *
 * @param stated from when and where the rates are
 * @param perEuro how many of a currency one euro is; the euro itself need not stand there
 */
public record Rates(String stated, Map<String, BigDecimal> perEuro) {
  static final Rates NONE = new Rates("", Map.of());

  public Rates {
    perEuro = Map.copyOf(perEuro);
  }

  /** The amount in another currency; empty where there is no rate. */
  Optional<Money> in(Money amount, Currency to) {
    if (amount.currency().equals(to)) {
      return Optional.of(amount);
    }
    BigDecimal here = rate(amount.code());
    BigDecimal there = rate(to.getCurrencyCode());
    return here == null || there == null
        ? Optional.empty()
        : Optional.of(
            new Money(
                BigDecimal.valueOf(amount.minor())
                    .multiply(there)
                    .movePointRight(digits(amount.currency(), to))
                    .divide(here, 0, RoundingMode.CEILING)
                    .longValueExact(),
                to));
  }

  /** What amounts by currency come to together in one of them; empty where a rate is missing. */
  Optional<Money> total(Map<String, Long> minors, Currency to) {
    Money total = Money.none(to);
    for (Map.Entry<String, Long> one : minors.entrySet()) {
      Optional<Money> told = in(new Money(one.getValue(), Currency.getInstance(one.getKey())), to);
      if (told.isEmpty()) {
        return told;
      }
      total = total.plus(told.get());
    }
    return Optional.of(total);
  }

  /** By what smallest units of each currency that is known here are told in that one's. */
  Map<String, BigDecimal> factors(Currency to) {
    Map<String, BigDecimal> factors = new TreeMap<>();
    factors.put(to.getCurrencyCode(), BigDecimal.ONE);
    perEuro.keySet().forEach(from -> factor(from, to).ifPresent(one -> factors.put(from, one)));
    factor("EUR", to).ifPresent(one -> factors.put("EUR", one));
    return factors;
  }

  private Optional<BigDecimal> factor(String from, Currency to) {
    if (from.equals(to.getCurrencyCode())) {
      return Optional.of(BigDecimal.ONE);
    }
    BigDecimal here = rate(from);
    BigDecimal there = rate(to.getCurrencyCode());
    return here == null || there == null
        ? Optional.empty()
        : Optional.of(
            there
                .divide(here, MathContext.DECIMAL64)
                .movePointRight(digits(Currency.getInstance(from), to)));
  }

  private static int digits(Currency from, Currency to) {
    return to.getDefaultFractionDigits() - from.getDefaultFractionDigits();
  }

  private @Nullable BigDecimal rate(String code) {
    return code.equals("EUR") ? BigDecimal.ONE : perEuro.get(code);
  }
}
