package dev.vouch.pipeline.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Consent.Answer;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.pipeline.Directory;
import dev.vouch.store.TestWorkspace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of what people outside the company write to Vouch and press. */
class ReplyWayTest {
  private static final String JON = "UJON";
  private static final Instant AT = Instant.ofEpochSecond(1_764_000_100);

  private final TestWorkspace here = new TestWorkspace();
  private final ChoiceDesk choices = new ChoiceDesk(here.workspace, here.labels);

  @AfterEach
  void close() {
    here.close();
  }

  private static String ts(int second) {
    return "17640001%02d.000100".formatted(second);
  }

  private static JsonObject direct(String person, int second, String text) {
    return TestWorkspace.said(new MentionId("D1", ts(second)), person, text);
  }

  private Reply write(int second, String text) {
    here.events.read(direct(JON, second, text));
    return here.messenger.replies.get(here.messenger.replies.size() - 1);
  }

  private Reply press(int second, Choice.Kind kind, String... values) {
    choices.take(new Choice(kind, JON, List.of(values), ts(second), "D1", ts(0), false));
    return here.messenger.changed.get(here.messenger.changed.size() - 1);
  }

  private Relationship between() {
    return here.books.relationships().of(Subject.person(JON));
  }

  private void hear(String text) {
    here.hear(new MentionId("C1", ts(0)), JON, text);
  }

  @Test
  void firstWords_areAnsweredWithWhatVouchIsFor_andAgreeToNothing() {
    Reply reply = write(1, "hello there");
    assertThat(reply).isInstanceOf(Reply.Welcome.class);
    assertThat(between().consents()).isEmpty();
    assertThat(between().ledger()).isEmpty();
  }

  @Test
  void stop_stops_andIsOnRecordWithItsTimeAndText() {
    press(1, Choice.Kind.YES);
    Reply reply = write(2, "pls leave me alone");

    assertThat(reply).isInstanceOf(Reply.Stopped.class);
    assertThat(between().optedOut()).isTrue();
    Consent consent = between().consents().get(Topic.MESSAGES);
    assertThat(consent)
        .isEqualTo(
            new Consent(
                Topic.MESSAGES,
                Answer.DECLINED,
                new MentionId("D1", ts(2)).at().truncatedTo(ChronoUnit.MILLIS),
                PurposeText.current().version(),
                JON));
    assertThat(between().entries(Kind.DECLINED))
        .extracting(entry -> entry.note().about(), entry -> entry.note().words())
        .containsExactly(org.assertj.core.groups.Tuple.tuple("messages", null));
  }

  @Test
  void sameMessageAgain_changesNothing() {
    ReplyDesk desk = new ReplyDesk(here.workspace);
    MentionId message = new MentionId("D1", ts(1));
    desk.heed(message, JON, "stop");
    Relationship once = between();
    desk.heed(message, JON, "stop");
    assertThat(between()).isEqualTo(once);
  }

  @Test
  void earlierYes_thatComesLater_undoesNoStop() {
    write(5, "stop");
    press(3, Choice.Kind.YES);
    assertThat(between().optedOut()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"an open ask", "a pause of ours", "a yes", "nothing"})
  void stop_countsWhateverIsOpen(String open) {
    here.books
        .relationships()
        .change(
            Subject.person(JON),
            between ->
                switch (open) {
                  case "an open ask" -> between.with(LedgerEntry.moment("ask:1", Kind.ASK, AT));
                  case "a pause of ours" -> between.pausedBy(new Pause("UREP", AT, null, "why"));
                  case "a yes" ->
                      between.with(
                          new Consent(Topic.MESSAGES, Answer.AGREED, AT, Consent.TOLD, "UREP"));
                  default -> between;
                });
    write(9, "Stop!");
    assertThat(between().optedOut()).isTrue();
  }

  @Test
  void whatMayBeAStop_isAsked_andNothingIsSentMeanwhile() {
    press(1, Choice.Kind.YES);
    assertThat(write(2, "this is so annoying")).isInstanceOf(Reply.StopOrNot.class);
    assertThat(between().isPaused(AT.plusSeconds(60))).isTrue();
    assertThat(between().optedOut()).isFalse();

    press(3, Choice.Kind.GO_ON);
    assertThat(between().isPaused(AT.plusSeconds(60))).isFalse();
    assertThat(between().agreesTo(Topic.MESSAGES)).isTrue();
  }

