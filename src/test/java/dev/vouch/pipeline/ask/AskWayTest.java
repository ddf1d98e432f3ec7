package dev.vouch.pipeline.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Ask.State;
import dev.vouch.nudge.ask.Asking.Refusal;
import dev.vouch.nudge.ranking.AttentionBook.Taking;
import dev.vouch.pipeline.ask.AskDispatch.Begun;
import dev.vouch.pipeline.reply.Choice;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way of an ask: from the wish of a rep to the person and back, whatever comes between. */
class AskWayTest extends AmaraIsReady {
  @Test
  void confirmedAsk_isSpent_sent_andWhoAskedIsTold() {
    double before = goodwill(AMARA);
    Ask ask = sent("a");

    assertThat(ask.state()).isEqualTo(State.SENT);
    assertThat(line.sent).hasSize(1);
    assertThat(line.told).extracting(Ask::state).containsExactly(State.SENT);
    assertThat(goodwill(AMARA)).isEqualTo(before - 1);
    assertThat(goodwill(NORTHWIND)).isLessThan(before - 1 + 0.1);
    round.doDue();
    assertThat(line.sent).hasSize(1);
  }

  @Test
  void happyTo_isNoted_shown_andToldOnce() {
    Ask ask = sent("a");
    press(Choice.Kind.ASK_YES, ask.id(), "UAMARA", SlackTime.ts(now()));
    press(Choice.Kind.ASK_YES, ask.id(), "UAMARA", SlackTime.ts(now()));

    assertThat(ask("a").state()).isEqualTo(State.ACCEPTED);
    assertThat(ledger(Kind.ASK_ACCEPTED)).hasSize(1);
    assertThat(line.answers).containsExactly(Answer.Kind.YES);
    assertThat(line.shown).extracting(Ask::state).containsOnly(State.ACCEPTED);
  }

  @Test
  void sameAnswerTakenAgain_changesNothing_andIsToldOnce() {
    Ask ask = sent("a");
    Answer no = Answer.bare(Answer.Kind.NO, now(), "cause", "UAMARA");
    answers.answer(ask.id(), no);
    double after = goodwill(AMARA);
    answers.answer(ask.id(), no);
    assertThat(line.answers).containsExactly(Answer.Kind.NO);
    assertThat(goodwill(AMARA)).isEqualTo(after);
    assertThat(ask("a").answers()).hasSize(1);
  }

  @Test
  void aNo_endsIt_givesBackThreeQuarters_ofBoth_andIsNoAskOpenAnyMore() {
    double person = goodwill(AMARA);
    double account = goodwill(NORTHWIND);
    Ask ask = sent("a");
    press(Choice.Kind.ASK_NO, ask.id(), "UAMARA", SlackTime.ts(now()));

    assertThat(ask("a").state()).isEqualTo(State.DECLINED);
    assertThat(goodwill(AMARA)).isCloseTo(person - 0.25, within());
    assertThat(goodwill(NORTHWIND)).isCloseTo(account - 0.25, within());
    assertThat(here.books.relationships().of(AMARA).openAsk(now())).isEmpty();
    answers.answer(ask.id(), Answer.bare(Answer.Kind.YES, now(), "later", "UAMARA"));
    assertThat(ledger(Kind.ASK_ACCEPTED)).as("what is over stays over").isEmpty();
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(0.002);
  }

  @Test
  void yesThenNo_isANo() {
    Ask ask = sent("a");
    press(Choice.Kind.ASK_YES, ask.id(), "UAMARA", "1795161700.000001");
    press(Choice.Kind.ASK_NO, ask.id(), "UAMARA", "1795161700.000002");
    assertThat(ask("a").state()).isEqualTo(State.DECLINED);
    assertThat(line.answers).containsExactly(Answer.Kind.YES, Answer.Kind.NO);
  }

  @Test
  void later_remindsWhoAsked_thenAndOnce_andAsksNobodyByItself() {
    Ask ask = sent("a");
    press(Choice.Kind.ASK_LATER, ask.id(), "UAMARA", SlackTime.ts(now()));
    assertThat(ask("a").state()).isEqualTo(State.LATER);

    here.clock.advance(Duration.ofDays(29));
    round.doDue();
    assertThat(line.reminders).isEmpty();
    here.clock.advance(Duration.ofDays(2));
    round.doDue();
    here.clock.advance(Duration.ofDays(2));
    round.doDue();
    assertThat(line.reminders).hasSize(1);
    assertThat(line.sent).hasSize(1);
    assertThat(new AskGate(here.workspace).look(asking("b", "UREP"), "UAMARA", now()))
        .as("they wished to be asked again")
        .isEmpty();
  }

