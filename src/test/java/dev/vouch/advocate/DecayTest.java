package dev.vouch.advocate;

import static dev.vouch.advocate.Acts.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Driver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an act still weighs. */
class DecayTest {
  @ParameterizedTest
  @CsvSource({"ORGANIC,365,0.5", "NUDGED,180,0.35", "REWARDED,60,0.15"})
  void act_weighsHalfAfterItsHalfLife(Provenance provenance, int days, double weight) {
    assertThat(Decay.weight(Duration.ofDays(days), provenance, Set.of()))
        .isCloseTo(weight, within(1e-9));
  }

  @Test
  void coolnessAlone_passesTwiceAsFast_butNotBesideCommunity() {
    Duration year = Duration.ofDays(365);
    assertThat(Decay.weight(year, Provenance.ORGANIC, Set.of(Driver.COOLNESS)))
        .isCloseTo(0.25, within(1e-9));
    assertThat(Decay.weight(year, Provenance.ORGANIC, Set.of(Driver.COOLNESS, Driver.COMMUNITY)))
        .isCloseTo(0.5, within(1e-9));
  }

  @Test
  void organicNudgedRewarded_weighInThisOrderAtEveryAge() {
    for (int days = 0; days <= 3_000; days += 10) {
      Duration age = Duration.ofDays(days);
      assertThat(Decay.weight(age, Provenance.ORGANIC, Set.of()))
          .isGreaterThan(Decay.weight(age, Provenance.NUDGED, Set.of()));
      assertThat(Decay.weight(age, Provenance.NUDGED, Set.of()))
          .isGreaterThan(Decay.weight(age, Provenance.REWARDED, Set.of()));
    }
  }

  @Test
  void confirmedPattern_leavesAQuarter() {
    List<AdvocacyAct> acts = List.of(Acts.on(1), Acts.on(2));
    assertThat(Decay.weight(acts, List.of(), true, day(30)))
        .isCloseTo(Decay.weight(acts, List.of(), false, day(30)) / 4, within(1e-9));
  }

  @Property
  void weight_neverRisesWithAge(
      @ForAll @IntRange(min = -400, max = 4_000) int days,
      @ForAll @IntRange(max = 4_000) int later,
      @ForAll Provenance provenance,
      @ForAll Set<Driver> drivers) {
    double young = Decay.weight(Duration.ofDays(days), provenance, drivers);
    double old = Decay.weight(Duration.ofDays(days + (long) later), provenance, drivers);
    assertThat(old).isLessThanOrEqualTo(young);
    assertThat(young).isBetween(0.0, 1.0);
  }

  @Property(tries = 300)
  void likesSharesRedemptionsAndDelights_neverMoveAdvocacyWeight(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 400) Integer> actDays,
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 400) Integer> otherDays,
      @ForAll @IntRange(max = 380) int offerDay) {
    List<AdvocacyAct> acts =
        IntStream.range(0, actDays.size())
            .mapToObj(i -> Acts.act(actDays.get(i), ActKind.values()[i % 9], i % 4 == 0))
            .toList();
    List<LedgerEntry> ledger = new ArrayList<>();
    ledger.add(LedgerEntry.offer("o", day(offerDay), day(offerDay + 20.0), Set.of()));
    ledger.add(LedgerEntry.moment("a", Kind.ASK, day(offerDay / 2.0)));
    double before = Decay.weight(acts, ledger, false, day(420));
    Kind[] noPrompt = {Kind.REACTION, Kind.SHARE, Kind.REDEMPTION, Kind.DELIGHT};
    for (int i = 0; i < otherDays.size(); i++) {
      LedgerEntry entry = LedgerEntry.moment("x" + i, noPrompt[i % 4], day(otherDays.get(i)));
      ledger.add(
          entry.noted(
              new LedgerEntry.Note("UREP", "a card worth 50 EUR", i % 2 == 0 ? "o" : null)));
    }
    assertThat(Decay.weight(acts, ledger, false, day(420))).isEqualTo(before);
  }
}
