package dev.vouch.pipeline.ask;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Ask.State;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Asking.Refusal;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.nudge.ranking.AttentionBook.Taking;
import dev.vouch.pipeline.ask.AskDispatch.Begun;
import dev.vouch.pipeline.reply.Choice;
import dev.vouch.pipeline.reply.ChoiceDesk;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way of an ask: from the wish of a rep to the person and back, whatever comes between. */
class AskWayTest {
  private static final Subject AMARA = Subject.person("UAMARA");
  private static final Subject NORTHWIND = Subject.account("northwind-foods");

  private final TestWorkspace here = new TestWorkspace();
  private final TestAskLine line = here.messenger.askLine;
  private final AskDispatch dispatch = new AskDispatch(here.workspace);
  private final AskRound round = new AskRound(here.workspace, here.clock);
  private final AskAnswers answers = new AskAnswers(here.workspace);

  @BeforeEach
  void amara_speaksUp_isGivenSomething_andAgrees() {
    here.books.accounts().change("Northwind Foods", account -> account.withOwner("UREP"));
    JsonObject message = new JsonObject();
    message.addProperty("type", "message");
    message.addProperty("channel", "C1");
    message.addProperty("user", "UAMARA");
    message.addProperty("ts", SlackTime.ts(now().minus(Duration.ofDays(2))));
    message.addProperty("text", "advocacy: just get it");
    here.events.read(message);
    LedgerEntry help =
        LedgerEntry.moment("help", Kind.HELP, now().minus(Duration.ofDays(1))).worth(9_000);
    for (Subject one : List.of(AMARA, NORTHWIND)) {
      change(one, between -> between.with(help));
    }
    for (Topic topic : Topic.values()) {
      change(
          AMARA,
          between -> between.with(new Consent(topic, Consent.Answer.AGREED, now(), "1", "UAMARA")));
    }
  }

  @AfterEach
  void close() {
    here.close();
  }

  private Instant now() {
    return here.clock.instant();
  }

  private void change(Subject with, java.util.function.UnaryOperator<Relationship> change) {
    Relationship unused = here.books.relationships().change(with, change);
  }

  private void mode(Mode mode) {
    Object unused = here.books.settings().change(settings -> settings.withMode(mode));
  }

  private static Asking asking(String id, String by) {
    return new Asking(id, Rung.RATING, by, "on the site that your colleagues read");
  }

  private Begun send(String id, String by) {
    return dispatch.send(asking(id + ":UAMARA", by), "UAMARA", now());
  }

  private Ask ask(String id) {
    return here.books.asks().ask(id + ":UAMARA").orElseThrow();
  }

  /** Sent and with the person. */
  private Ask sent(String id) {
    assertThat(send(id, "UREP").refused()).isNull();
    round.doDue();
    return ask(id);
  }

  private void press(Choice.Kind kind, String askId, String person, String cause) {
    Choice choice =
        new Choice(kind, person, List.of(askId), cause, "DUAMARA", "1764000000.000001", false);
    new ChoiceDesk(here.workspace, here.labels).take(choice);
  }

  private double goodwill(Subject with) {
    return Goodwill.of(here.books.relationships().of(with), List.of(), now());
  }

  private List<LedgerEntry> ledger(Kind kind) {
    return here.books.relationships().of(AMARA).entries(kind);
  }

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
    dispatch.withdraw(ask("a").id(), "Mona decided so");
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
  void twoWhoPressAtOnce_askOnce() throws Exception {
    List<Begun> begun = atOnce(2, number -> send("p" + number, number == 0 ? "UREP" : "UMAN"));
    assertThat(begun).filteredOn(one -> one.refused() == null).hasSize(1);
    assertThat(begun)
        .filteredOn(one -> one.refused() != null)
        .allSatisfy(
            one ->
                assertThat(Objects.requireNonNull(one.refused()).why())
                    .isEqualTo(Refusal.ASK_OPEN));
    round.doDue();
    assertThat(line.sent).hasSize(1);
  }

  @Test
  void twoInstances_sendOnce() throws Exception {
    send("a", "UREP");
    List<Boolean> done =
        atOnce(
            8,
            number -> {
              new AskRound(here.workspace, here.clock).doDue();
              return true;
            });
    assertThat(done).hasSize(8);
    assertThat(line.sent).hasSize(1);
    assertThat(ask("a").state()).isEqualTo(State.SENT);
  }

  @Test
  void onePressTwice_isOneAsk() throws Exception {
    List<Begun> begun = atOnce(20, number -> send("a", "UREP"));
    assertThat(begun).allSatisfy(one -> assertThat(one.refused()).isNull());
    round.doDue();
    assertThat(line.sent).hasSize(1);
    assertThat(ledger(Kind.ASK)).hasSize(1);
  }

  @Test
  void aThousandAsksAtOnce_openOne_andKeepGoodwillAboveItsFloor() throws Exception {
    change(AMARA, between -> between.without("help"));
    change(
        AMARA, between -> between.with(LedgerEntry.moment("tea", Kind.HELP, now()).worth(1_900)));
    here.clock.advance(Duration.ofSeconds(1));
    Rung[] ladder = Rung.values();
    List<Begun> begun =
        atOnce(
            1_000,
            number ->
                dispatch.send(
                    new Asking(
                        "x" + number + ":UAMARA",
                        ladder[number % ladder.length],
                        number % 2 == 0 ? "UREP" : "UMAN",
                        "please"),
                    "UAMARA",
                    now()));
    assertThat(begun).filteredOn(one -> one.refused() == null).hasSize(1);
    assertThat(ledger(Kind.ASK))
        .singleElement()
        .satisfies(
            ask -> assertThat(Rung.of(ask).orElseThrow().size().milliAsks()).isEqualTo(1_000));
    assertThat(goodwill(AMARA)).isBetween(Goodwill.FLOOR - 1e-9, 1.0);
    round.doDue();
    assertThat(line.sent).hasSize(1);
  }

  private interface Task<T> {
    T run(int number);
  }

  private static <T> List<T> atOnce(int times, Task<T> task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        running.add(threads.submit(() -> task.run(number)));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
