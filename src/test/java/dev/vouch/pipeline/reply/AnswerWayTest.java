package dev.vouch.pipeline.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.classify.reply.Meaning;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Ask.State;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.ask.AskDispatch;
import dev.vouch.pipeline.ask.AskRound;
import dev.vouch.pipeline.ask.TestAskLine;
import dev.vouch.pipeline.reply.ReplyNote.What;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes of what people answer in their own words to what we asked of them. */
class AnswerWayTest {
  private static final String AMARA = "UAMARA";
  private static final String JON = "UJON";

  private final TestWorkspace here = new TestWorkspace();
  private final TestAskLine line = here.messenger.askLine;
  private int second;

  @BeforeEach
  void amara_isAskedForARating() {
    here.hear(
        new MentionId("C1", SlackTime.ts(now().minus(Duration.ofDays(2)))),
        AMARA,
        "advocacy: just get it");
    LedgerEntry help =
        LedgerEntry.moment("help", Kind.HELP, now().minus(Duration.ofDays(1))).worth(9_000);
    change(AMARA, between -> between.with(help));
    Relationship unused =
        here.books
            .relationships()
            .change(Subject.account("northwind-foods"), between -> between.with(help));
    for (Topic topic : Topic.values()) {
      change(
          AMARA,
          between -> between.with(new Consent(topic, Consent.Answer.AGREED, now(), "1", AMARA)));
    }
    Asking asking = new Asking("a:" + AMARA, Rung.RATING, "UREP", "on the site you read");
    assertThat(new AskDispatch(here.workspace).send(asking, AMARA, now()).refused()).isNull();
    new AskRound(here.workspace, here.clock).doDue();
    assertThat(ask().state()).isEqualTo(State.SENT);
  }

  @AfterEach
  void close() {
    here.close();
  }

  private Instant now() {
    return here.clock.instant();
  }

  private void change(String person, UnaryOperator<Relationship> change) {
    Relationship unused = here.books.relationships().change(Subject.person(person), change);
  }

  private Relationship between(String person) {
    return here.books.relationships().of(Subject.person(person));
  }

  private Ask ask() {
    return here.books.asks().ask("a:" + AMARA).orElseThrow();
  }

  private String ts() {
    return SlackTime.ts(now().plusSeconds(++second));
  }

  private JsonObject direct(String person, String text) {
    return TestWorkspace.said(new MentionId("D" + person, ts()), person, text);
  }

  private JsonObject write(String person, String text) {
    JsonObject event = direct(person, text);
    here.events.read(event);
    return event;
  }

  private Reply reply() {
    return here.messenger.replies.get(here.messenger.replies.size() - 1);
  }

  private void edit(JsonObject message, String text) {
    JsonObject now = message.deepCopy();
    now.addProperty("text", text);
    JsonObject edited = new JsonObject();
    edited.addProperty("user", message.get("user").getAsString());
    edited.addProperty("ts", ts());
    now.add("edited", edited);
    JsonObject event = new JsonObject();
    event.addProperty("type", "message");
    event.addProperty("subtype", "message_changed");
    event.addProperty("channel", message.get("channel").getAsString());
    event.addProperty("channel_type", "im");
    event.add("message", now);
    here.events.read(event);
  }

