package dev.vouch.slack;

import static dev.vouch.slack.books.TestBooks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Ask.State;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.pipeline.ask.AskLine;
import dev.vouch.slack.books.TestBooks;
import dev.vouch.slack.command.HomeDesk;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes to Slack about asks: to the person, to whoever asks, and what is looked for. */
class SlackAsksTest {
  private static final String ID = "ask:1795161600000:U0MAYA:U0ANA";
  private static final Ask ASK =
      Ask.of(new Asking(ID, Rung.RATING, "U0MAYA", "on the site"), "U0ANA", State.HELD, NOW);

  private final TestBooks books = new TestBooks();
  private StandInSlack slack;
  private AskLine line;

  @BeforeEach
  void start() throws IOException {
    slack = new StandInSlack();
    HomeDesk home =
        new HomeDesk(
            books.advocates,
            books.accounts,
            books.relationships,
            books.nudges,
            books.attention,
            books.settings,
            books.directory);
    line =
        new SlackMessenger(
                new WebApi(slack.methods(), () -> NOW),
                home,
                books.forgetting,
                (what, lease) -> true,
                () -> NOW)
            .asks();
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  private Map<String, String> call(String method) {
    return slack.got(method).get(slack.got(method).size() - 1).form();
  }

  @Test
  void ask_goesToThePersonAlone_andBearsItsMark() {
    line.send(ASK);
    assertThat(call("conversations.open")).containsEntry("users", "U0ANA");
    JsonObject mark =
        JsonParser.parseString(call("chat.postMessage").get("metadata")).getAsJsonObject();
    assertThat(mark.get("event_type").getAsString()).isEqualTo("vouch_ask");
    assertThat(mark.getAsJsonObject("event_payload").get("ask").getAsString()).isEqualTo(ID);
    assertThat(call("chat.postMessage").get("blocks")).contains("own_ask_yes", "own_ask_no");
  }

  @Test
  void ask_isFoundByItsMark() {
    slack.answer(
        "conversations.history",
        """
        {"ok":true,"messages":[
          {"type":"message","ts":"1795161900.000300","text":"other","metadata":
            {"event_type":"vouch_ask","event_payload":{"ask":"ask:other"}}},
          {"type":"message","ts":"1795161800.000300","text":"plain"},
          {"type":"message","ts":"1795161700.000300","text":"it","metadata":
            {"event_type":"vouch_ask","event_payload":{"ask":"%s"}}}]}
        """
            .formatted(ID));
    assertThat(line.find(ASK, NOW)).map(Posted::ts).contains("1795161700.000300");
    slack.answer("conversations.history", "{\"ok\":true,\"messages\":[]}");
    assertThat(line.find(ASK, NOW)).isEmpty();
  }

  @Test
  void answered_losesItsButtonsWhereTheyStand() {
    Answer said = Answer.bare(Answer.Kind.NO, NOW, "c", "U0ANA");
    Ask no = ASK.sentAt(new Posted("D0ANA", "1.2")).heard(said).moved(said);
    line.show(no);
    assertThat(call("chat.update")).containsEntry("channel", "D0ANA").containsEntry("ts", "1.2");
    assertThat(call("chat.update").get("blocks"))
        .contains("That is fine. Maya Lindt knows")
        .doesNotContain("own_ask");
    line.show(ASK);
    assertThat(slack.got("chat.update")).as("what was never sent is not shown").hasSize(1);
  }

  @Test
  void whatStandsThereAlready_isNotSaidAgain() {
    slack.answer(
        "conversations.history",
        """
        {"ok":true,"messages":[{"type":"message","ts":"1795161700.000300","text":"it","metadata":
          {"event_type":"vouch_ask","event_payload":{"ask":"%s told"}}}]}
        """
            .formatted(ID));
    assertThat(line.tell(ASK)).isEqualTo(new Posted("D0MAYA", "1795161700.000300"));
    assertThat(slack.got("chat.postMessage")).isEmpty();
    line.approve(ASK, "U0OMAR");
    assertThat(slack.got("chat.postMessage")).as("that is something else").hasSize(1);
  }

  @Test
  void whoAsks_isToldOnce_thenOnThatMessage_andOfAnswersBelowIt() {
    Posted told = line.tell(ASK);
    assertThat(call("conversations.open")).containsEntry("users", "U0MAYA");
    line.tell(ASK.toldAt(told, 0).sentAt(new Posted("D0ANA", "1.2")));
    assertThat(slack.got("chat.postMessage")).hasSize(1);
    assertThat(call("chat.update").get("blocks")).contains("they have it, in your name");

    Answer question = new Answer(Answer.Kind.QUESTION, NOW, "c", "U0ANA", null, "is it <long>?");
    line.tell(ASK.toldAt(told, 0), question);
    assertThat(call("chat.postMessage"))
        .containsEntry("thread_ts", told.ts())
        .containsEntry("reply_broadcast", "1");
    assertThat(call("chat.postMessage").get("blocks"))
        .contains("Ana Ruiz would like to know something first", "is it");
  }

  @Test
  void reminderAndApproval_haveTheirButtons() {
    line.remind(ASK);
    assertThat(call("chat.postMessage").get("blocks")).contains("ask_again", ID);
    line.approve(ASK, "U0OMAR");
    assertThat(call("conversations.open")).containsEntry("users", "U0OMAR");
    assertThat(call("chat.postMessage").get("blocks"))
        .contains("ask_approve", "ask_reject", "Maya Lindt would like Vouch to ask Ana Ruiz");
  }
}