  @Test
  void no_isANo_whereNobodyHasAgreed_andIsAskedBackElse() {
    assertThat(write(1, "No, thanks")).isInstanceOf(Reply.Stopped.class);
    press(2, Choice.Kind.YES);
    assertThat(write(3, "no")).isInstanceOf(Reply.StopOrNot.class);
  }

  @Test
  void pause_lastsUntilTheMorningThatTheyNamed() {
    Reply reply = write(1, "pause for a month");
    Pause pause = between().pause();
    assertThat(pause).isNotNull();
    assertThat(pause.until()).isNotNull();
    assertThat(reply).isEqualTo(new Reply.Paused(pause.until(), Language.ENGLISH));
    assertThat(between().isPaused(pause.until().minusSeconds(1))).isTrue();
    assertThat(between().isPaused(pause.until())).isFalse();
  }

  @Test
  void pauseOfOurs_isNotShortenedByTheirs_norEndedByThem() {
    Pause ours = new Pause("UREP", AT, null, "a court case");
    here.books.relationships().change(Subject.person(JON), one -> one.pausedBy(ours));
    write(1, "pause for a week");
    assertThat(between().pause()).isEqualTo(ours);
    write(2, "start again");
    assertThat(between().pause()).isEqualTo(ours);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bitte schreiben Sie mir nicht mehr | GERMAN",
        "Laissez-moi tranquille | FRENCH",
        "no quiero recibir más mensajes | SPANISH",
        "não quero mais mensagens | PORTUGUESE",
        "non voglio più ricevere messaggi | ITALIAN",
        "geen berichten meer aub | DUTCH",
        "stop writing to me | ENGLISH",
        "STOP!! | ENGLISH",
      })
  void answer_isInTheLanguageThatTheyWrote_andSoIsTheTextOnRecord(String words, Language in) {
    assertThat(write(1, words)).isEqualTo(new Reply.Stopped(in));
    Consent consent = between().consents().get(Topic.MESSAGES);
    assertThat(consent.text()).isEqualTo(PurposeText.current(in).version());
    assertThat(write(2, "Stop")).as("and it stays").isEqualTo(new Reply.Stopped(in));
  }

  @Test
  void language_isThatOfTheirSlack_whereTheirWordsDoNotTell() {
    here.directory.locales.put(JON, "fr-CA");
    assertThat(write(1, "Stop")).isEqualTo(new Reply.Stopped(Language.FRENCH));
    here.directory.locales.put("UAMARA", "tlh");
    here.events.read(direct("UAMARA", 2, "Stop"));
    assertThat(here.messenger.replies).last().isEqualTo(new Reply.Stopped(Language.ENGLISH));
  }

  @Test
  void startAgain_startsAgain() {
    write(1, "stop");
    write(2, "Start again please");
    assertThat(between().agreesTo(Topic.MESSAGES)).isTrue();
    assertThat(between().entries(Kind.AGREED)).hasSize(1);
  }

  @Test
  void editedMessage_isReadAnew() {
    JsonObject message = direct(JON, 1, "stop");
    JsonObject edit = new JsonObject();
    edit.addProperty("ts", ts(3));
    message.add("edited", edit);
    JsonObject event = new JsonObject();
    event.addProperty("type", "message");
    event.addProperty("subtype", "message_changed");
    event.addProperty("channel", "D1");
    event.add("message", message);
    here.events.read(event);
    assertThat(between().optedOut()).isTrue();
  }

  @Test
  void stopSaidToVouchInAChannel_counts_andIsNoMention() {
    hear("<@UVOUCH> stop contacting me");
    assertThat(between().optedOut()).isTrue();
    assertThat(here.messenger.replies).isEmpty();
    assertThat(here.messenger.asides).containsExactly(new Reply.Stopped(Language.ENGLISH));
    assertThat(here.books.advocates().contact(JON)).isEmpty();
  }

  @Test
  void whereSlackAllowsNoDirectMessage_aStopIsWhisperedAtMostOnce() {
    here.messenger.refusesPerson = JON;
    here.messenger.losesAnswers = true;
    assertThatThrownBy(() -> hear("<@UVOUCH> stop contacting me"))
        .isInstanceOf(Directory.Unreachable.class);
    here.messenger.losesAnswers = false;
    assertThatThrownBy(() -> hear("<@UVOUCH> stop contacting me"))
        .as("the first may be at it still")
        .isInstanceOf(Directory.Unreachable.class);
    here.endClaims("greeting");
    hear("<@UVOUCH> stop contacting me");
    assertThat(here.messenger.whispers).hasSize(1);
    assertThat(between().optedOut()).isTrue();
  }

  @Test
  void stopThatAnEditAdds_countsToo() {
    JsonObject message = direct(JON, 0, "<@UVOUCH> stop contacting me");
    JsonObject edit = new JsonObject();
    edit.addProperty("ts", ts(3));
    message.add("edited", edit);
    JsonObject event = new JsonObject();
    event.addProperty("type", "message");
    event.addProperty("subtype", "message_changed");
    event.addProperty("channel", "C1");
    event.add("message", message);
    here.events.read(event);
    assertThat(between().optedOut()).isTrue();
    assertThat(here.messenger.asides).hasSize(1);
  }

  @Test
  void ourOwnPeople_areGreetedAsBefore() {
    here.events.read(direct("UREP", 1, "stop"));
    assertThat(here.messenger.greeted).containsExactly("UREP");
    assertThat(here.messenger.replies).isEmpty();
  }

  @Test
  void ownRecord_holdsWhatIsHeld() {
    hear("advocacy: just get it");
    note();
    Reply.Own reply = (Reply.Own) write(1, "what do you know about me?");
    OwnRecord own = reply.own();
    assertThat(own.who().name()).isEqualTo("Jon");
    assertThat(own.said()).extracting(OwnRecord.Said::as).containsExactly(Intent.ADVOCACY);
    assertThat(own.ties()).extracting(Tie::what).containsExactly("a ticket");
    assertThat(own.passed()).extracting(OwnRecord.Passed::kind).containsExactly(Kind.HELP);
  }

  private void note() {
    here.books
        .relationships()
        .change(
            Subject.person(JON),
            between ->
                between
                    .with(new Tie("tie1", Tie.Kind.GIFT, "a ticket", AT, null, "UREP"))
                    .with(
                        LedgerEntry.moment("help:1", Kind.HELP, AT)
                            .worth(1_000)
                            .noted(new LedgerEntry.Note("UREP", "he was quite rude", null))));
  }

  @Test
  void download_isTheirDataAndNothingThatWeWeigh() {
    hear("advocacy: just get it");
    note();
    write(1, "download my data");
    assertThat(here.messenger.files).hasSize(1);
    assertThat(here.messenger.files.get(0))
        .contains(
            "Jon", "a recommendation", "a ticket", "one of us helped you", "C1/p1764000100000100")
        .doesNotContainIgnoringCase("goodwill")
        .doesNotContainIgnoringCase("confidence")
        .doesNotContainIgnoringCase("rude")
        .doesNotContain("UREP", "rule 1", "0.9", "advocacy\"");
  }

  @Test
  void topics_areAgreedOneByOne_andUnticked() {
    press(1, Choice.Kind.YES);
    press(2, Choice.Kind.TOPICS, "reviews", "talks");
    assertThat(between().agreesTo(Topic.REVIEWS)).isTrue();
    assertThat(between().consents()).doesNotContainKey(Topic.STORIES);
    press(3, Choice.Kind.TOPICS, "talks");
    assertThat(between().agreesTo(Topic.REVIEWS)).isFalse();
    assertThat(between().agreesTo(Topic.TALKS)).isTrue();
    assertThat(between().entries(Kind.DECLINED)).hasSize(1);
  }

  @Test
  void interests_areTheirs_insteadOfWhatWeNoted() {
    here.books
        .relationships()
        .change(
            Subject.person(JON),
            one -> one.movedBy(Motivator.CAREER, new Relationship.Known("UREP", AT)));
    press(1, Choice.Kind.INTERESTS, "peers");
    assertThat(between().motivators()).containsOnlyKeys(Motivator.PEERS);
    press(2, Choice.Kind.INTERESTS);
    assertThat(between().motivators()).isEmpty();
    assertThat(between().choseMotivators()).isTrue();
  }

  @Test
  void label_canBePutRight_butNeverIntoARecommendation_norOfSomebodyElse() {
    hear("advocacy: just get it");
    String message = "C1:" + ts(0);
    press(1, Choice.Kind.LABEL, "question " + message);
    assertThat(here.books.advocates().mention(MentionId.parse(message)).orElseThrow().intent())
        .isEqualTo(Intent.QUESTION);
    assertThat(here.books.advocates().acts(JON)).isEmpty();
    press(2, Choice.Kind.LABEL, "advocacy " + message);
    assertThat(here.books.advocates().acts(JON)).isEmpty();

    choices.take(
        new Choice(
            Choice.Kind.LABEL,
            "UAMARA",
            List.of("complaint " + message),
            ts(3),
            null,
            null,
            false));
    assertThat(here.books.advocates().mention(MentionId.parse(message)).orElseThrow().intent())
        .isEqualTo(Intent.QUESTION);
  }

  @Test
  void whatIsWrong_isOwed_andGoesToTheOwnerOnce() {
    here.books.settings().change(settings -> settings.withOwner("UREP"));
    press(1, Choice.Kind.WRONG, "my name is John");
    press(1, Choice.Kind.WRONG, "my name is John");
    assertThat(here.messenger.tasks).containsExactly("UREP: my name is John");
    assertThat(between().entries(Kind.PROMISE)).hasSize(1);
  }

  @Test
  void whatIsWrong_isTold_evenWhereSlackFailsFirst_orItsAnswerIsLost() {
    here.books.settings().change(settings -> settings.withOwner("UREP"));
    here.messenger.failsNext = true;
    assertThatThrownBy(() -> press(1, Choice.Kind.WRONG, "my name is John"))
        .isInstanceOf(Directory.Unreachable.class);
    assertThat(here.messenger.tasks).isEmpty();
    here.messenger.losesAnswers = true;
    assertThatThrownBy(() -> press(1, Choice.Kind.WRONG, "my name is John"))
        .isInstanceOf(Directory.Unreachable.class);
    here.messenger.losesAnswers = false;
    press(1, Choice.Kind.WRONG, "my name is John");
    assertThat(here.messenger.tasks).containsExactly("UREP: my name is John");
    assertThat(between().entries(Kind.PROMISE)).hasSize(1);
  }

  @Test
  void whatIsWrong_goesToTheNextWhoAnswersForThem_whereSlackDoesNotLetUs() {
    here.books.settings().change(settings -> settings.withOwner("UREP").withApprover("UMAN"));
    here.messenger.refusesPerson = "UREP";
    press(1, Choice.Kind.WRONG, "my name is John");
    assertThat(here.messenger.tasks).containsExactly("UMAN: my name is John");
  }

  @Test
  void erase_isAskedFirst_thenErases_untilTheyStartAgain() {
    hear("advocacy: just get it");
    assertThat(write(1, "delete my data")).isInstanceOf(Reply.EraseOrNot.class);
    assertThat(here.books.advocates().contact(JON)).isPresent();

    assertThat(press(2, Choice.Kind.ERASE_NOW)).isInstanceOf(Reply.Erased.class);
    assertThat(here.books.advocates().contact(JON)).isEmpty();
    assertThat(here.books.forgetting().isForgotten(JON)).isTrue();
    write(3, "hello");
    assertThat(here.books.forgetting().isForgotten(JON)).isTrue();
    write(4, "start again");
    assertThat(here.books.forgetting().isForgotten(JON)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Choice.Kind.class)
  void choices_areForPeopleOutsideOnly(Choice.Kind kind) {
    choices.take(new Choice(kind, "UREP", List.of("x"), ts(1), "D1", ts(0), false));
    assertThat(here.messenger.changed).isEmpty();
    assertThat(here.books.relationships().of(Subject.person("UREP")).ledger()).isEmpty();
  }
}
