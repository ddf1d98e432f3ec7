package dev.vouch.nudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook.Acted;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Reach;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.Tier;
import dev.vouch.advocate.Wording;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Standing;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.mention.Disclosure;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Decision.Hold;
import dev.vouch.nudge.Decision.Nothing;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Decision.Send;
import dev.vouch.nudge.NudgeLog.Past;
import dev.vouch.nudge.Situation.Place;
import dev.vouch.nudge.Situation.Terms;
import dev.vouch.nudge.moment.Moment;
import dev.vouch.nudge.moment.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NudgePolicyTest {
  /** A Wednesday. */
  private static final Instant SAID = Instant.parse("2026-11-18T10:00:00Z");

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Account NORTHWIND =
      Account.named("Northwind").withTier(Tier.MARQUEE).withOwner("UREP").withSponsor("UEXEC");

  private static final List<Tie> FREE = List.of();
  private static final List<Tie> TIED =
      List.of(new Tie("t", Tie.Kind.GIFT, "a ticket", SAID.minusSeconds(60), null, "UREP"));

  /** Chance holds nobody out. */
  private static final NudgeRules ALL =
      NudgeRules.DEFAULT.withSwitches(Switches.DEFAULT.withHeldOut(0));

  private final NudgePolicy policy = new NudgePolicy("salt");
  private final Surprise surprise = new Surprise("salt");

  /**
   * What a decision is made on.
   *
   * @param last when there was last another nudge of the kind
   */
  private record Facts(
      @Nullable AdvocacyAct act,
      @Nullable Heard heard,
      @Nullable Account account,
      @Nullable String recipient,
      @Nullable Instant last,
      Terms terms,
      Evidence evidence) {

    Facts with(Terms newTerms) {
      return new Facts(act, heard, account, recipient, last, newTerms, evidence);
    }

    Facts with(Evidence newEvidence) {
      return new Facts(act, heard, account, recipient, last, terms, newEvidence);
    }
  }

  private static Facts facts(@Nullable Account account, @Nullable String recipient) {
    return facts(act(false), account, recipient, null);
  }

  private static Facts facts(
      @Nullable AdvocacyAct act,
      @Nullable Account account,
      @Nullable String recipient,
      @Nullable Instant last) {
    List<AdvocacyAct> acts = act == null ? List.of() : List.of(act);
    Evidence evidence = Evidence.of("U1", acts, List.of());
    return new Facts(act, null, account, recipient, last, Terms.FREE, evidence);
  }

  private static Contact contact() {
    return new Contact("U1", "Amara", null, Map.of(), Reach.NONE, 1, SAID, SAID);
  }

  private static AdvocacyAct act(boolean incentivised) {
    return act(incentivised ? Disclosure.SAID : Disclosure.NOTHING);
  }

  private static AdvocacyAct act(Disclosure disclosure) {
    return new AdvocacyAct(
        new MentionId("C1", SlackTime.ts(SAID)),
        "U1",
        Purpose.USUAL,
        0.9,
        Set.of(),
        List.of(),
        new Wording(disclosure, true),
        "link",
        null);
  }

  private static Nudge nudge(NudgeKind kind, Moment moment, Instant at) {
    Occasion occasion =
        Occasion.said(moment, new MentionId("C1", SlackTime.ts(at)), "link", List.of());
    return Nudge.draft(
        kind, occasion, new Nudge.Party("UREP", "U1", "Amara", "Northwind", null), at);
  }

  private static Moment moment(NudgeKind kind) {
    return switch (kind) {
      case DISCLOSURE_REMINDER -> Moment.UNDISCLOSED;
      case COMPETITOR_FLAG -> Moment.FOR_A_COMPETITOR;
      case OFFER_TO_VOUCH -> Moment.OFFER;
      case PEER_HELP -> Moment.QUESTION;
      case CHECK_IN -> Moment.SILENCE;
      case DELIGHT, EXEC_INTRO -> Moment.ACT;
    };
  }

  private Decision decide(NudgeKind kind, Facts facts, Instant now) {
    return decide(nudge(kind, moment(kind), SAID), facts, now);
  }

  private Decision decide(Nudge nudge, Facts facts, Instant now) {
    return policy.decide(nudge, situation(nudge, facts), ALL, now);
  }

  private static Situation situation(Nudge nudge, Facts facts) {
    List<Nudge> before =
        facts.last() == null
            ? List.of()
            : List.of(
                nudge(nudge.kind(), moment(nudge.kind()), facts.last())
                    .now(Nudge.State.SENT, "because"));
    return new Situation(
        new Acted(contact(), facts.act(), facts.heard()),
        facts.evidence(),
        new Place(facts.account(), facts.recipient(), LONDON),
        new Past(Map.of(), before),
        facts.terms());
  }

  @Test
  void delight_neverComesBeforeItsRandomDelay() {
    Decision decision = decide(NudgeKind.DELIGHT, facts(NORTHWIND, "UREP"), SAID);

    assertThat(decision).isInstanceOf(Hold.class);
    assertThat(decision.reason()).isEqualTo(Reason.ROOM_AFTER_THE_ACT);
    Instant until = ((Hold) decision).until();
    assertThat(until).isAfterOrEqualTo(SAID.plus(NudgeRules.DEFAULT.leastDelay()));
    assertThat(until).isBeforeOrEqualTo(SAID.plus(NudgeRules.DEFAULT.mostDelay()));
  }

  @Test
  void delight_isSentInWorkingHoursOnceItsDelayIsOver() {
    Instant monday = Instant.parse("2026-11-30T11:00:00Z");

    assertThat(decide(NudgeKind.DELIGHT, facts(NORTHWIND, "UREP"), monday))
        .isInstanceOfSatisfying(
            Send.class,
            send -> {
              assertThat(send.reason()).isEqualTo(Reason.ACT_OF_ADVOCACY);
              assertThat(send.advice()).isNotNull();
            });
  }

  @Test
  void delays_spreadOverTheWholeSpan_andAreTheSameEachTime() {
    List<Duration> delays = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      delays.add(surprise.delay("delight:C1:" + i, NudgeRules.DEFAULT));
    }

    assertThat(delays)
        .allMatch(delay -> delay.compareTo(NudgeRules.DEFAULT.leastDelay()) >= 0)
        .allMatch(delay -> delay.compareTo(NudgeRules.DEFAULT.mostDelay()) <= 0);
    for (int day = 3; day < 9; day++) {
      long wanted = day;
      assertThat(delays).filteredOn(delay -> delay.toDays() == wanted).hasSizeBetween(250, 420);
    }
    assertThat(surprise.delay("delight:C1:7", NudgeRules.DEFAULT)).isEqualTo(delays.get(7));
    assertThat(new Surprise("pepper").delay("delight:C1:7", NudgeRules.DEFAULT))
        .isNotEqualTo(delays.get(7));
  }

  @Test
  void introduction_isForMarqueeAccountsWithASponsor() {
    assertThat(decide(NudgeKind.EXEC_INTRO, facts(NORTHWIND, "UREP"), SAID))
        .isEqualTo(new Send(Reason.MARQUEE_ADVOCATE));
    assertThat(decide(NudgeKind.EXEC_INTRO, facts(NORTHWIND.withTier(Tier.NAMED), "UREP"), SAID))
        .isEqualTo(new Nothing(Reason.NOT_MARQUEE));
    assertThat(decide(NudgeKind.EXEC_INTRO, facts(NORTHWIND.withSponsor(null), "UREP"), SAID))
        .isEqualTo(new Hold(SAID.plus(Duration.ofDays(1)), Reason.NO_SPONSOR));
  }

  @Test
  void nobodyToTell_isLookedAtAgainNextDay() {
    assertThat(decide(NudgeKind.EXEC_INTRO, facts(NORTHWIND, null), SAID).reason())
        .isEqualTo(Reason.NO_OWNER);
    assertThat(decide(NudgeKind.EXEC_INTRO, facts(null, null), SAID))
        .isEqualTo(new Hold(SAID.plus(Duration.ofDays(1)), Reason.NO_ACCOUNT));
  }

  @Test
  void withdrawnIncentivisedAndStaleActs_leadToNothing() {
    assertThat(decide(NudgeKind.DELIGHT, facts(null, NORTHWIND, "UREP", null), SAID))
        .isEqualTo(new Nothing(Reason.ACT_WITHDRAWN));
    assertThat(decide(NudgeKind.DELIGHT, facts(act(true), NORTHWIND, "UREP", null), SAID))
        .isEqualTo(new Nothing(Reason.INCENTIVISED));
    assertThat(decide(NudgeKind.DELIGHT, facts(NORTHWIND, "UREP"), SAID.plus(Duration.ofDays(30))))
        .isEqualTo(new Nothing(Reason.TOO_LONG_AGO));
  }

  @Test
  void secondNudgeOfAKind_waitsItsTurn() {
    Instant lately = SAID.minus(Duration.ofDays(20));
    assertThat(decide(NudgeKind.DELIGHT, facts(act(false), NORTHWIND, "UREP", lately), SAID))
        .isEqualTo(new Nothing(Reason.HAD_ONE_LATELY));
    Instant longAgo = SAID.minus(Duration.ofDays(61));
    assertThat(decide(NudgeKind.DELIGHT, facts(act(false), NORTHWIND, "UREP", longAgo), SAID))
        .isInstanceOf(Hold.class);
  }

  private Decision remind(AdvocacyAct act, List<Tie> ties, RoleRules roles) {
    Terms terms = new Terms(Standing.UNKNOWN, null, ties, roles);
    Facts facts = facts(act, NORTHWIND, "UREP", null).with(terms);
    return decide(NudgeKind.DISCLOSURE_REMINDER, facts, SAID);
  }

  @Test
  void tiedActThatDoesNotSaySo_remindsTheOwner() {
    assertThat(remind(act(Disclosure.NOTHING), TIED, RoleRules.FREE))
        .isEqualTo(new Send(Reason.TIE_NOT_DISCLOSED));
    assertThat(remind(act(Disclosure.SHOWN), TIED, RoleRules.FREE))
        .isEqualTo(new Send(Reason.TIE_NOT_DISCLOSED));
    assertThat(remind(act(Disclosure.SAID), TIED, RoleRules.FREE))
        .isEqualTo(new Nothing(Reason.NOTHING_TO_DISCLOSE));
    assertThat(remind(act(Disclosure.NOTHING), FREE, RoleRules.FREE))
        .isEqualTo(new Nothing(Reason.NOTHING_TO_DISCLOSE));
  }

  @Test
  void roleThatIsATie_remindsTheOwnerToo_andRulesSurprisesOut() {
    RoleRules partner = RoleRules.of(Set.of(Role.PARTNER, Role.CUSTOMER));
    Terms partners = new Terms(Standing.UNKNOWN, null, List.of(), partner);
    assertThat(remind(act(Disclosure.NOTHING), FREE, partner))
        .isEqualTo(new Send(Reason.TIE_NOT_DISCLOSED));
    assertThat(decide(NudgeKind.DELIGHT, facts(NORTHWIND, "UREP").with(partners), SAID))
        .isEqualTo(new Nothing(Reason.ROLE));
    assertThat(decide(NudgeKind.EXEC_INTRO, facts(NORTHWIND, "UREP").with(partners), SAID))
        .isEqualTo(new Send(Reason.MARQUEE_ADVOCATE));
  }

  private Decision flag(@Nullable Heard heard, @Nullable Instant last) {
    Facts facts =
        new Facts(
            null,
            heard,
            NORTHWIND,
            "UREP",
            last,
            new Terms(Standing.AT_RISK, null),
            Evidence.of("U1", List.of(), List.of()));
    return decide(NudgeKind.COMPETITOR_FLAG, facts, SAID);
  }

  @Test
  void wordsForACompetitor_areFlaggedOnceInThirtyDays() {
    assertThat(flag(heard(true), null)).isEqualTo(new Send(Reason.FOR_A_COMPETITOR));
    assertThat(flag(heard(true), SAID.minus(Duration.ofDays(29))))
        .isEqualTo(new Nothing(Reason.HAD_ONE_LATELY));
    assertThat(flag(heard(true), SAID.minus(Duration.ofDays(31))))
        .isEqualTo(new Send(Reason.FOR_A_COMPETITOR));
    assertThat(flag(heard(false), null)).isEqualTo(new Nothing(Reason.FLAG_WITHDRAWN));
    assertThat(flag(null, null)).isEqualTo(new Nothing(Reason.FLAG_WITHDRAWN));
  }

  private static Heard heard(boolean competitor) {
    return new Heard(
        new MentionId("C1", SlackTime.ts(SAID)),
        "U1",
        Intent.WARNING,
        Intent.COMPLAINT,
        0.9,
        Sentiment.NEGATIVE,
        false,
        competitor,
        List.of(),
        "link",
        "rule 1",
        null);
  }

  private Decision decide(NudgeKind kind, Terms terms, Instant now) {
    return decide(kind, facts(NORTHWIND, "UREP").with(terms), now);
  }

  @ParameterizedTest
  @EnumSource(
      value = NudgeKind.class,
      names = {"DELIGHT", "EXEC_INTRO", "OFFER_TO_VOUCH", "DISCLOSURE_REMINDER", "CHECK_IN"})
  void nothingIsSuggestedAboutWhoSaidStop(NudgeKind kind) {
    assertThat(decide(kind, new Terms(Standing.OPTED_OUT, null), SAID))
        .isEqualTo(new Nothing(Reason.OPTED_OUT));
  }

  @ParameterizedTest
  @EnumSource(NudgeKind.class)
  void whatSomebodyDeclined_isNotSuggested_andNothingElseIsHeldBackByIt(NudgeKind kind) {
    Terms terms =
        new Terms(Standing.ACTIVE, null, Set.of(Topic.INTRODUCTIONS), List.of(), RoleRules.FREE);
    assertThat(decide(kind, terms, SAID).reason() == Reason.DECLINED)
        .isEqualTo(kind == NudgeKind.EXEC_INTRO);
  }

  @ParameterizedTest
  @EnumSource(
      value = NudgeKind.class,
      names = {"DELIGHT", "EXEC_INTRO", "OFFER_TO_VOUCH", "DISCLOSURE_REMINDER", "CHECK_IN"})
  void pause_holdsUntilItsEnd_andIsLookedAtEveryDay(NudgeKind kind) {
    Instant soon = SAID.plus(Duration.ofHours(5));
    assertThat(decide(kind, paused(soon), SAID)).isEqualTo(new Hold(soon, Reason.PAUSED));
    assertThat(decide(kind, paused(null), SAID))
        .isEqualTo(new Hold(SAID.plus(Duration.ofDays(1)), Reason.PAUSED));
    assertThat(decide(kind, paused(SAID), SAID).reason()).isNotEqualTo(Reason.PAUSED);
  }

  private static Terms paused(@Nullable Instant until) {
    return new Terms(Standing.ACTIVE, new Pause("U0MAYA", SAID, until, "a quarrel"));
  }

  @ParameterizedTest
  @EnumSource(
      value = NudgeKind.class,
      names = {"DELIGHT", "EXEC_INTRO", "OFFER_TO_VOUCH"})
  void whatStandsBetweenUs_isMadeGoodFirst(NudgeKind kind) {
    Instant monday = Instant.parse("2026-11-30T11:00:00Z");
    for (Standing standing : Standing.values()) {
      Decision decision = decide(kind, new Terms(standing, null), monday);
      if (standing == Standing.AT_RISK) {
        assertThat(decision).isEqualTo(new Hold(monday.plus(Duration.ofDays(1)), Reason.FIX_FIRST));
      } else if (standing != Standing.OPTED_OUT) {
        assertThat(decision).isInstanceOf(Send.class);
      }
    }
  }

  /**
   * Whoever gets nudges has had one lately sooner, and that must not take them out of the study.
   */
  @ParameterizedTest
  @EnumSource(NudgeKind.class)
  void whoIsInTheStudy_hangsOnNothingThatWasSentBefore(NudgeKind kind) {
    NudgeRules half = NudgeRules.DEFAULT.withSwitches(Switches.DEFAULT.withHeldOut(0.5));
    Nudge nudge = nudge(kind, moment(kind), SAID);
    Facts fresh = facts(NORTHWIND, "UREP");
    Facts hadOne = facts(act(false), NORTHWIND, "UREP", SAID.minusSeconds(3_600));

    assertThat(policy.exposure(nudge, situation(nudge, hadOne), half, SAID))
        .isEqualTo(policy.exposure(nudge, situation(nudge, fresh), half, SAID));
  }

  @Test
  void introduction_isStudiedAtMarqueeAccountsOnly() {
    Nudge nudge = nudge(NudgeKind.EXEC_INTRO, Moment.ACT, SAID);
    Facts named = facts(NORTHWIND.withTier(Tier.NAMED), "UREP");

    assertThat(
            policy.exposure(
                nudge, situation(nudge, facts(NORTHWIND, "UREP")), NudgeRules.DEFAULT, SAID))
        .isPresent();
    assertThat(policy.exposure(nudge, situation(nudge, named), NudgeRules.DEFAULT, SAID)).isEmpty();
  }

  @Test
  void rules_refuseADelayWithoutRoomToVary() {
    assertThatThrownBy(() -> NudgeRules.DEFAULT.withDelayDays(5, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("room to vary");
  }
}
