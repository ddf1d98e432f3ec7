package dev.vouch.advocate;

import static dev.vouch.advocate.Acts.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.Provenance.Rule;
import dev.vouch.advocate.Provenance.Ruling;
import dev.vouch.advocate.Provenance.Windows;
import dev.vouch.mention.ActKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What prompted an act. */
class ProvenanceTest {
  private static Ruling of(AdvocacyAct act, LedgerEntry... ledger) {
    return Provenance.of(act, List.of(ledger), Windows.USUAL);
  }

  private static LedgerEntry offer(double from, double until, ActKind... pays) {
    return LedgerEntry.offer("offer", day(from), day(until), Set.of(pays));
  }

  @ParameterizedTest
  @CsvSource({"99,ORGANIC", "100,NUDGED", "107,NUDGED", "114,NUDGED", "114.1,ORGANIC"})
  void ask_reachesFourteenDays(double actDay, Provenance expected) {
    Ruling ruling = of(Acts.on(actDay), LedgerEntry.moment("ask", Kind.ASK, day(100)));
    assertThat(ruling.provenance()).isEqualTo(expected);
    assertThat(ruling.cause()).isEqualTo(expected == Provenance.NUDGED ? "ask" : null);
  }

  @ParameterizedTest
  @CsvSource({"99,ORGANIC", "100,REWARDED", "130,REWARDED", "144,REWARDED", "144.1,ORGANIC"})
  void offer_reachesFourteenDaysBeyondItsEnd(double actDay, Provenance expected) {
    assertThat(of(Acts.on(actDay), offer(100, 130)).provenance()).isEqualTo(expected);
  }

  @Test
  void openOffer_reachesForEver() {
    LedgerEntry open = LedgerEntry.offer("open", day(10), null, Set.of());
    assertThat(of(Acts.on(9_000), open).provenance()).isEqualTo(Provenance.REWARDED);
  }

  @Test
  void offerForReferrals_leavesADefenceOrganic() {
    LedgerEntry offer = offer(100, 130, ActKind.REFERRAL);
    assertThat(of(Acts.act(110, ActKind.DEFENCE, false), offer).rule()).isEqualTo(Rule.UNPROMPTED);
    assertThat(of(Acts.act(110, ActKind.REFERRAL, false), offer).rule()).isEqualTo(Rule.OFFER);
  }

  @Test
  void ownWordsThatShowAReward_areTheCause() {
    AdvocacyAct act = Acts.act(5, ActKind.REVIEW, true);
    Ruling ruling = of(act, LedgerEntry.moment("ask", Kind.ASK, day(4)));
    assertThat(ruling.provenance()).isEqualTo(Provenance.REWARDED);
    assertThat(ruling.cause()).isEqualTo(act.mention().toString());
  }

  @Test
  void rewardOutweighsAsk_andTheLatestOfferCounts() {
    Ruling ruling =
        of(
            Acts.on(12),
            LedgerEntry.offer("later", day(9), day(20), Set.of()),
            LedgerEntry.offer("earlier", day(1), day(30), Set.of()),
            LedgerEntry.moment("ask", Kind.ASK, day(11)));
    assertThat(ruling.cause()).isEqualTo("later");
    assertThat(ruling.reason()).isEqualTo("3 days after a reward was offered");
  }

  @ParameterizedTest
  @EnumSource(names = {"DELIGHT", "REDEMPTION", "REACTION", "SHARE"})
  void otherEntries_promptNothing(Kind kind) {
    assertThat(of(Acts.on(10), LedgerEntry.moment("x", kind, day(9))).provenance())
        .isEqualTo(Provenance.ORGANIC);
  }
}
