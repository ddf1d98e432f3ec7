package dev.vouch.nudge.gift;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount in one currency.
 *
 * @param minor in the smallest unit of the currency: cents
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {
  private static final Pattern TEXT =
      Pattern.compile("(\\p{Sc}|[A-Z]{3})? ?(\\d{1,9}(?:[.,]\\d{1,3})?) ?(\\p{Sc}|[A-Z]{3})?");

  /**
   * The amount that a text names: {@code 25 EUR}, {@code 25.50 USD}, {@code €25}.
   *
   * @throws IllegalArgumentException if it names none: a sentence with what to do
   */
  public static Money parse(String text) {
    Matcher parts = TEXT.matcher(text.strip().toUpperCase(Locale.ROOT));
    String before = parts.matches() ? parts.group(1) : null;
    String after = parts.matches() ? parts.group(3) : null;
    if (!parts.matches() || (before == null) == (after == null)) {
      throw new IllegalArgumentException(
          "\"%s\" is no amount; write one like 25 EUR".formatted(text));
    }
    Currency currency = currency(before == null ? String.valueOf(after) : before);
    return of(new BigDecimal(parts.group(2).replace(',', '.')), currency);
  }

  private static Currency currency(String text) {
    return switch (text) {
      case "€" -> Currency.getInstance("EUR");
      case "£" -> Currency.getInstance("GBP");
      case "$", "¥" ->
          throw new IllegalArgumentException(
              "\"%s\" stands for several currencies; write three letters, like USD"
                  .formatted(text));
      default -> named(text);
    };
  }

  private static Currency named(String code) {
    try {
      Currency currency = Currency.getInstance(code);
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException e) {
      // It is told below.
    }
    throw new IllegalArgumentException(
        "\"%s\" is no currency; write its three letters, like EUR".formatted(code));
  }

  private static Money of(BigDecimal amount, Currency currency) {
    int digits = currency.getDefaultFractionDigits();
    try {
      return new Money(amount.movePointRight(digits).longValueExact(), currency);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "%s has %d digits behind the point, not more"
              .formatted(currency.getCurrencyCode(), digits),
          e);
    }
  }

  public static Money none(Currency currency) {
    return new Money(0, currency);
  }

  public boolean isNothing() {
    return minor == 0;
  }

  /** Both of one currency. */
  public Money plus(Money other) {
    return new Money(Math.addExact(minor, same(other).minor), currency);
  }

  /** What is left of it without the other; nothing where the other is more. */
  public Money less(Money other) {
    return new Money(Math.max(0, minor - same(other).minor), currency);
  }

  /** Both of one currency. */
  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, same(other).minor);
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(this + " and " + other + " are of two currencies");
    }
    return other;
  }

  public String code() {
    return currency.getCurrencyCode();
  }

  /** {@code 25 EUR}, or {@code 25.50 EUR}: as it is typed. */
  @Override
  public String toString() {
    BigDecimal amount = BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    BigDecimal shown = amount.stripTrailingZeros().scale() <= 0 ? amount.setScale(0) : amount;
    return shown.toPlainString() + " " + code();
  }
}
