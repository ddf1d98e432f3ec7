package dev.vouch.slack.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.Gson;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.reply.Choice;
import dev.vouch.pipeline.reply.Choice.Kind;
import dev.vouch.slack.StandInSlack;
import dev.vouch.slack.books.TestBooks;
import dev.vouch.slack.view.Actions;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people outside the company press, behind Bolt's own door, with signed payloads. */
class OwnListenerTest {
  private static final Gson GSON = new Gson();

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

  private Choice only() {
    assertThat(door.stored).hasSize(1);
    Envelope envelope = door.stored.values().iterator().next();
    assertThat(envelope.type()).isEqualTo(Envelope.Type.CHOICE);
    return GSON.fromJson(envelope.payload(), Choice.class);
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "WRONG")
  void press_isStoredOnce_beforeItIsAcknowledged(Kind kind) throws Exception {
    String press =
        Payloads.button("U0ANA", "T0NORTH", Actions.own(kind), "page", slack.url("/hook"));
    assertThat(door.send(press).getStatusCode()).isEqualTo(200);
    assertThat(door.send(press).getStatusCode()).isEqualTo(200);
    assertThat(only())
        .isEqualTo(
            new Choice(
                kind,
                "U0ANA",
                List.of("page"),
                "1795161700.123456",
                "D0MAYA",
                "1795161600.000200",
                false));
  }

  @Test
  void ticks_comeWithAllThatIsTicked() throws Exception {
    String body = Payloads.homeButton("U0ANA", Actions.own(Kind.TOPICS), "x");
    String json = java.net.URLDecoder.decode(body, StandardCharsets.UTF_8);
    String ticked =
        json.replace(
                "\"value\":\"x\"",
                "\"selected_options\":[{\"value\":\"reviews\"},{\"value\":\"talks\"}]")
            .replace("\"type\":\"button\"", "\"type\":\"checkboxes\"")
            .replace("home_buttons", Actions.OWN_WELCOME_BLOCK + "_topics");
    door.send(
        "payload="
            + URLEncoder.encode(ticked.substring("payload=".length()), StandardCharsets.UTF_8));
    assertThat(only().values()).containsExactly("reviews", "talks");
    assertThat(only().on()).isNull();
    assertThat(only().welcome()).isTrue();
  }

  @Test
  void pressThatCannotBeStored_isNotAcknowledged() throws Exception {
    door.inboxTakes(false);
    String press = Payloads.homeButton("U0ANA", Actions.own(Kind.STOP), "page");
    assertThat(door.send(press).getStatusCode()).isEqualTo(503);
  }

  @Test
  void somethingIsWrong_opensAForm() throws Exception {
    door.send(Payloads.homeButton("U0ANA", Actions.own(Kind.WRONG), "page"));
    await().until(() -> slack.got("views.open").size() == 1);
    assertThat(slack.got("views.open").get(0).form().get("view"))
        .contains(Actions.OWN_WRONG_FORM, "What is wrong?");
  }

  @Test
  void filledInForm_isStored_andAnEmptyOneStaysOpen() throws Exception {
    assertThat(door.send(form("null")).getBody()).contains("Please say what is wrong");
    assertThat(door.stored).isEmpty();
    door.send(form("\" my name is Anna \""));
    assertThat(only().kind()).isEqualTo(Kind.WRONG);
    assertThat(only().values()).containsExactly("my name is Anna");
  }

  private static String form(String words) {
    String form = Payloads.form("U0ANA", "T0NORTH", "null", "null", "null");
    String json = java.net.URLDecoder.decode(form, StandardCharsets.UTF_8);
    String ours =
        json.replace("save_advocacy", Actions.OWN_WRONG_FORM)
            .replace(
                "\"save_words\":{\"save_words\":{\"type\":\"plain_text_input\",\"value\":null}}",
                "\"%1$s\":{\"%1$s\":{\"type\":\"plain_text_input\",\"value\":%2$s}}"
                    .formatted(Actions.OWN_WRONG_WORDS, words));
    return "payload="
        + URLEncoder.encode(ours.substring("payload=".length()), StandardCharsets.UTF_8);
  }
}