  private void delete(JsonObject message) {
    JsonObject event = new JsonObject();
    event.addProperty("type", "message");
    event.addProperty("subtype", "message_deleted");
    event.addProperty("channel", message.get("channel").getAsString());
    event.addProperty("channel_type", "im");
    event.addProperty("deleted_ts", message.get("ts").getAsString());
    event.addProperty("ts", ts());
    event.add("previous_message", message);
    here.events.read(event);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Yes, happy to                     | YES        | ACCEPTED",
        "No thanks                         | NO         | DECLINED",
        "Not this quarter                  | LATER      | LATER",
        "How long would it take?           | QUESTION   | SENT",
        "Sure, but only if legal signs off | CONDITIONS | SENT",
        "hm, let me ask my boss            | UNCLEAR    | SENT",
        "thanks!                           | UNCLEAR    | SENT",
      })
  void words_areNoted_andWhoAskedIsTold(String text, Answer.Kind kind, State state) {
    write(AMARA, text);

    assertThat(ask().state()).isEqualTo(state);
    assertThat(line.said)
        .extracting(Answer::kind, Answer::words)
        .containsExactly(tuple(kind, text));
    assertThat(line.said.get(0).sure() > 0).isEqualTo(kind != Answer.Kind.UNCLEAR);
    assertThat(reply()).isInstanceOf(Reply.Taken.class);
    assertThat(((Reply.Taken) reply()).kind()).isEqualTo(kind);
    assertThat(between(AMARA).optedOut()).isFalse();
    assertThat(between(AMARA).isPaused(now().plusSeconds(99))).isFalse();
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  @Test
  void sameMessageTwice_isToldOnce() {
    Written written = Written.of(new MentionId("DUAMARA", ts()), AMARA, "Yes, happy to");
    ReplyDesk desk = new ReplyDesk(here.workspace);
    assertThat(desk.heed(written)).isEqualTo(desk.heed(written));
    assertThat(line.said).hasSize(1);
    assertThat(between(AMARA).entries(Kind.ASK_ACCEPTED)).hasSize(1);
  }

  @Test
  void later_isTheDayTheyNamed_whereTheyAre() {
    write(AMARA, "ask me again in two weeks please");
    Instant until = ask().answers().get(0).until();
    assertThat(until).isBetween(now().plus(Duration.ofDays(13)), now().plus(Duration.ofDays(15)));
    assertThat(((Reply.Taken) reply()).until()).isEqualTo(until);
  }

  @Test
  void laterWithoutADay_isAMonth() {
    write(AMARA, "maybe later");
    assertThat(ask().answers().get(0).until())
        .isBetween(now().plus(Duration.ofDays(29)), now().plus(Duration.ofDays(31)));
  }

  @Test
  void stop_stops_beforeTheModelIsAsked_andWhoAskedIsTold() {
    write(AMARA, "please stop messaging me");
    assertThat(between(AMARA).optedOut()).isTrue();
    assertThat(reply()).isInstanceOf(Reply.Stopped.class);
    assertThat(ask().answers()).isEmpty();
    assertThat(line.notes).extracting(ReplyNote::what).containsExactly(What.SILENCE);
  }

  @Test
  void noMessagesUntilThen_isSilence_notOnlyLater() {
    write(AMARA, "do not write to me until January");
    assertThat(between(AMARA).isPaused(now().plusSeconds(99))).isTrue();
    assertThat(reply()).isInstanceOf(Reply.Paused.class);
    assertThat(line.notes).extracting(ReplyNote::what).containsExactly(What.SILENCE);
  }

  @Test
  void whatMayBeAStop_isAsked_andNothingIsSentMeanwhile() {
    write(AMARA, "this is so annoying");
    assertThat(reply()).isInstanceOf(Reply.StopOrNot.class);
    assertThat(between(AMARA).isPaused(now().plusSeconds(99))).isTrue();
    assertThat(ask().answers()).isEmpty();
  }

  @Test
  void wishAboutTheirData_isHeeded_andIsNoAnswer() {
    write(AMARA, "what do you know about me?");
    assertThat(reply()).isInstanceOf(Reply.Own.class);
    assertThat(ask().answers()).isEmpty();
    assertThat(line.said).isEmpty();
  }

  @Test
  void yesThatBecomesNo_isToldAsThat() {
    JsonObject message = write(AMARA, "Yes, happy to");
    edit(message, "No thanks, I'd rather not");
    assertThat(ask().state()).isEqualTo(State.DECLINED);
    assertThat(line.said).extracting(Answer::kind).containsExactly(Answer.Kind.YES, Answer.Kind.NO);
    assertThat(line.said.get(1).isEdited()).isTrue();
  }

  @Test
  void mendedWords_tellNobodyAnything() {
    JsonObject message = write(AMARA, "Yes, hapy to");
    edit(message, "Yes, happy to");
    assertThat(line.said).hasSize(1);
    assertThat(ask().answers()).hasSize(1);
  }

  @Test
  void noThatBecomesYes_isSettled_soThatAPersonDecides() {
    JsonObject message = write(AMARA, "No thanks");
    edit(message, "Yes, happy to");
    assertThat(ask().state()).isEqualTo(State.DECLINED);
    assertThat(line.notes)
        .extracting(ReplyNote::what, ReplyNote::meaning)
        .containsExactly(tuple(What.CHANGED, Meaning.YES));
  }

  @Test
  void whoAsked_isToldOnce_thoughTheMessageComesAgain() {
    JsonObject stop = direct(AMARA, "please stop messaging me");
    here.messenger.losesAnswers = true;
    assertThatThrownBy(() -> here.events.read(stop)).isInstanceOf(Directory.Unreachable.class);
    here.messenger.losesAnswers = false;
    here.endClaims();
    here.events.read(stop);
    assertThat(line.notes).extracting(ReplyNote::what).containsExactly(What.SILENCE);
  }

  @Test
  void deletedWords_areKeptNoLonger_andWhoAskedIsTold() {
    JsonObject message = write(AMARA, "Yes, happy to");
    delete(message);
    assertThat(ask().answers()).extracting(Answer::words).containsOnlyNulls();
    assertThat(ask().state()).isEqualTo(State.ACCEPTED);
    assertThat(line.notes)
        .extracting(ReplyNote::what, ReplyNote::meaning)
        .containsExactly(tuple(What.DELETED, Meaning.YES));
    delete(message);
    assertThat(line.notes).hasSize(1);
  }

  @Test
  void wordsBelowTheAsk_belongToIt() {
    change(
        AMARA,
        between ->
            between.with(
                LedgerEntry.moment("invitation", Kind.INVITED, now().plusSeconds(30))
                    .noted(new LedgerEntry.Note("UREP", null, null))));
    JsonObject event = direct(AMARA, "Yes, happy to");
    event.addProperty("thread_ts", java.util.Objects.requireNonNull(ask().way().sent()).ts());
    here.events.read(event);
    assertThat(ask().state()).isEqualTo(State.ACCEPTED);
  }

  /** Somebody else was asked, answered so, and one of us said what it meant. */
  private void readBefore(String person, String text, Answer.Kind kind) {
    Asking asking = new Asking("b:" + person, Rung.RATING, "UREP", "on the site");
    Answer unclear = new Answer(Answer.Kind.UNCLEAR, now(), "D:" + person, person, null, text);
    Answer read = Answer.bare(kind, now(), AnswerDesk.READ + unclear.cause(), "UREP");
    here.books
        .asks()
        .add(
            Ask.of(asking, person, State.DECLINED, now().minusSeconds(60))
                .heard(unclear)
                .heard(read));
  }

  @Test
  void whatOurPeopleReadAlike_isReadLikeThatFromThenOn() {
    for (String person : List.of("UONE", "UTWO", "UTHREE")) {
      readBefore(person, "hm, let me ask my boss", Answer.Kind.LATER);
    }
    write(AMARA, "hmm let me ask my boss");
    assertThat(ask().state()).isEqualTo(State.LATER);
  }

  private void invite() {
    assertThat(
            new Invitation(JON, "UREP", now(), Language.ENGLISH).begin(here.books.relationships()))
        .isEmpty();
  }

  @Test
  void yesToAnInvitation_isConsent_andWhoInvitedIsTold() {
    invite();
    write(JON, "sure, go ahead");
    assertThat(between(JON).consents().get(Topic.MESSAGES).agreed()).isTrue();
    assertThat(reply()).isInstanceOf(Reply.Welcome.class);
    assertThat(line.notes)
        .extracting(ReplyNote::what, ReplyNote::meaning)
        .containsExactly(tuple(What.READ, Meaning.YES));
  }

  @Test
  void noToAnInvitation_stops() {
    invite();
    write(JON, "no thanks");
    assertThat(between(JON).optedOut()).isTrue();
    assertThat(line.notes).hasSize(1);
  }

  @Test
  void unclearWordsToAnInvitation_agreeToNothing_andGoToAPerson() {
    invite();
    write(JON, "hm, maybe");
    assertThat(between(JON).consents()).isEmpty();
    assertThat(line.notes)
        .extracting(ReplyNote::what, ReplyNote::words, ReplyNote::handle)
        .containsExactly(tuple(What.UNCLEAR, "hm, maybe", JON));
  }

  @Test
  void whereNothingIsAsked_wordsAreWhatTheyWere() {
    write(JON, "hello there");
    assertThat(reply()).isInstanceOf(Reply.Welcome.class);
    assertThat(line.notes).isEmpty();
    assertThat(List.of(line.said)).containsExactly(List.of());
  }
}
