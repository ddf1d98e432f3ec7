package dev.vouch.nudge.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.advocate.relationship.Goodwill.Why;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Recovery;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Standing;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Sentiment;
import dev.vouch.nudge.ask.Asking.Facts;
import dev.vouch.nudge.ask.Asking.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When a relationship bears an ask, and what its goodwill is. */
class AskingTest {
  private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");
  private static final Asking RATING = new Asking("ask", Rung.RATING, "U0MAYA", "a rating");
  private static final Relationship NOBODY = Relationship.none(Subject.person("U0TOM"));
  private static final Relationship ACCOUNT =
      Relationship.none(Subject.account("northwind")).with(given("a", 30, 9_000));
  private static final Relationship READY =
      agreed(NOBODY, Topic.MESSAGES, Topic.REVIEWS).with(given("help", 1, 4_000));

  private static LedgerEntry given(String id, int daysAgo, int worth) {
    return LedgerEntry.moment(id, Kind.HELP, ago(daysAgo)).worth(worth);
  }

  private static Instant ago(int days) {
    return NOW.minus(Duration.ofDays(days));
  }

  private static Relationship agreed(Relationship one, Topic... topics) {
    for (Topic topic : topics) {
      one = one.with(new Consent(topic, Consent.Answer.AGREED, NOW, "1", "U0TOM"));
    }
    return one;
  }

  private static Heard said(Intent intent, int daysAgo) {
    return new Heard(
        new MentionId("C1", ago(daysAgo).getEpochSecond() + ".000100"),
        "U0TOM",
        intent,
        Intent.NEUTRAL,
        0.9,
        Sentiment.NEGATIVE,
        false,
        false,
        List.of("words"),
        "https://x.test/p",
        "rule 1",
        null);
  }

  private static Facts facts(Relationship person, Standing standing, Heard... heard) {
    return new Facts(person, ACCOUNT, List.of(heard), List.of(), standing, RoleRules.FREE);
  }

  private static Optional<Refusal> refusal(Relationship person, Heard... heard) {
    return RATING.refusal(facts(person, Standing.READY, heard), NOW);
  }

  @Test
  void whoAgreedAndWasGivenSomething_mayBeAsked() {
    assertThat(refusal(READY)).isEmpty();
  }

  @Test
  void onlyWhoIsReadyOrActive_isAsked() {
    for (Standing standing : Standing.values()) {
      Optional<Refusal> refusal = RATING.refusal(facts(READY, standing), NOW);
      if (standing == Standing.READY || standing == Standing.ACTIVE) {
        assertThat(refusal).isEmpty();
      } else {
        assertThat(refusal).contains(Refusal.NOT_READY);
      }
    }
  }

  @Test
  void noAnswerToATopic_isNoConsent() {
    assertThat(refusal(agreed(NOBODY, Topic.MESSAGES).with(given("h", 1, 4_000))))
        .contains(Refusal.NOT_AGREED);
  }

  @Test
  void consentToATopic_countsOnlyWithConsentToMessages() {
    assertThat(refusal(agreed(NOBODY, Topic.REVIEWS).with(given("h", 1, 4_000))))
        .contains(Refusal.NOT_AGREED);
  }

  @Test
  void whoSaidStop_isNeverAsked() {
    assertThat(
            refusal(
                READY.with(
                    new Consent(Topic.MESSAGES, Consent.Answer.DECLINED, NOW, "1", "U0TOM"))))
        .contains(Refusal.OPTED_OUT);
  }

  @Test
  void pause_holdsUntilItsEnd() {
    assertThat(refusal(READY.pausedBy(new Pause("U0MAYA", NOW, null, "a quarrel"))))
        .contains(Refusal.PAUSED);
    assertThat(refusal(READY.pausedBy(new Pause("U0MAYA", ago(9), ago(1), "on leave")))).isEmpty();
  }