  @Test
  void question_leavesItOpen_andWaitsForTheirWords() {
    Ask ask = sent("a");
    press(Choice.Kind.ASK_QUESTION, ask.id(), "UAMARA", SlackTime.ts(now()));
    assertThat(ask("a").state()).isEqualTo(State.SENT);
    assertThat(answers.awaiting("UAMARA", now())).map(Ask::id).contains(ask.id());
    assertThat(line.answers).containsExactly(Answer.Kind.QUESTION);
    assertThat(here.books.relationships().of(AMARA).openAsk(now())).isPresent();
  }

  @Test
  void somebodyElsesPress_isNoAnswer() {
    Ask ask = sent("a");
    press(Choice.Kind.ASK_NO, ask.id(), "UJON", SlackTime.ts(now()));
    press(Choice.Kind.ASK_NO, ask.id(), "UMAN", SlackTime.ts(now()));
    assertThat(ask("a").answers()).isEmpty();
  }

  @Test
  void whatWasGranted_isHeldBackByAPause_andTakesNothing() {
    double before = goodwill(AMARA);
    send("a", "UREP");
    change(AMARA, between -> between.paused(new Pause("UREP", now(), null, "on leave")));
    round.doDue();

    assertThat(line.sent).isEmpty();
    assertThat(ask("a").state()).isEqualTo(State.WITHDRAWN);
    assertThat(ask("a").reason()).isEqualTo(Refusal.PAUSED.words());
    assertThat(line.told).extracting(Ask::state).containsExactly(State.WITHDRAWN);
    assertThat(goodwill(AMARA)).isEqualTo(before);
  }

  @Test
  void whoSaysStopMeanwhile_isNotAsked() {
    send("a", "UREP");
    change(
        AMARA,
        between ->
            between.with(
                new Consent(Topic.MESSAGES, Consent.Answer.DECLINED, now(), "1", "UAMARA")));
    round.doDue();
    assertThat(line.sent).isEmpty();
    assertThat(ask("a").state()).isEqualTo(State.WITHDRAWN);
  }

  @Test
  void askAtNight_waitsForTheirDay() {
    here.clock.advance(Duration.ofHours(9));
    send("a", "UREP");
    round.doDue();
    assertThat(line.sent).isEmpty();
    assertThat(ask("a").due()).isEqualTo(Instant.parse("2026-11-19T08:00:00Z"));
    here.clock.advance(Duration.ofHours(13).plusMinutes(1));
    round.doDue();
    assertThat(line.sent).hasSize(1);
  }

  @Test
  void whoHadThreeMessagesOfOursThisWeek_isAskedWhenThereIsRoom() {
    Instant sinceAWeek = now().minus(Duration.ofDays(7));
    for (int message = 0; message < 3; message++) {
      Taking taking = new Taking(3, sinceAWeek, now().minus(Duration.ofDays(5)));
      assertThat(here.books.attention().take("UAMARA", "other" + message, taking)).isTrue();
    }
    send("a", "UREP");
    round.doDue();
    assertThat(line.sent).isEmpty();
    assertThat(ask("a").due()).isEqualTo(Instant.parse("2026-11-20T10:00:00.001Z"));
    for (int day = 0; day < 5; day++) {
      here.clock.advance(Duration.ofDays(1));
      round.doDue();
    }
    assertThat(line.sent).hasSize(1);
  }

