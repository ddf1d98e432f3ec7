package dev.vouch.advocate.pattern;

import static dev.vouch.advocate.Acts.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.Provenance;
import dev.vouch.advocate.Provenance.Rule;
import dev.vouch.advocate.Provenance.Ruling;
import dev.vouch.advocate.pattern.Finding.TooLittle;
import dev.vouch.advocate.pattern.Finding.Weighed;
import dev.vouch.advocate.pattern.History.Act;
import dev.vouch.advocate.pattern.Persona.Kind;
import dev.vouch.mention.ActKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every history, and what the rule says of some small ones. */
class TransactionalPatternTest {
  private static final Ruling UNPROMPTED =
      new Ruling(Provenance.ORGANIC, Rule.UNPROMPTED, null, "");
  private static final Ruling OWN_WORDS = new Ruling(Provenance.REWARDED, Rule.OWN_WORDS, "", "");

  /** Many lives of all kinds. */
  private static Stream<History> lives() {
    return Arrays.stream(Kind.values())
        .flatMap(kind -> IntStream.range(0, 12).mapToObj(i -> Simulation.of(kind, 5_000_000L + i)));
  }

  private static double confidence(History history) {
    return TransactionalPattern.of(history) instanceof Weighed weighed ? weighed.confidence() : 0;
  }

  private static History with(History history, List<Act> acts, List<String> seeking) {
    return new History(acts, seeking, history.ledger(), history.from(), history.until());
  }

  private static History with(History history, UnaryOperator<List<Act>> change) {
    return with(history, change.apply(history.acts()), history.rewardSeeking());
  }

  private static Act changed(Act act, Ruling ruling, boolean specific) {
    return new Act(act.id(), act.at(), act.kind(), act.venue(), ruling, specific, act.words());
  }

  private static List<Act> replaced(List<Act> acts, Act before, Act after) {
    return acts.stream().map(act -> act.equals(before) ? after : act).toList();
  }

  @Test
  void oneMoreVagueAct_neverLowersConfidence() {
    assertThat(lives())
        .allSatisfy(
            life ->
                life.acts().stream()
                    .filter(Act::specific)
                    .findFirst()
                    .ifPresent(
                        act ->
                            assertRises(
                                life,
                                with(
                                    life,
                                    all ->
                                        replaced(all, act, changed(act, act.ruling(), false))))));
  }

  @Test
  void oneMoreActThatShowsAReward_neverLowersConfidence() {
    assertThat(lives())
        .allSatisfy(
            life ->
                life.acts().stream()
                    .filter(act -> act.is(Rule.UNPROMPTED))
                    .findFirst()
                    .ifPresent(
                        act ->
                            assertRises(
                                life,
                                with(
                                    life,
                                    all ->
                                        replaced(
                                            all, act, changed(act, OWN_WORDS, act.specific()))))));
  }

  @Test
  void oneMoreMessageThatAsksForAReward_neverLowersConfidence() {
    assertThat(lives())
        .allSatisfy(
            life -> {
              List<String> more = new ArrayList<>(life.rewardSeeking());
              more.add("C1:1.000000");
              assertRises(life, with(life, life.acts(), more));
            });
  }

  @Test
  void oneMoreCopyElsewhere_neverLowersConfidence() {
    Fingerprint script =
        Fingerprint.of("one two three four five six seven eight nine ten").orElseThrow();
    assertThat(lives().filter(life -> life.acts().size() > 2))
        .allSatisfy(
            life -> {
              Act last = life.acts().get(life.acts().size() - 1);
              Act other = life.acts().get(0);
              History once = with(life, all -> replaced(all, other, said(other, "CX", script)));
              History before = with(once, all -> replaced(all, last, said(last, "CY", null)));
              assertRises(before, with(once, all -> replaced(all, last, said(last, "CY", script))));
            });
  }

  private static Act said(Act act, String venue, @Nullable Fingerprint words) {
    return new Act(act.id(), act.at(), act.kind(), venue, act.ruling(), act.specific(), words);
  }

  private static void assertRises(History before, History after) {
    assertThat(confidence(after)).isGreaterThanOrEqualTo(confidence(before) - 1e-12);
  }

  @ParameterizedTest
  @EnumSource(value = Sign.Kind.class, names = "OFFERED", mode = EnumSource.Mode.EXCLUDE)
  void oneMoreCaseOfASign_neverLowersItsRatio(Sign.Kind kind) {
    for (int among = 0; among < 60; among++) {
      for (int count = 0; count < among; count++) {
        double ratio = kind.likelihoodRatio(count, among);
        assertThat(kind.likelihoodRatio(count + 1, among)).isGreaterThanOrEqualTo(ratio);
        assertThat(kind.likelihoodRatio(count + 1, among + 1)).isGreaterThanOrEqualTo(ratio);
      }
    }
  }

  @Test
  void oneMoreActWithinOffers_neverLowersTheRatio() {
    for (double any : new double[] {0, 0.05, 0.3, 0.7, 0.95}) {
      for (double some : new double[] {0, 0.05, 1 - any}) {
        for (int spells : new int[] {1, 4, 12}) {
          Exposure exposure = new Exposure(any, some, spells);
          for (int acts = 1; acts < 40; acts += 3) {
            for (int paid = 0; paid < acts; paid++) {
              double ratio = exposure.likelihoodRatio(paid, acts) - 1e-9;
              assertThat(exposure.likelihoodRatio(paid + 1, acts)).isGreaterThan(ratio);
              assertThat(exposure.likelihoodRatio(paid + 1, acts + 1)).isGreaterThan(ratio);
            }
          }
        }
      }
    }
  }

