package dev.vouch.pipeline.nudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Aim;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.NudgeAnswer.Choice;
import dev.vouch.pipeline.TestMessenger;
import dev.vouch.pipeline.hearing.SavedAdvocacy;
import dev.vouch.store.TestRedis;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** The life of a nudge, from an act to an answer, with real state. */
class NudgeDeskTest {
  private static final MentionId ID = new MentionId("C1", SlackTime.ts(TestWorkspace.NOW));
  private static final String INTRO = Nudge.idOf(NudgeKind.EXEC_INTRO, ID);
  private static final String DELIGHT = Nudge.idOf(NudgeKind.DELIGHT, ID);

  private final TestWorkspace here = new TestWorkspace();

  @BeforeEach
  void marqueeAccount() {
    here.marquee();
  }

  @AfterEach
  void close() {
    here.close();
  }

  private void advocacy(String text) {
    advocacy(ID, text);
  }

  private void advocacy(MentionId id, String text) {
    advocacy(id, "UAMARA", text);
  }

  private void advocacy(MentionId id, String person, String text) {
    here.hear(id, person, text);
  }

  private static MentionId otherMention(int number) {
    return new MentionId("C1", SlackTime.ts(TestWorkspace.NOW.minusSeconds(60 + number)));
  }

  private void deletion() {
    here.events.read(
        JsonParser.parseString(
                "{\"type\":\"message\",\"subtype\":\"message_deleted\",\"channel\":\"%s\",\"deleted_ts\":\"%s\"}"
                    .formatted(ID.channel(), ID.ts()))
            .getAsJsonObject());
  }

  private void answer(Choice choice, String by) {
    answer(choice, by, INTRO);
  }

  private void answer(Choice choice, String by, String nudge) {
    NudgePress.press(here, nudge, choice, by);
  }

  private Nudge nudge(String id) {
    return here.nudge(id);
  }

  @Test
  void introduction_reachesTheOwnerWithItsReason() {
    advocacy("advocacy: just get it");
    here.nudges.sendDue();

    Nudge sent = nudge(INTRO);
    assertThat(sent.state()).isEqualTo(State.SENT);
    assertThat(sent.reason()).isEqualTo(Reason.MARQUEE_ADVOCATE.sentence());
    assertThat(sent.evidence()).containsExactly("advocacy: just get i");
    assertThat(here.messenger.sent).extracting(TestMessenger.Sent::person).containsExactly("UREP");
    assertThat(here.books.nudges().openFor("UREP", 10)).containsExactly(sent);
  }

  @Test
  void delight_isHeldAndComesOnceItsDelayIsOver() {
    advocacy("advocacy: just get it");
    here.nudges.sendDue();
    assertThat(nudge(DELIGHT).state()).isEqualTo(State.HELD);

    for (int day = 0; day < 14; day++) {
      here.clock.advance(Duration.ofDays(1));
      here.nudges.sendDue();
    }
    assertThat(nudge(DELIGHT).state()).isEqualTo(State.SENT);
    assertThat(here.messenger.sent).hasSize(2);
  }

  @Test
  void whoSpeaksUpOften_getsNoMoreThanOneSurprise() {
    for (int act = 0; act < 40; act++) {
      advocacy(otherMention(100 - act), "advocacy: just get it");
    }

    assertThat(here.books.nudges().about("UAMARA", 100))
        .filteredOn(nudge -> nudge.kind() == NudgeKind.DELIGHT && nudge.state() == State.HELD)
        .hasSize(1);
  }

  @Test
  void sameActTwice_makesOneNudge() {
    advocacy("advocacy: just get it");
    here.nudges.sendDue();
    advocacy("advocacy: just get it");
    here.nudges.sendDue();

    assertThat(here.messenger.sent).hasSize(1);
  }

  @Test
  void refusedNudge_isLoggedAndNotTriedAgain() {
    here.messenger.refuses = true;
    advocacy("advocacy: just get it");
    here.nudges.sendDue();

    assertThat(nudge(INTRO).state()).isEqualTo(State.NOTHING);
    assertThat(nudge(INTRO).reason()).contains("Slack would not deliver");
  }

  @Test
  void deletedMessage_takesTheNudgeBack_whereItIsReadToo() {
    advocacy("advocacy: just get it");
    here.nudges.sendDue();
    here.events.read(
        JsonParser.parseString(
                "{\"type\":\"message\",\"subtype\":\"message_deleted\",\"channel\":\"C1\",\"deleted_ts\":\"%s\"}"
                    .formatted(ID.ts()))
            .getAsJsonObject());

    assertThat(nudge(INTRO).reason()).isEqualTo(Reason.ACT_WITHDRAWN.sentence());
    assertThat(nudge(DELIGHT).state()).isEqualTo(State.NOTHING);
    assertThat(here.messenger.shown).extracting(Nudge::id).containsExactly(INTRO);
    assertThat(here.books.nudges().openFor("UREP", 10)).isEmpty();
  }

