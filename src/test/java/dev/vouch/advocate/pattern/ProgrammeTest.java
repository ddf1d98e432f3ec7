package dev.vouch.advocate.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.Provenance;
import dev.vouch.advocate.Provenance.Rule;
import dev.vouch.advocate.Provenance.Ruling;
import dev.vouch.advocate.pattern.Programme.Direction;
import dev.vouch.mention.ActKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a whole programme. */
class ProgrammeTest {
  private static final YearMonth LAST = YearMonth.of(2026, 11);
  private static final Instant DAY = Instant.parse("2026-11-03T10:00:00Z");
  private static final Spent NOTHING = Spent.of(List.of());

  /** So many acts in a month, the first of them after an offer. */
  private static List<History.Act> acts(String month, int all, int afterOffer) {
    List<History.Act> acts = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      Ruling ruling =
          i < afterOffer
              ? new Ruling(Provenance.REWARDED, Rule.OFFER, "o", "")
              : new Ruling(Provenance.ORGANIC, Rule.UNPROMPTED, null, "");
      Instant at = Instant.parse(month + "-15T10:00:00Z").plusSeconds(i);
      acts.add(new History.Act(month + i, at, ActKind.REVIEW, "C1", ruling, i % 2 == 0, null));
    }
    return acts;
  }

  @SafeVarargs
  private static Programme programme(List<History.Act>... months) {
    return Programme.of(List.of(months).stream().flatMap(List::stream).toList(), NOTHING, LAST, 6);
  }

  @Test
  void shareAfterOffers_isOfTheMonthsAskedFor() {
    Programme programme =
        programme(acts("2026-05", 9, 9), acts("2026-06", 4, 1), acts("2026-11", 6, 2));
    assertThat(programme.afterOffer()).isEqualTo(new Share(3, 10));
    assertThat(programme.months()).hasSize(6);
    assertThat(programme.months().get(0).month()).isEqualTo(YearMonth.of(2026, 6));
    assertThat(programme.months().get(3).afterOffer().of()).isZero();
  }

  @Test
  void trend_isToldOnlyWhereItsRangeLeavesNoDoubt() {
    Programme rising = programme(acts("2026-07", 30, 3), acts("2026-10", 30, 15));
    assertThat(rising.trend().direction()).isEqualTo(Direction.RISING);
    assertThat(rising.trend().by().value()).isEqualTo(0.4, offset(1e-9));
    Programme falling = programme(acts("2026-07", 30, 15), acts("2026-10", 30, 3));
    assertThat(falling.trend().direction()).isEqualTo(Direction.FALLING);
    Programme few = programme(acts("2026-07", 3, 1), acts("2026-10", 3, 2));
    assertThat(few.trend().direction()).isEqualTo(Direction.UNCLEAR);
  }

  @Test
  void specificOrganicActs_areThoseThatNothingPrompted() {
    assertThat(programme(acts("2026-10", 8, 3)).specificOrganic()).isEqualTo(2);
  }

  private static LedgerEntry redemption(String id, @Nullable String words, @Nullable String about) {
    return LedgerEntry.moment(id, LedgerEntry.Kind.REDEMPTION, DAY)
        .noted(new Note("UREP", words, about));
  }

  private static LedgerEntry offer(String words) {
    return LedgerEntry.offer("offer", DAY, DAY, Set.of()).noted(new Note("UREP", words, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a voucher of 50 EUR|EUR|50",
        "€25,50 at the shop|EUR|25.50",
        "$20 gift card|USD|20",
        "20£|GBP|20",
        "a card of 1,000.50 USD|USD|1000.50",
        "two tickets at 20 EUR worth 40 EUR|EUR|40",
        "a dinner worth 4000 JPY|JPY|4000",
      })
  void amount_isReadFromTheWords(String words, String currency, BigDecimal amount) {
    assertThat(Spent.of(List.of(redemption("r", words, null))).known())
        .isEqualTo(Map.of(currency, amount));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a mug", "20 MIN of our time", "worth a lot", "worth 20 XXY", "2 mugs"})
  void whatIsNoMoney_isUnknown(String words) {
    assertThat(Spent.of(List.of(redemption("r", words, null)))).isEqualTo(new Spent(Map.of(), 1));
  }

  @Test
  void amountOfTheOffer_standsForARedemptionThatNamesNone_andElseItIsUnknown() {
    Spent spent =
        Spent.of(
            List.of(
                offer("a card of 30 EUR"),
                redemption("a", null, "offer"),
                redemption("b", "her reward", "offer"),
                redemption("c", "a mug", null)));
    assertThat(spent).isEqualTo(new Spent(Map.of("EUR", new BigDecimal("60")), 1));
  }

  @Test
  void cost_isUnknownWithoutAnAmountOrAnAct() {
    Spent spent = new Spent(Map.of("EUR", new BigDecimal("100")), 0);
    assertThat(Programme.of(acts("2026-10", 6, 0), spent, LAST, 6).costPerSpecificOrganic())
        .isEqualTo(Map.of("EUR", new BigDecimal("33.33")));
    assertThat(Programme.of(acts("2026-10", 6, 6), spent, LAST, 6).costPerSpecificOrganic())
        .isEmpty();
    assertThat(programme(acts("2026-10", 6, 0)).costPerSpecificOrganic()).isEmpty();
  }

  /** Values of the published formulas (Wilson 1927; Newcombe 1998, method 10). */
  @Test
  void ranges_areThoseOfWilsonAndNewcombe() {
    Share share = new Share(56, 70);
    assertThat(share.low()).isEqualTo(0.6924, offset(2e-3));
    assertThat(share.high()).isEqualTo(0.8774, offset(2e-3));
    Share.Difference difference = share.above(new Share(48, 80));
    assertThat(difference.value()).isEqualTo(0.2, offset(1e-9));
    assertThat(difference.low()).isEqualTo(0.0524, offset(1e-4));
    assertThat(difference.high()).isEqualTo(0.3339, offset(1e-4));
  }
}