  /** Habits that not all have who act for rewards. */
  @ParameterizedTest
  @EnumSource(names = {"OWN_WORDS", "REWARD_SEEKING", "NEAR_DUPLICATE", "ASKED"})
  void absenceOfARareSign_saysLittle(Sign.Kind kind) {
    assertThat(kind.likelihoodRatio(0, 12)).isBetween(0.6, 1.0);
    assertThat(kind.likelihoodRatio(0, 1_000)).isGreaterThanOrEqualTo(0.5);
  }

  @ParameterizedTest
  @EnumSource(
      value = LedgerEntry.Kind.class,
      names = {"REACTION", "SHARE", "REDEMPTION", "DELIGHT"})
  void likesSharesRedemptionsAndGifts_changeNothing(LedgerEntry.Kind kind) {
    assertThat(lives())
        .allSatisfy(
            life -> {
              List<LedgerEntry> more = new ArrayList<>(life.ledger());
              IntStream.range(0, 50)
                  .forEach(i -> more.add(LedgerEntry.moment(kind + "" + i, kind, day(i * 4))));
              History after =
                  new History(life.acts(), life.rewardSeeking(), more, life.from(), life.until());
              assertThat(TransactionalPattern.of(after)).isEqualTo(TransactionalPattern.of(life));
            });
  }

  private static LedgerEntry offer(int from, int until) {
    return LedgerEntry.offer("offer" + from, day(from), day(until), Set.of());
  }

  /** Vague acts on these days, each with nothing else to it. */
  private static History history(List<LedgerEntry> ledger, int days, int... actDays) {
    List<Act> acts =
        Arrays.stream(actDays)
            .mapToObj(
                on ->
                    new Act(
                        "C1:" + on,
                        day(on + 0.5),
                        ActKind.RECOMMENDATION,
                        "C1",
                        UNPROMPTED,
                        on % 2 == 0,
                        null))
            .toList();
    return new History(acts, List.of(), ledger, day(0), day(days));
  }

  @Test
  void fewActs_areTooLittle_andItSaysWhatIsMissing() {
    Finding finding = TransactionalPattern.of(history(List.of(offer(10, 20)), 300, 11, 12));
    assertThat(finding).isInstanceOf(TooLittle.class);
    assertThat(finding.missing()).containsExactly("2 acts; at least 3 are needed");

    Finding more = TransactionalPattern.of(history(List.of(offer(10, 20)), 40, 11, 12, 13));
    assertThat(more.missing())
        .containsExactly(
            "3 acts, and 0 times that they asked for a reward or fell silent without one; at least"
                + " 5 of all these are needed");
  }

  @Test
  void silenceWithoutRewards_isACaseToo_whereActsAreFew() {
    List<LedgerEntry> offers = List.of(offer(10, 20), offer(120, 130));
    History three = history(offers, 300, 11, 12, 125);
    assertThat(TransactionalPattern.of(three)).isInstanceOf(Weighed.class);
    assertThat(TransactionalPattern.of(history(List.of(), 300, 11, 12, 125)))
        .isInstanceOf(TooLittle.class);
  }

  @Test
  void vagueWordsWithoutAReward_accuseNobody() {
    Finding finding =
        TransactionalPattern.of(history(List.of(), 300, 11, 31, 51, 71, 91, 111, 131, 151));
    assertThat(finding.missing())
        .containsExactly("a reward was in play 0 times; at least 3 are needed");
  }

  @Test
  void allActsInShortOffers_areSuspected_andTheSameActsUnderAnOfferThatNeverEndsAreNot() {
    int[] days = {31, 36, 38, 121, 125, 139, 221, 228, 236};
    List<LedgerEntry> campaigns = List.of(offer(30, 40), offer(120, 140), offer(220, 240));
    LedgerEntry open = LedgerEntry.offer("open", day(0), null, Set.of());
    assertThat(TransactionalPattern.of(history(campaigns, 400, days)).isSuspected()).isTrue();
    Finding always = TransactionalPattern.of(history(List.of(open), 400, days));
    assertThat(always.isSuspected()).isFalse();
    assertThat(always.missing())
        .contains("something was offered 100 % of the time, so when they act says next to nothing");
  }

  @Test
  void actsInAndOutOfOffersAlike_areNotSuspected_howeverManyOffersThereAre() {
    List<LedgerEntry> ceaseless =
        IntStream.range(0, 10).mapToObj(i -> offer(i * 40, i * 40 + 25)).toList();
    int[] days = IntStream.range(0, 30).map(i -> i * 13 + 3).toArray();
    Weighed finding = (Weighed) TransactionalPattern.of(history(ceaseless, 400, days));
    assertThat(finding.confidence()).isLessThan(0.05);
    assertThat(finding.against()).first().extracting(Sign::of).isEqualTo(Sign.Kind.OFFERED);
  }

  @Test
  void evidence_namesItsActs_andConfidenceIsTheProductOfItsRatios() {
    History history = history(List.of(offer(30, 40)), 300, 31, 33, 35, 37, 39, 200);
    Weighed finding = (Weighed) TransactionalPattern.of(history);
    Sign offered =
        finding.signs().stream()
            .filter(sign -> sign.of() == Sign.Kind.OFFERED)
            .findAny()
            .orElseThrow();
    assertThat(offered.ids()).containsExactly("C1:31", "C1:33", "C1:35", "C1:37", "C1:39");
    assertThat(offered.sentence())
        .isEqualTo("5 of 6 acts came while a reward was to be had, which was 4 % of the time");
    double odds =
        finding.signs().stream()
            .mapToDouble(Sign::likelihoodRatio)
            .reduce(3.0 / 7, (a, b) -> a * b);
    assertThat(finding.confidence()).isCloseTo(odds / (1 + odds), offset(1e-9));
  }
}
