package dev.vouch.advocate.standing;

import static dev.vouch.advocate.standing.Known.NOW;
import static dev.vouch.advocate.standing.Known.ago;
import static dev.vouch.advocate.standing.Known.mention;
import static dev.vouch.advocate.standing.Known.ready;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Consent.Answer;
import dev.vouch.advocate.relationship.Standing;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.Intent;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where somebody stands, from what is known of them. */
class PersonStandingTest {

  @Test
  void nobodyWhomWeHaveNotHeard_standsAnywhere() {
    PersonStanding stands = new Known().said(Intent.AMPLIFICATION, 3).stands();
    assertThat(stands.standing()).isEqualTo(Standing.UNKNOWN);
    assertThat(stands.since()).isNull();
    assertThat(stands.reason()).isEqualTo("we have heard no words of their own");
  }

  @Test
  void aRelationship_growsStepByStep() {
    Known one = new Known().said(Intent.QUESTION, 40);
    assertThat(one.stands().standing()).isEqualTo(Standing.LISTENED_TO);
    assertThat(one.did(Kind.HELP, 39).stands().standing()).isEqualTo(Standing.HELPED);
    assertThat(one.said(Intent.PRAISE, 38).stands().standing()).isEqualTo(Standing.DELIGHTED);
    assertThat(one.agreed(30).stands().standing()).isEqualTo(Standing.READY);
    assertThat(one.did(Kind.ASK_ACCEPTED, 20).stands().standing()).isEqualTo(Standing.ACTIVE);
    assertThat(one.did(Kind.ASK_DONE, 10).stands().standing()).isEqualTo(Standing.RESTING);
  }

  @Test
  void standing_saysSinceWhenAndByWhichMessage() {
    PersonStanding stands = new Known().spoke(9).spoke(4).stands();
    assertThat(stands.standing()).isEqualTo(Standing.ACTIVE);
    assertThat(stands.since()).isEqualTo(ago(9));
    assertThat(stands.rule()).isEqualTo(Rule.SPOKE);
    assertThat(Objects.requireNonNull(stands.cause()).permalink()).isEqualTo("https://x.test/4");
  }

  @Test
  void anAnswer_isOwedToEverybody_andMovesNothing() {
    assertThat(new Known().said(Intent.QUESTION, 9).did(Kind.ANSWER, 8).stands().standing())
        .isEqualTo(Standing.LISTENED_TO);
  }

  @Test
  void praiseBeforeAnythingWasGiven_isNoDelight() {
    assertThat(new Known().said(Intent.PRAISE, 9).did(Kind.HELP, 3).stands().standing())
        .isEqualTo(Standing.HELPED);
  }

  @Test
  void praiseLongAfterwards_isNotForWhatWeGave() {
    Known helped = new Known().did(Kind.HELP, 100);
    assertThat(helped.said(Intent.PRAISE, 39).stands().standing()).isEqualTo(Standing.HELPED);
    assertThat(helped.said(Intent.PRAISE, 41).stands().standing()).isEqualTo(Standing.DELIGHTED);
  }

  @Test
  void whoAgreedBeforeTheyWereGlad_isReadyOnlyThen() {
    Known early = new Known().agreed(30).said(Intent.QUESTION, 20).did(Kind.HELP, 10);
    assertThat(early.stands().standing()).isEqualTo(Standing.HELPED);
    PersonStanding glad = early.said(Intent.PRAISE, 5).stands();
    assertThat(glad.standing()).isEqualTo(Standing.READY);
    assertThat(glad.since()).isEqualTo(ago(5));
  }

  @Test
  void whatWeAreUnsureOf_movesNobodyButToBeingHeard() {
    assertThat(new Known().did(Kind.HELP, 9).unsure(Intent.PRAISE, 8).stands().standing())
        .isEqualTo(Standing.HELPED);
    assertThat(ready(9).unsure(Intent.COMPLAINT, 3).stands().standing()).isEqualTo(Standing.READY);
  }

  @Test
  void whatWasSaidForAReward_makesNobodyActive() {
    assertThat(new Known().offered(20).spoke(10).stands().standing())
        .isEqualTo(Standing.LISTENED_TO);
    assertThat(new Known().spoke(10, true).stands().standing()).isEqualTo(Standing.LISTENED_TO);
    assertThat(new Known().spoke(30).offered(20).stands().standing()).isEqualTo(Standing.ACTIVE);
  }

