package dev.vouch.nudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
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
import dev.vouch.nudge.Moment.Terms;
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

  private final NudgePolicy policy = new NudgePolicy("salt");

  private static Moment moment(@Nullable Account account, @Nullable String recipient) {
    return moment(act(false), account, recipient, null);
  }

  private static Moment moment(
      @Nullable AdvocacyAct act,
      @Nullable Account account,
      @Nullable String recipient,
      @Nullable Instant last) {
    return moment(act, null, account, recipient, last, Terms.FREE);
  }

  private static Moment moment(
      @Nullable AdvocacyAct act,
      @Nullable Heard heard,
      @Nullable Account account,
      @Nullable String recipient,
      @Nullable Instant last,
      Terms terms) {
    return new Moment(
        "delight:C1:1.000000", act, heard, contact(), account, recipient, LONDON, last, terms);
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

  private Decision decide(NudgeKind kind, Moment moment, Instant now) {
    return policy.decide(kind, moment, NudgeRules.DEFAULT, now);
  }

  @Test
  void delight_neverComesBeforeItsRandomDelay() {
    Decision decision = decide(NudgeKind.DELIGHT, moment(NORTHWIND, "UREP"), SAID);

    assertThat(decision).isInstanceOf(Hold.class);
    assertThat(decision.reason()).isEqualTo(Reason.ROOM_AFTER_THE_ACT);
    Instant until = ((Hold) decision).until();
    assertThat(until).isAfterOrEqualTo(SAID.plus(NudgeRules.DEFAULT.leastDelay()));
    assertThat(until).isBeforeOrEqualTo(SAID.plus(NudgeRules.DEFAULT.mostDelay()));
  }

  @Test
  void delight_isSentInWorkingHoursOnceItsDelayIsOver() {
    Instant monday = Instant.parse("2026-11-30T11:00:00Z");

    assertThat(decide(NudgeKind.DELIGHT, moment(NORTHWIND, "UREP"), monday))
        .isEqualTo(new Send(Reason.ACT_OF_ADVOCACY));
  }

  @Test
  void delays_spreadOverTheWholeSpan_andAreTheSameEachTime() {
    List<Duration> delays = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      delays.add(policy.delay("delight:C1:" + i, NudgeRules.DEFAULT));
    }

    assertThat(delays)
        .allMatch(delay -> delay.compareTo(NudgeRules.DEFAULT.leastDelay()) >= 0)
        .allMatch(delay -> delay.compareTo(NudgeRules.DEFAULT.mostDelay()) <= 0);
    for (int day = 3; day < 9; day++) {
      long wanted = day;
      assertThat(delays).filteredOn(delay -> delay.toDays() == wanted).hasSizeBetween(250, 420);
    }
    assertThat(policy.delay("delight:C1:7", NudgeRules.DEFAULT)).isEqualTo(delays.get(7));
    assertThat(new NudgePolicy("pepper").delay("delight:C1:7", NudgeRules.DEFAULT))
        .isNotEqualTo(delays.get(7));
  }

  @Test
  void introduction_isForMarqueeAccountsWithASponsor() {
    assertThat(decide(NudgeKind.EXEC_INTRO, moment(NORTHWIND, "UREP"), SAID))
        .isEqualTo(new Send(Reason.MARQUEE_ADVOCATE));
    assertThat(decide(NudgeKind.EXEC_INTRO, moment(NORTHWIND.withTier(Tier.NAMED), "UREP"), SAID))
        .isEqualTo(new Nothing(Reason.NOT_MARQUEE));
    assertThat(decide(NudgeKind.EXEC_INTRO, moment(NORTHWIND.withSponsor(null), "UREP"), SAID))
        .isEqualTo(new Hold(SAID.plus(Duration.ofDays(1)), Reason.NO_SPONSOR));
  }

  @Test
  void nobodyToTell_isLookedAtAgainNextDay() {
    assertThat(decide(NudgeKind.EXEC_INTRO, moment(NORTHWIND, null), SAID).reason())
        .isEqualTo(Reason.NO_OWNER);
    assertThat(decide(NudgeKind.EXEC_INTRO, moment(null, null), SAID))
        .isEqualTo(new Hold(SAID.plus(Duration.ofDays(1)), Reason.NO_ACCOUNT));
  }

  @Test
  void withdrawnIncentivisedAndStaleActs_leadToNothing() {
    assertThat(decide(NudgeKind.DELIGHT, moment(null, NORTHWIND, "UREP", null), SAID))
        .isEqualTo(new Nothing(Reason.ACT_WITHDRAWN));
    assertThat(decide(NudgeKind.DELIGHT, moment(act(true), NORTHWIND, "UREP", null), SAID))
        .isEqualTo(new Nothing(Reason.INCENTIVISED));
    assertThat(decide(NudgeKind.DELIGHT, moment(NORTHWIND, "UREP"), SAID.plus(Duration.ofDays(30))))
        .isEqualTo(new Nothing(Reason.TOO_LONG_AGO));
  }

  @Test
  void secondNudgeOfAKind_waitsItsTurn() {
    Instant lately = SAID.minus(Duration.ofDays(20));
    assertThat(decide(NudgeKind.DELIGHT, moment(act(false), NORTHWIND, "UREP", lately), SAID))
        .isEqualTo(new Nothing(Reason.HAD_ONE_LATELY));
    Instant longAgo = SAID.minus(Duration.ofDays(61));
    assertThat(decide(NudgeKind.DELIGHT, moment(act(false), NORTHWIND, "UREP", longAgo), SAID))
        .isInstanceOf(Hold.class);
  }

  private Decision remind(AdvocacyAct act, List<Tie> ties, RoleRules roles) {
    Terms terms = new Terms(Standing.UNKNOWN, null, ties, roles);
    Moment moment = moment(act, null, NORTHWIND, "UREP", null, terms);
    return decide(NudgeKind.DISCLOSURE_REMINDER, moment, SAID);
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
    assertThat(
            decide(
                NudgeKind.DELIGHT,
                moment(act(false), null, NORTHWIND, "UREP", null, partners),
                SAID))
        .isEqualTo(new Nothing(Reason.ROLE));
    assertThat(
            decide(
                NudgeKind.EXEC_INTRO,
                moment(act(false), null, NORTHWIND, "UREP", null, partners),
                SAID))
        .isEqualTo(new Send(Reason.MARQUEE_ADVOCATE));
  }

  private Decision flag(@Nullable Heard heard, @Nullable Instant last) {
    Moment moment = moment(null, heard, NORTHWIND, "UREP", last, new Terms(Standing.AT_RISK, null));
    return decide(NudgeKind.COMPETITOR_FLAG, moment, SAID);
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
    Moment free = moment(NORTHWIND, "UREP");
    Moment moment = moment(free.act(), null, NORTHWIND, "UREP", null, terms);
    return decide(kind, moment, now);
  }

  @ParameterizedTest
  @EnumSource(value = NudgeKind.class, names = "COMPETITOR_FLAG", mode = EnumSource.Mode.EXCLUDE)
  void nothingIsSuggestedAboutWhoSaidStop(NudgeKind kind) {
    assertThat(decide(kind, new Terms(Standing.OPTED_OUT, null), SAID))
        .isEqualTo(new Nothing(Reason.OPTED_OUT));
  }

  @ParameterizedTest
  @EnumSource(value = NudgeKind.class, names = "COMPETITOR_FLAG", mode = EnumSource.Mode.EXCLUDE)
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
      names = {"DELIGHT", "EXEC_INTRO"})
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

  @Test
  void rules_refuseADelayWithoutRoomToVary() {
    assertThatThrownBy(() -> NudgeRules.DEFAULT.withDelayDays(5, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("room to vary");
  }
}