  @Test
  void oneAskAtATime() {
    Relationship asked =
        READY
            .with(LedgerEntry.moment("before", Kind.ASK, ago(3)).worth(-1_000))
            .with(given("h2", 2, 500));
    assertThat(refusal(asked)).contains(Refusal.ASK_OPEN);
    assertThat(
            refusal(
                asked.with(
                    LedgerEntry.moment("no", Kind.ASK_DECLINED, ago(2))
                        .noted(Note.about("before")))))
        .isEmpty();
  }

  @Test
  void aComplaint_allowsOnlyRecoveryUntilItIsFollowedUp() {
    Heard complaint = said(Intent.COMPLAINT, 5);
    Relationship there = READY;
    for (Recovery.Step step : Recovery.Step.values()) {
      assertThat(refusal(there, complaint)).contains(Refusal.RECOVERY_OPEN);
      assertThat(Recovery.open(there, List.of(complaint)).get(0).next()).contains(step);
      there =
          there.with(
              LedgerEntry.moment(step.name(), step.entry(), ago(1))
                  .worth(Goodwill.worth(step.entry()))
                  .noted(Note.about(complaint.mention().toString())));
    }
    assertThat(refusal(there, complaint)).isEmpty();
  }

  @Test
  void anIncidentOfTheAccount_holdsBackAsksOfItsPeople() {
    Relationship account = ACCOUNT.with(LedgerEntry.moment("out", Kind.INCIDENT, ago(1)));
    assertThat(RATING.refusal(facts(READY, Standing.READY).with(READY, account), NOW))
        .contains(Refusal.RECOVERY_OPEN);
  }

  @Test
  void weGiveBeforeWeAskAgain() {
    Relationship asked =
        READY
            .with(LedgerEntry.moment("before", Kind.ASK, NOW.minusSeconds(60)).worth(-1_000))
            .with(
                LedgerEntry.moment("done", Kind.ASK_DONE, NOW.minusSeconds(50))
                    .noted(Note.about("before")));
    assertThat(refusal(asked)).contains(Refusal.GIVE_FIRST);
  }

  @Test
  void goodwillThatHasFaded_bearsNothing() {
    Relationship long_ago =
        agreed(NOBODY, Topic.MESSAGES, Topic.REVIEWS).with(given("help", 120, 1_999));
    assertThat(refusal(long_ago)).contains(Refusal.GOODWILL);
  }

  @Test
  void askingTwiceUnderOneId_isAskingOnce() {
    assertThat(refusal(READY.with(RATING.entry(NOW)))).isEmpty();
    assertThat(READY.with(RATING.entry(NOW)).with(RATING.entry(NOW)).entries(Kind.ASK)).hasSize(1);
  }

  @Test
  void halfIsForgotten_inAHalfLife() {
    Relationship old = NOBODY.with(given("a", 120, 1_000)).with(given("b", 240, -2_000));
    assertThat(Goodwill.of(old, List.of(), NOW)).isCloseTo(0, within(1e-9));
  }

  @Test
  void neitherLikesNorSharesNorPraise_moveGoodwill() {
    Relationship liked = NOBODY;
    for (Kind kind : List.of(Kind.REACTION, Kind.SHARE, Kind.REDEMPTION)) {
      liked = liked.with(LedgerEntry.moment(kind.wire(), kind, NOW).worth(Goodwill.worth(kind)));
    }
    assertThat(Goodwill.of(liked, List.of(said(Intent.PRAISE, 1)), NOW)).isZero();
  }

