package dev.vouch.nudge.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts as people write them, and in other currencies. */
class MoneyTest {
  @ParameterizedTest
  @CsvSource({
    "25 EUR, 25 EUR",
    "25eur, 25 EUR",
    "EUR 25, 25 EUR",
    "€25, 25 EUR",
    "£9.50, 9.50 GBP",
    "19.99 USD, 19.99 USD",
    "'19,99 usd', 19.99 USD",
    "3000 JPY, 3000 JPY",
    "1.234 KWD, 1.234 KWD"
  })
  void amount_isReadAndShown(String typed, String shown) {
    assertThat(Money.parse(typed)).hasToString(shown);
    assertThat(Money.parse(shown)).isEqualTo(Money.parse(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "25, is no amount; write one like 25 EUR",
    "a lot, is no amount",
    "$25, stands for several currencies",
    "25 XYZ, is no currency",
    "25 XAU, is no currency",
    "2.505 EUR, EUR has 2 digits behind the point",
    "3000.5 JPY, JPY has 0 digits",
    "-5 EUR, is no amount",
    "EUR 5 EUR, is no amount"
  })
  void whatIsNoAmount_saysWhatToWrite(String typed, String problem) {
    assertThatThrownBy(() -> Money.parse(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void otherCurrency_isToldByStatedRatesAlone_andRoundedUp() {
    Currency euro = Currency.getInstance("EUR");
    Rates rates =
        new Rates("by hand", Map.of("USD", new BigDecimal("1.10"), "JPY", BigDecimal.valueOf(160)));
    assertThat(rates.in(Money.parse("20 USD"), euro)).contains(Money.parse("18.19 EUR"));
    assertThat(rates.in(Money.parse("3000 JPY"), euro)).contains(Money.parse("18.75 EUR"));
    assertThat(rates.in(Money.parse("1 EUR"), Currency.getInstance("JPY")))
        .contains(Money.parse("160 JPY"));
    assertThat(rates.in(Money.parse("5 GBP"), euro)).isEmpty();
    assertThat(Rates.NONE.in(Money.parse("5 USD"), euro)).isEmpty();
    assertThat(Rates.NONE.in(Money.parse("5 GBP"), Currency.getInstance("GBP")))
        .contains(Money.parse("5 GBP"));
    assertThat(rates.total(Map.of("USD", 1_100L, "EUR", 500L), euro))
        .contains(Money.parse("15 EUR"));
    assertThat(rates.total(Map.of("GBP", 1L), euro)).isEmpty();
  }
}