  /** What passed for a like, a share or a reward may lie anywhere in a history. */
  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"REACTION", "SHARE", "REDEMPTION", "NUDGE", "ANSWER", "RENEWED", "ASK", "PROMISE"})
  void likesSharesAndRedemptions_moveNothing(Kind kind) {
    for (Standing standing : Standing.values()) {
      Known with = in(standing);
      for (int day = 0; day < 400; day += 7) {
        with.did(kind, day).said(Intent.AMPLIFICATION, day);
      }
      assertThat(with.stands()).isEqualTo(in(standing).stands());
      assertThat(with.stands().standing()).isEqualTo(standing);
    }
  }

  private static Known in(Standing standing) {
    return switch (standing) {
      case UNKNOWN -> new Known();
      case LISTENED_TO -> new Known().said(Intent.QUESTION, 9);
      case HELPED -> new Known().did(Kind.HELP, 9);
      case DELIGHTED -> new Known().did(Kind.HELP, 9).said(Intent.PRAISE, 8);
      case READY -> ready(9);
      case ACTIVE -> new Known().spoke(9);
      case RESTING -> ready(9).did(Kind.ASK_DONE, 3);
      case AT_RISK -> new Known().said(Intent.COMPLAINT, 9);
      case OPTED_OUT -> new Known().answered(Topic.MESSAGES, Answer.DECLINED, 9);
    };
  }

  @Test
  void afterAComplaint_nothingCountsUntilItIsFollowedUp() {
    Known one = new Known().spoke(30).said(Intent.COMPLAINT, 20).spoke(18).did(Kind.HELP, 17);
    assertThat(one.stands().standing()).isEqualTo(Standing.AT_RISK);
    one.did(Kind.ACKNOWLEDGED, 15, mention(20)).did(Kind.FIXED, 14, mention(20));
    assertThat(one.stands().standing()).isEqualTo(Standing.AT_RISK);
    PersonStanding good = one.did(Kind.FOLLOWED_UP, 13, mention(20)).stands();
    assertThat(good.standing()).isEqualTo(Standing.HELPED);
    assertThat(good.since()).isEqualTo(ago(13));
    assertThat(one.spoke(12).stands().standing()).isEqualTo(Standing.ACTIVE);
  }

  @Test
  void ofSeveralComplaints_theLastToBeMadeGoodCounts() {
    Known two = new Known().said(Intent.COMPLAINT, 20).said(Intent.COMPLAINT, 18);
    PersonStanding one = two.did(Kind.FOLLOWED_UP, 10, mention(18)).stands();
    assertThat(one.standing()).isEqualTo(Standing.AT_RISK);
    assertThat(one.since()).isEqualTo(ago(20));
    assertThat(Objects.requireNonNull(one.cause()).id()).isEqualTo(mention(20));
    assertThat(two.did(Kind.FOLLOWED_UP, 9, mention(20)).stands().standing())
        .isEqualTo(Standing.HELPED);
  }

  @Test
  void aFollowUpThatAClockPutsTooEarly_stillCloses() {
    assertThat(
            new Known()
                .said(Intent.COMPLAINT, 20)
                .did(Kind.FOLLOWED_UP, 21, mention(20))
                .stands()
                .standing())
        .isEqualTo(Standing.HELPED);
  }

  @Test
  void anIncidentOfTheAccount_putsItsPeopleAtRiskUntilItIsMadeGood() {
    Known one = ready(30).atAccount(Kind.INCIDENT, 10, null);
    assertThat(one.stands().rule()).isEqualTo(Rule.FAILED);
    one.atAccount(Kind.FOLLOWED_UP, 5, "account-incident-10");
    assertThat(one.stands().standing()).isEqualTo(Standing.HELPED);
  }

  @Test
  void whoPromotesACompetitor_isAtRisk() {
    assertThat(new Known().spoke(30).promotedAnother(3).stands().rule())
        .isEqualTo(Rule.PROMOTED_ANOTHER);
  }

  @Test
  void neglectOfTheAccount_holdsEvenWhenTheirOwnComplaintIsMadeGood() {
    Known one =
        ready(60).neglected(20).said(Intent.COMPLAINT, 10).did(Kind.FOLLOWED_UP, 5, mention(10));
    assertThat(one.stands().rule()).isEqualTo(Rule.NEGLECTED);
    assertThat(one.stands().changes().get(0).condition()).contains("is answered");
  }

  @Test
  void whoSaidStop_standsThereWhateverHappens() {
    Known stopped = ready(30).answered(Topic.MESSAGES, Answer.DECLINED, 20).spoke(3);
    PersonStanding stands = stopped.said(Intent.COMPLAINT, 2).stands();
    assertThat(stands.standing()).isEqualTo(Standing.OPTED_OUT);
    assertThat(stands.changes()).hasSize(1);
    assertThat(stands.changes().get(0).condition()).contains("write to them again");
  }

  @Test
  void restEndsInReadiness_andNotInAskingOfWhoActs() {
    assertThat(new Known().spoke(200).did(Kind.ASK_DONE, 89).stands().standing())
        .isEqualTo(Standing.RESTING);
    PersonStanding rested = new Known().spoke(200).did(Kind.ASK_DONE, 91).stands();
    assertThat(rested.standing()).isEqualTo(Standing.READY);
    assertThat(rested.since()).isEqualTo(ago(1));
  }

  @Test
  void theirOwnActs_shortenNoRest() {
    assertThat(new Known().spoke(60).did(Kind.ASK_DONE, 50).spoke(10).stands().standing())
        .isEqualTo(Standing.RESTING);
  }

  @Test
  void aNo_isFollowedByPeace() {
    assertThat(ready(30).did(Kind.ASK_DECLINED, 10).stands().rule()).isEqualTo(Rule.REFUSED);
  }

  @Test
  void whoDoesNotSpeakUpAgain_isReady_andAfterAYearOnlyHelped() {
    assertThat(new Known().spoke(179).stands().standing()).isEqualTo(Standing.ACTIVE);
    assertThat(new Known().spoke(181).stands().standing()).isEqualTo(Standing.READY);
    assertThat(new Known().spoke(364).stands().standing()).isEqualTo(Standing.READY);
    PersonStanding faded = new Known().spoke(400).stands();
    assertThat(faded.standing()).isEqualTo(Standing.HELPED);
    assertThat(faded.since()).isEqualTo(ago(400).plus(PersonStanding.GLAD_FOR));
  }

  /** Silence is not satisfaction: whoever only grows older never rises. */
  @Test
  void silence_neverMakesAnybodyGladder() {
    for (Standing standing : Standing.values()) {
      Evidence evidence = in(standing).evidence();
      int before = rank(PersonStanding.of(evidence, NOW).standing());
      for (int day = 1; day < 1_500; day += 10) {
        int now = rank(PersonStanding.of(evidence, ago(-day)).standing());
        assertThat(now).isLessThanOrEqualTo(before);
        before = now;
      }
    }
  }

  /** Whoever rests was ready before and is so afterwards. */
  private static int rank(Standing standing) {
    return standing == Standing.RESTING ? Standing.READY.ordinal() : standing.ordinal();
  }

  @Test
  void changes_sayWhatWouldMoveThemAndWhen() {
    PersonStanding active = new Known().spoke(10).stands();
    assertThat(active.changes())
        .contains(
            new Change(
                "they do not speak up again for half a year",
                "ready",
                ago(10).plus(PersonStanding.ACTIVE_FOR)))
        .contains(new Change("they complain or warn others", "at_risk", null));
  }

  /** The same evidence gives the same standing, in whatever order it came in. */
  @Test
  void order_changesNothing() {
    Random random = new Random(18);
    Set<Standing> seen = EnumSet.noneOf(Standing.class);
    for (int round = 0; round < 2_000; round++) {
      Known one = anything(random);
      PersonStanding first = one.stands();
      PersonLoyalty loyalty = PersonLoyalty.of(one.evidence());
      for (int again = 0; again < 3; again++) {
        Evidence shuffled = one.evidence(random);
        assertThat(PersonStanding.of(shuffled, NOW)).isEqualTo(first);
        assertThat(PersonLoyalty.of(shuffled)).isEqualTo(loyalty);
      }
      seen.add(first.standing());
    }
    assertThat(seen).hasSize(Standing.values().length);
  }

  private static final Kind[] KINDS = Kind.values();

  private static Known anything(Random random) {
    Known one = new Known();
    int steps = random.nextInt(25);
    for (int i = 0; i < steps; i++) {
      int day = random.nextInt(40) * 12;
      switch (random.nextInt(7)) {
        case 0, 1 -> one.said(Intent.values()[random.nextInt(9)], day + 1 + i);
        case 2 -> one.spoke(day + 5_000 + i);
        case 3, 4 -> one.did(KINDS[random.nextInt(KINDS.length)], day);
        case 5 -> one.said(Intent.COMPLAINT, day + i).did(Kind.FOLLOWED_UP, day, mention(day + i));
        default -> someday(one, random, day);
      }
    }
    return one;
  }

  private static void someday(Known one, Random random, int day) {
    switch (random.nextInt(6)) {
      case 0 -> one.answered(Topic.MESSAGES, Answer.DECLINED, day);
      case 1 -> one.spoke(day + 3);
      case 2 -> one.neglected(day);
      case 3 -> one.said(Intent.NEUTRAL, day).saidElsewhere(Intent.NEUTRAL, day);
      default -> one.did(Kind.HELP, day + 2).said(Intent.PRAISE, day + 1).agreed(day);
    }
  }

  @Test
  void onlyReadyAndActive_mayBeAsked() {
    assertThat(EnumSet.allOf(Standing.class))
        .filteredOn(Standing::mayBeAsked)
        .containsExactly(Standing.READY, Standing.ACTIVE);
  }
}