  @Test
  void off_decidesNothing_andLog_sendsNothing() {
    here.books.settings().change(settings -> settings.withMode(Mode.OFF));
    advocacy("advocacy: just get it");
    assertThat(here.books.nudges().latest(10)).isEmpty();

    here.books.settings().change(settings -> settings.withMode(Mode.LOG));
    advocacy("advocacy: just get it");
    here.nudges.sendDue();
    assertThat(nudge(INTRO).state()).isEqualTo(State.LOGGED);
    assertThat(here.messenger.sent).isEmpty();
  }

  @Test
  void switchingOff_stopsWhatIsHeld() {
    advocacy("advocacy: just get it");
    here.books.settings().change(settings -> settings.withMode(Mode.OFF));
    here.nudges.sendDue();

    assertThat(nudge(INTRO).reason()).isEqualTo(Reason.SWITCHED_OFF.sentence());
    assertThat(here.messenger.sent).isEmpty();
  }

  @Test
  void approveFirst_asksTheApprover_andGoesToTheOwnerAfterwards() {
    here.books.settings().change(settings -> settings.withApprover("UMAN"));
    advocacy("advocacy: just get it");
    here.nudges.sendDue();
    assertThat(nudge(INTRO).state()).isEqualTo(State.APPROVAL);

    answer(Choice.APPROVE, "UMAN");
    here.nudges.sendDue();
    assertThat(here.messenger.sent)
        .extracting(TestMessenger.Sent::person)
        .containsExactly("UMAN", "UREP");
    assertThat(nudge(INTRO).state()).isEqualTo(State.SENT);
  }

  @Test
  void act_goesStraightToTheOwner() {
    here.books.settings().change(settings -> settings.withApprover("UMAN").withMode(Mode.ACT));
    advocacy("advocacy: just get it");
    here.nudges.sendDue();

    assertThat(here.messenger.sent).extracting(TestMessenger.Sent::person).containsExactly("UREP");
  }

  @Test
  void doing_closesIt_andLaterAnswersAreLate() {
    advocacy("advocacy: just get it");
    here.nudges.sendDue();
    answer(Choice.DOING, "UREP");
    answer(Choice.NOT_THIS, "UMAN");

    assertThat(nudge(INTRO).state()).isEqualTo(State.DOING);
    assertThat(nudge(INTRO).answeredBy()).isEqualTo("UREP");
    assertThat(here.messenger.shown).hasSize(2);
  }

