package dev.vouch.advocate.standing;

import static dev.vouch.advocate.standing.Known.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.Account.Profile;
import dev.vouch.advocate.LedgerEntry;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When moving the date of a contract's end means that it was renewed. */
class RenewalTest {
  private static Account ends(@Nullable LocalDate day) {
    return Account.named("Northwind").with(new Profile(null, null, null, null, day));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-31, 2027-12-31, true",
    "2026-11-01, 2026-12-01, true",
    "2026-12-31, 2027-01-10, false",
    "2026-12-31, 2026-12-31, false",
    "2027-12-31, 2026-12-31, false",
    "2028-12-31, 2029-12-31, false"
  })
  void dateThatMovesOn_isARenewal_whereTheOldOneWasNear(
      LocalDate was, LocalDate is, boolean renewed) {
    assertThat(Renewal.of(ends(was), ends(is), "U0MAYA", NOW).isPresent()).isEqualTo(renewed);
  }

  @Test
  void dateThatWasUnknownOrIsNow_saysNothing() {
    LocalDate day = LocalDate.of(2027, 12, 31);
    assertThat(Renewal.of(ends(null), ends(day), "U0MAYA", NOW)).isEmpty();
    assertThat(Renewal.of(ends(day), ends(null), "U0MAYA", NOW)).isEmpty();
  }

  @Test
  void renewal_isKnownByItsNewDate_soThatItIsNotedOnce() {
    Account was = ends(LocalDate.of(2026, 12, 31));
    Account is = ends(LocalDate.of(2027, 12, 31));
    assertThat(Renewal.of(was, is, "U0MAYA", NOW))
        .map(LedgerEntry::id)
        .isEqualTo(Renewal.of(was, is, "U0OMAR", NOW.plusSeconds(9)).map(LedgerEntry::id))
        .contains("renewed:2027-12-31");
  }
}