  @Test
  void whoeverWantsQuiet_isAskedAfterIt() {
    Instant later = now().plus(Duration.ofHours(2));
    here.directory.quiet.put("UAMARA", later);
    send("a", "UREP");
    round.doDue();
    assertThat(line.sent).isEmpty();
    assertThat(ask("a").due()).isEqualTo(later);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void modes_areALadder(Mode mode) {
    mode(mode);
    Begun begun = send("a", "UREP");
    round.doDue();
    boolean sends = mode == Mode.ACT || mode == Mode.APPROVE_FIRST;
    assertThat(line.sent).hasSize(sends ? 1 : 0);
    assertThat(ledger(Kind.ASK)).hasSize(sends ? 1 : 0);
    if (mode == Mode.LOG) {
      assertThat(Objects.requireNonNull(begun.ask()).state()).isEqualTo(State.LOGGED);
    }
  }

  @Test
  void approver_seesItFirst_andLetsItGo() {
    Object unused = here.books.settings().change(settings -> settings.withApprover("UMAN"));
    send("a", "UREP");
    round.doDue();
    assertThat(line.approvers).containsExactly("UMAN");
    assertThat(line.sent).isEmpty();
    assertThat(send("b", "UEXEC").refused()).as("it is set aside meanwhile").isNotNull();

    dispatch.approve(ask("a").id(), now());
    round.doDue();
    assertThat(line.sent).hasSize(1);
  }

  @Test
  void approver_whoSaysNo_leavesNothingBehind() {
    Object unused = here.books.settings().change(settings -> settings.withApprover("UMAN"));
    send("a", "UREP");
    dispatch.withdraw(ask("a").id(), "Mona decided so", now());
    assertThat(dispatch.approve(ask("a").id(), now()).orElseThrow().state())
        .isEqualTo(State.WITHDRAWN);
    round.doDue();
    assertThat(line.sent).isEmpty();
    assertThat(ledger(Kind.ASK)).isEmpty();
  }

  @Test
  void whereTheApproverCannotBeTold_nothingIsTaken() {
    Object unused = here.books.settings().change(settings -> settings.withApprover("UMAN"));
    line.refuses = true;
    assertThat(Objects.requireNonNull(send("a", "UREP").ask()).state()).isEqualTo(State.WITHDRAWN);
    assertThat(ledger(Kind.ASK)).isEmpty();
  }

  @Test
  void reminderThatNobodyCanGet_isTriedOnce() {
    Ask ask = sent("a");
    press(Choice.Kind.ASK_LATER, ask.id(), "UAMARA", SlackTime.ts(now()));
    here.clock.advance(Duration.ofDays(31));
    line.refuses = true;
    round.doDue();
    assertThat(ask("a").due()).isNull();
    assertThat(ask("a").state()).isEqualTo(State.LATER);
  }

  @Test
  void whatWasSwitchedOffMeanwhile_isNotSent() {
    send("a", "UREP");
    mode(Mode.OFF);
    round.doDue();
    assertThat(line.sent).isEmpty();
    assertThat(ask("a").state()).isEqualTo(State.WITHDRAWN);
  }

  @Test
  void whereSlackAllowsNoMessage_whoAsksGetsTheWords() {
    line.refuses = true;
    send("a", "UREP");
    round.doDue();
    assertThat(ask("a").state()).isEqualTo(State.BY_HAND);
    assertThat(line.told).extracting(Ask::state).containsExactly(State.BY_HAND);
    assertThat(ledger(Kind.ASK)).hasSize(1);
  }

  @Test
  void lostAnswerOfSlack_isLookedFor_andNothingIsSentTwice() {
    line.losesAnswers = true;
    send("a", "UREP");
    round.doDue();
    assertThat(ask("a").state()).isEqualTo(State.HELD);
    here.clock.advance(Duration.ofMinutes(3));
    round.doDue();
    assertThat(line.sent).hasSize(1);
    assertThat(ask("a").state()).isEqualTo(State.SENT);
  }

  @Test
  void stop_takesBackAtOnceWhatWasNotSaidYet_andGivesBackWhatItTook() {
    mode(Mode.APPROVE_FIRST);
    Object unused = here.books.settings().change(set -> set.withApprover("UMAN"));
    assertThat(send("a1", "UREP").refused()).isNull();
    assertThat(ask("a1").state()).isEqualTo(State.APPROVAL);
    here.clock.advance(Duration.ofMinutes(1));
    writes("Stop!");

    assertThat(ask("a1").state()).isEqualTo(State.WITHDRAWN);
    assertThat(ask("a1").reason()).isEqualTo(Refusal.OPTED_OUT.words());
    assertThat(here.books.relationships().of(AMARA).entries(Kind.ASK)).isEmpty();
    here.clock.advance(Duration.ofMinutes(1));
    writes("start again");
    assertThat(dispatch.approve(ask("a1").id(), now()).orElseThrow().state())
        .isEqualTo(State.WITHDRAWN);
  }

  private void writes(String text) {
    here.hear(new MentionId("DAMARA", SlackTime.ts(now())), "UAMARA", text);
  }
}