  @Test
  void surpriseThatSomebodySeesTo_isGiven_onceHoweverOftenItIsRead() {
    advocacy("advocacy: just get it");
    for (int day = 0; day < 14; day++) {
      here.clock.advance(Duration.ofDays(1));
      here.nudges.sendDue();
    }
    answer(Choice.DOING, "UREP", DELIGHT);
    here.clock.advance(Duration.ofDays(1));
    answer(Choice.DOING, "UREP", DELIGHT);

    assertThat(here.books.relationships().of(Subject.person("UAMARA")).ledger())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo(LedgerEntry.Kind.DELIGHT);
              assertThat(entry.goodwill()).isEqualTo(1_000);
              assertThat(entry.note().by()).isEqualTo("UREP");
            });
  }

  @Test
  void later_comesAgainInThreeDays() {
    advocacy("advocacy: just get it");
    here.nudges.sendDue();
    answer(Choice.LATER, "UREP");
    assertThat(nudge(INTRO).state()).isEqualTo(State.HELD);

    here.messenger.sent.clear();
    here.clock.advance(Duration.ofDays(2));
    here.nudges.sendDue();
    assertThat(here.messenger.sent).noneMatch(sent -> sent.nudge().id().equals(INTRO));
    here.clock.advance(Duration.ofDays(3));
    here.nudges.sendDue();
    assertThat(here.messenger.sent).anyMatch(sent -> sent.nudge().id().equals(INTRO));
  }

  @Test
  void wrong_takesTheActBack() {
    advocacy("advocacy: just get it");
    here.nudges.sendDue();
    answer(Choice.WRONG, "UREP");

    assertThat(nudge(INTRO).state()).isEqualTo(State.WRONG);
    assertThat(nudge(DELIGHT).state()).isEqualTo(State.NOTHING);
    assertThat(here.books.advocates().acts("UAMARA")).isEmpty();
    var heard = here.books.advocates().mention(ID).orElseThrow();
    assertThat(heard.intent()).isEqualTo(Intent.PRAISE);
    assertThat(heard.correctedBy()).isEqualTo("UREP");
  }

  @Test
  void wrong_takesTheActBack_alsoWhereTheMessageIsGone() {
    advocacy("advocacy: just get it");
    here.nudges.sendDue();
    here.messenger.refusesToShow = true;
    answer(Choice.WRONG, "UREP");

    assertThat(here.books.advocates().acts("UAMARA")).isEmpty();
    assertThat(here.books.deliveries().backlog().dead()).isZero();
  }

  @Test
  void deletionWhileTheNudgeIsOnItsWay_takesItBackWhereItIsRead() {
    advocacy("advocacy: just get it");
    here.messenger.whileSending = this::deletion;
    here.nudges.sendDue();

    assertThat(nudge(INTRO).state()).isEqualTo(State.NOTHING);
    assertThat(here.messenger.shown).extracting(Nudge::id).containsExactly(INTRO);
    assertThat(here.books.nudges().openFor("UREP", 10)).isEmpty();
  }

  @Test
  void nudgeThatBreaks_holdsUpNoOther() {
    advocacy(otherMention(1), "UJON", "advocacy: just get it");
    advocacy("advocacy: just get it");
    forget("UJON");
    here.nudges.sendDue();

    assertThat(here.messenger.sent).extracting(sent -> sent.nudge().id()).containsExactly(INTRO);
  }

  private void forget(String person) {
    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      jedis.del("vouch:{%s}:person:%s".formatted(here.team, person));
    }
  }

  @Test
  void customersAnswer_isDropped() {
    advocacy("advocacy: just get it");
    here.nudges.sendDue();
    answer(Choice.WRONG, "UJON");

    assertThat(nudge(INTRO).state()).isEqualTo(State.SENT);
    assertThat(here.books.advocates().acts("UAMARA")).hasSize(1);
  }

  @Test
  void savedByHand_isAnAct_thatAModelDoesNotOverrule() {
    advocacy("neutral words");
    SavedAdvocacy saved =
        new SavedAdvocacy(
            ID.channel(),
            ID.ts(),
            "UAMARA",
            ActKind.REFERENCE_CALL,
            "spoke to Fairbank for us",
            "UREP",
            null,
            null);
    here.store.append(
        new Envelope(
            "save1",
            here.team,
            Envelope.Type.SAVED_ADVOCACY,
            new Gson().toJson(saved),
            here.clock.instant()));
    here.worker.round();
    advocacy("neutral words");

    assertThat(here.books.advocates().acts("UAMARA"))
        .singleElement()
        .satisfies(
            act -> {
              assertThat(act.kind()).isEqualTo(ActKind.REFERENCE_CALL);
              assertThat(act.aim()).isEqualTo(Aim.VOUCH);
              assertThat(act.savedBy()).isEqualTo("UREP");
            });
  }

  @Test
  void accountWithoutOwner_waitsUntilSomebodyOwnsIt() {
    here.books.accounts().change("Northwind Foods", account -> account.withOwner(null));
    advocacy("advocacy: just get it");
    here.nudges.sendDue();
    assertThat(nudge(INTRO).reason()).isEqualTo(Reason.NO_OWNER.sentence());

    here.books.accounts().change("Northwind Foods", account -> account.withOwner("UMAN"));
    here.clock.advance(Duration.ofDays(1).plusMinutes(1));
    here.nudges.sendDue();
    assertThat(here.messenger.sent).extracting(TestMessenger.Sent::person).containsExactly("UMAN");
  }

  @Test
  void buttonOfANudgeWhoseSendingWasNotNoted_waitsAndCounts() {
    advocacy("advocacy: just get it");
    here.messenger.losesAnswers = true;
    here.nudges.sendDue();
    here.messenger.losesAnswers = false;
    answer(Choice.DOING, "UREP");
    assertThat(nudge(INTRO).state()).isEqualTo(State.HELD);

    here.clock.advance(Duration.ofMinutes(3));
    here.nudges.sendDue();
    await().until(() -> here.worker.round() == 1);
    assertThat(nudge(INTRO).state()).isEqualTo(State.DOING);
  }

  @Test
  void openNudges_areCountedWhileSomebodyHasThem() {
    advocacy("advocacy: just get it");
    assertThat(here.books.nudges().countOpen()).isZero();
    here.nudges.sendDue();
    assertThat(here.books.nudges().countOpen()).isOne();
    assertThat(here.books.nudges().open(10)).extracting(Nudge::id).containsExactly(INTRO);
    answer(Choice.DOING, "UREP");
    assertThat(here.books.nudges().countOpen()).isZero();
  }
}