  @Test
  void whatNobodyAnswered_costsFromTheDayOnWhichItShouldHaveBeen() {
    Heard question = said(Intent.QUESTION, 5);
    Relationship answered =
        NOBODY.with(
            LedgerEntry.moment("a", Kind.ANSWER, ago(3))
                .noted(Note.about(question.mention().toString())));
    Relationship answeredLate =
        NOBODY.with(
            LedgerEntry.moment("a", Kind.ANSWER, ago(1))
                .noted(Note.about(question.mention().toString())));

    assertThat(whys(NOBODY, question)).containsExactly(Why.SAID, Why.UNANSWERED);
    assertThat(whys(NOBODY, said(Intent.QUESTION, 2))).containsExactly(Why.SAID);
    assertThat(whys(answered, question)).containsExactly(Why.SAID);
    assertThat(whys(answeredLate, question)).containsExactly(Why.SAID, Why.UNANSWERED);
  }

  @Test
  void promise_costsOnceItIsLate() {
    Relationship promised =
        NOBODY.with(LedgerEntry.moment("p", Kind.PROMISE, ago(9)).until(ago(2)));
    LedgerEntry kept =
        LedgerEntry.moment("k", Kind.PROMISE_KEPT, ago(3)).noted(Note.about("p")).worth(750);

    assertThat(whys(promised)).containsExactly(Why.PROMISE_LATE);
    assertThat(whys(promised.with(kept))).containsExactly(Why.RECORDED);
    assertThat(Goodwill.lines(promised, List.of(), ago(3))).isEmpty();
  }

  private static List<Why> whys(Relationship between, Heard... heard) {
    return Goodwill.lines(between, List.of(heard), NOW).stream().map(Goodwill.Line::why).toList();
  }

  /** Whatever happens in whatever order, we never ask goodwill below its floor. */
  @Test
  void asksOfOurs_neverTakeGoodwillBelowItsFloor() {
    Random random = new Random(5);
    int granted = 0;
    int refused = 0;
    for (int round = 0; round < 200; round++) {
      Relationship person = agreed(NOBODY, Topic.values());
      Relationship account = Relationship.none(Subject.account("northwind"));
      for (int step = 0; step < 80; step++) {
        Instant now = NOW.plus(Duration.ofHours(step * 150L));
        int dice = random.nextInt(10);
        if (dice < 4) {
          Rung rung = Rung.values()[random.nextInt(Rung.values().length)];
          Asking ask = new Asking("ask" + step, rung, "U0MAYA", "something");
          if (ask.refusal(facts(person, Standing.ACTIVE).with(person, account), now).isPresent()) {
            refused++;
            continue;
          }
          granted++;
          Answer.Kind said = random.nextInt(3) == 0 ? Answer.Kind.NO : Answer.Kind.DONE;
          LedgerEntry entry = ask.entry(now);
          LedgerEntry answer =
              Answer.bare(said, now.plusSeconds(1), "c" + step, "U0TOM").entry(entry).orElseThrow();
          person = person.with(entry);
          account = account.with(entry);
          for (Relationship one : List.of(person, account)) {
            assertThat(Goodwill.of(one, List.of(), now)).isGreaterThanOrEqualTo(Goodwill.FLOOR);
          }
          person = person.with(answer);
          account = account.with(answer);
        } else if (dice < 9) {
          Kind kind = List.of(Kind.HELP, Kind.ANSWER, Kind.DELIGHT).get(random.nextInt(3));
          person = person.with(about("p" + step, kind, step, now));
          account = account.with(about("a" + step, kind, step, now));
        } else {
          person = person.with(about("i" + step, Kind.INCIDENT, step, now));
          person =
              person.with(
                  LedgerEntry.moment("f" + step, Kind.FOLLOWED_UP, now.plusSeconds(1))
                      .worth(Goodwill.worth(Kind.FOLLOWED_UP))
                      .noted(Note.about("i" + step)));
        }
      }
    }
    assertThat(granted).isGreaterThan(500);
    assertThat(refused).isGreaterThan(1_000);
  }

  private static LedgerEntry about(String id, Kind kind, int step, Instant at) {
    return LedgerEntry.moment(id, kind, at)
        .worth(Goodwill.worth(kind))
        .noted(Note.about("ask" + step));
  }
}
