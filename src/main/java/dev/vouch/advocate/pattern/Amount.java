package dev.vouch.advocate.pattern;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sum of money as people write it: {@code 50 EUR}, {@code €25,50}, {@code 1,000 USD}.
 *
 * @param currency its code, as in ISO 4217
 */
public record Amount(BigDecimal number, String currency) {
  private static final String NUMBER =
      "(\\d{1,3}(?:[.,']\\d{3})+(?:[.,]\\d{1,2})?|\\d{1,7}(?:[.,]\\d{1,2})?)";
  private static final String ANY = "(€|\\$|£|[A-Z]{3})";
  private static final Pattern ALL = either(ANY);

  /** Among other words only what can be nothing else: {@code 20 MIN} is no money. */
  private static final Pattern AMONG_WORDS =
      Pattern.compile("(?<![\\d.,])(?:" + either("(€|\\$|£|EUR|USD|GBP|CHF)") + ")");

  /** What stands behind this word counts before all else. */
  private static final Pattern WORTH =
      Pattern.compile("\\bworth (?:" + either("(€|\\$|£|[A-Z]{3}\\b)") + ")");

  private static final Map<String, String> SIGNS = Map.of("€", "EUR", "$", "USD", "£", "GBP");

  private static Pattern either(String currency) {
    return Pattern.compile(currency + "\\s?" + NUMBER + "|" + NUMBER + "\\s?" + currency);
  }

  /** The amount that a text is, and nothing else; empty if it is none. */
  public static Optional<Amount> of(String text) {
    Matcher all = ALL.matcher(text.strip().toUpperCase(Locale.ROOT));
    return all.matches() ? read(all) : Optional.empty();
  }

  /** The amount that is named among words: the one behind {@code worth}, else the first. */
  public static Optional<Amount> in(String words) {
    Matcher worth = WORTH.matcher(words);
    if (worth.find()) {
      return read(worth);
    }
    Matcher any = AMONG_WORDS.matcher(words);
    return any.find() ? read(any) : Optional.empty();
  }

  private static Optional<Amount> read(Matcher found) {
    boolean before = found.group(1) != null;
    String sign = before ? found.group(1) : found.group(4);
    String number = before ? found.group(2) : found.group(3);
    String code = SIGNS.getOrDefault(sign, sign);
    return Currency.getAvailableCurrencies().stream()
            .anyMatch(one -> one.getCurrencyCode().equals(code))
        ? Optional.of(new Amount(number(number), code))
        : Optional.empty();
  }

  /** Where three digits stand behind a sign it parts thousands. */
  private static BigDecimal number(String written) {
    return new BigDecimal(
        written.replaceAll("[.,'](?=\\d{3}(?!\\d))", "").replace(',', '.').replace("'", ""));
  }

  /** {@code 50 EUR}. */
  @Override
  public String toString() {
    return number.toPlainString() + " " + currency;
  }
}
