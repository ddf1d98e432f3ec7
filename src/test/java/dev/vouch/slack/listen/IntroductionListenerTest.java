package dev.vouch.slack.listen;

import static dev.vouch.slack.books.TestBooks.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.Gson;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.executive.Stage.Event;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.executive.IntroductionAnswer;
import dev.vouch.pipeline.executive.IntroductionAnswer.NotMe;
import dev.vouch.slack.StandInSlack;
import dev.vouch.slack.books.TestBooks;
import dev.vouch.slack.view.Actions;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Buttons about introductions, behind Bolt's own door, with signed payloads. */
class IntroductionListenerTest {
  private static final String HOOK = "/hook";

  private final TestBooks books = new TestBooks();
  private BoltDoor door;
  private StandInSlack slack;

  @BeforeEach
  void start() throws IOException {
    door = new BoltDoor(team -> books.workspace());
    slack = door.slack;
  }

  @AfterEach
  void stop() {
    door.close();
  }

  private IntroductionAnswer only() {
    assertThat(door.stored).hasSize(1);
    Envelope envelope = door.stored.values().iterator().next();
    assertThat(envelope.type()).isEqualTo(Envelope.Type.INTRODUCTION_ANSWER);
    return new Gson().fromJson(envelope.payload(), IntroductionAnswer.class);
  }

  private String button(String person, String team, String action, String value) {
    return Payloads.button(person, team, action, value, slack.url(HOOK));
  }

  @ParameterizedTest
  @EnumSource(
      value = Event.class,
      names = {"APPROVED", "LATER", "HAPPENED", "MOVED", "DID_NOT"})
  void press_isStoredOnce_beforeItIsAcknowledged(Event event) throws Exception {
    String press = button("U0MAYA", "T0ACME", Actions.introduction(event), "i1");
    assertThat(door.send(press).getStatusCode()).isEqualTo(200);
    assertThat(door.send(press).getStatusCode()).isEqualTo(200);
    assertThat(only()).isEqualTo(new IntroductionAnswer("i1", event, "U0MAYA", null));
  }

  @Test
  void menu_bringsTheReason_andTheIdOfItsBlock() throws Exception {
    String press = button("U0MAYA", "T0ACME", Actions.introduction(Event.NOT_ME), "x");
    String json = URLDecoder.decode(press, StandardCharsets.UTF_8);
    String chosen =
        json.replace("\"value\":\"x\"", "\"selected_option\":{\"value\":\"NO_TIME\"}")
            .replace("\"style\":\"primary\",", "")
            .replace("\"type\":\"button\"", "\"type\":\"static_select\"")
            .replace("nudge_buttons", Actions.INTRODUCTION_BLOCK + ":i1");
    door.send(
        "payload="
            + URLEncoder.encode(chosen.substring("payload=".length()), StandardCharsets.UTF_8));
    assertThat(only())
        .isEqualTo(new IntroductionAnswer("i1", Event.NOT_ME, "U0MAYA", NotMe.NO_TIME.words()));
  }

  @Test
  void outsidersPress_isNotStored() throws Exception {
    String press = button("U0ANA", "T0NORTH", Actions.introduction(Event.APPROVED), "i1");
    assertThat(door.send(press).getStatusCode()).isEqualTo(200);
    assertThat(door.stored).isEmpty();
  }

  @Test
  void pressThatCannotBeStored_isNotAcknowledged() throws Exception {
    door.inboxTakes(false);
    String press = button("U0MAYA", "T0ACME", Actions.introduction(Event.APPROVED), "i1");
    assertThat(door.send(press).getStatusCode()).isEqualTo(503);
  }

  @Test
  void nextBest_isAskedOnce_howeverOftenItIsPressed() throws Exception {
    for (Topic topic : List.of(Topic.MESSAGES, Topic.INTRODUCTIONS)) {
      books.relationships.change(
          Subject.person("U0ANA"),
          one -> one.with(new Consent(topic, Consent.Answer.AGREED, NOW, "1", "U0ANA")));
    }
    books.executives.enlist("U0OMAR", one -> one);
    books.executives.enlist("U0MAYA", one -> one);
    Introduction.Request request =
        new Introduction.Request("U0ANA", "Ana", null, "U0MAYA", "why", List.of(), NOW);
    books.executives.add(
        Introduction.requested("i1", request, "U0OMAR", YearMonth.of(2026, 11), NOW));
    books.executives.change(
        "i1", one -> one.after(new Introduction.Step(Event.GONE, NOW, null, null)));
    String press = button("U0MAYA", "T0ACME", Actions.INTRODUCTION_INSTEAD, "i1 U0OMAR");
    door.send(press);
    await().until(() -> slack.got(HOOK).size() == 1);
    assertThat(slack.got(HOOK).get(0).body()).contains("Omar Haddad is asked whether");
    door.send(Payloads.later(press));
    await().until(() -> slack.got(HOOK).size() == 2);
    assertThat(slack.got(HOOK).get(1).body()).contains("is under way");
    assertThat(books.executives.about("U0ANA", 10)).hasSize(2);

    door.send(button("U0ANA", "T0NORTH", Actions.INTRODUCTION_INSTEAD, "i1 U0OMAR"));
    await().until(() -> slack.got(HOOK).size() == 3);
    assertThat(slack.got(HOOK).get(2).body()).doesNotContain("Ana", "introduction");
  }
}
