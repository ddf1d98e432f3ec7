package dev.vouch.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.methods.MethodsClient;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.Refused;
import dev.vouch.sandbox.workspace.Container;
import dev.vouch.sandbox.workspace.Outcome;
import dev.vouch.sandbox.workspace.SandboxClock;
import dev.vouch.sandbox.workspace.Workspace;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buttons, shortcuts, modals and response URLs, with the real clients on the app's side. */
final class InteractionTest {
  private static final String BUTTONS =
      """
      [{"type":"section","block_id":"about","text":{"type":"mrkdwn","text":"Delight?"}},
       {"type":"actions","block_id":"choice","elements":[
        {"type":"button","action_id":"doing","value":"n1","text":{"type":"plain_text","text":"Doing it"}},
        {"type":"button","action_id":"later","value":"n1","text":{"type":"plain_text","text":"Later"}}]}]
      """;
  private static final String MODAL =
      """
      {"type":"modal","callback_id":"note","notify_on_close":true,
       "title":{"type":"plain_text","text":"A note"},"submit":{"type":"plain_text","text":"Save"},
       "blocks":[{"type":"input","block_id":"words","label":{"type":"plain_text","text":"Note"},
        "element":{"type":"plain_text_input","action_id":"text","max_length":20}},
        {"type":"input","block_id":"who","optional":true,"label":{"type":"plain_text","text":"Who"},
        "element":{"type":"users_select","action_id":"person"}}]}
      """;
  private static final String HOME =
      """
      {"type":"home","blocks":[{"type":"actions","elements":[
       {"type":"button","action_id":"mute","text":{"type":"plain_text","text":"Mute"}}]}]}
      """;

  private final SandboxClock clock = SandboxClock.standingAt(Lumo.NOON);
  private Sandbox sandbox;
  private Workspace workspace;
  private ListeningApp app;
  private MethodsClient bot;
  private String general;

  @BeforeEach
  void start() throws Exception {
    sandbox = Lumo.start(SandboxSettings.standard().withClock(clock));
    workspace = sandbox.workspace();
    bot = Lumo.bot(sandbox);
    general = Lumo.channel(sandbox, "#general");
    app = ListeningApp.connect(sandbox);
    await().until(() -> sandbox.sockets().connections() == 1);
  }

  @AfterEach
  void stop() throws Exception {
    app.close();
    sandbox.close();
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private static JsonObject action(String id) {
    return Json.object("action_id", id);
  }

  private String postButtons(String channel) throws Exception {
    return bot.chatPostMessage(r -> r.channel(channel).text("Delight?").blocksAsString(BUTTONS))
        .getTs();
  }

  private HttpResponse<String> answer(String url, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private String trigger() {
    assertThat(workspace.commandAs("Rita", "#general", "/vouch settings").ok()).isTrue();
    return Json.text(app.lastInteraction(), "trigger_id");
  }

  @Test
  void pressedButton_reportsWhatTheAppGaveIt() throws Exception {
    String ts = postButtons(general);
    Outcome outcome =
        workspace.pressAs("Rita", new Container.InMessage(general, ts), action("doing"));
    assertThat(outcome.ok()).isTrue();
    JsonObject payload = app.lastInteraction();
    assertThat(Json.text(payload, "type")).isEqualTo("block_actions");
    JsonObject pressed = Json.objects(payload, "actions").get(0);
    assertThat(Json.text(pressed, "value")).isEqualTo("n1");
    assertThat(Json.text(pressed, "block_id")).isEqualTo("choice");
    assertThat(Json.text(pressed, "action_ts")).isNotEmpty();
    assertThat(Json.text(Json.child(payload, "container"), "message_ts")).isEqualTo(ts);
    assertThat(Json.text(Json.child(payload, "user"), "team_id")).isEqualTo("T0LUMO");
  }

  @Test
  void buttonInASharedChannel_worksForExternalPeople() throws Exception {
    String shared = Lumo.channel(sandbox, "#lumo-northwind");
    String ts = postButtons(shared);
    workspace.pressAs("Amara", new Container.InMessage(shared, ts), action("later"));
    JsonObject user = Json.child(app.lastInteraction(), "user");
    assertThat(Json.text(user, "team_id")).isEqualTo(Lumo.NORTHWIND.id());
    assertThatThrownBy(
            () -> workspace.pressAs("Mona", new Container.InMessage(shared, ts), action("later")))
        .isInstanceOf(Refused.class);
  }

  @Test
  void buttonThatIsNotThere_cannotBePressed() throws Exception {
    String ts = postButtons(general);
    assertThatThrownBy(
            () -> workspace.pressAs("Rita", new Container.InMessage(general, ts), action("steal")))
        .isInstanceOf(Refused.class)
        .hasMessage("That button is not there any more.");
  }

  @Test
  void ephemeralButton_travelsWithoutItsMessage() throws Exception {
    String rita = Lumo.person(sandbox, "Rita");
    String ts =
        bot.chatPostEphemeral(r -> r.channel(general).user(rita).text("?").blocksAsString(BUTTONS))
            .getMessageTs();
    workspace.pressAs("Rita", new Container.InMessage(general, ts), action("doing"));
    JsonObject payload = app.lastInteraction();
    assertThat(payload.has("message")).isFalse();
    assertThat(Json.flag(Json.child(payload, "container"), "is_ephemeral")).isTrue();
    String url = Json.text(payload, "response_url");
    answer(url, "{\"replace_original\":true,\"text\":\"Noted.\"}");
    JsonObject replaced = workspace.ephemerals("Rita", "#general").get(0);
    assertThat(Json.text(replaced, "text")).isEqualTo("Noted.");
    assertThat(replaced.has("blocks")).isFalse();
    answer(url, "{\"delete_original\":true}");
    assertThat(workspace.ephemerals("Rita", "#general")).isEmpty();
  }

  @Test
  void responseUrl_takesFiveAnswersAndNoSixth() throws Exception {
    trigger();
    String url = Json.text(app.lastInteraction(), "response_url");
    for (int i = 0; i < 5; i++) {
      assertThat(answer(url, "{\"text\":\"again\"}").statusCode()).isEqualTo(200);
    }
    HttpResponse<String> sixth = answer(url, "{\"text\":\"again\"}");
    assertThat(sixth.statusCode()).isEqualTo(404);
    assertThat(sixth.body()).contains("used_url");
    assertThat(workspace.ephemerals("Rita", "#general")).hasSize(5);
    assertThat(workspace.messages("#general")).isEmpty();
  }

  @Test
  void responseUrl_expiresAfterThirtyMinutes() throws Exception {
    trigger();
    String url = Json.text(app.lastInteraction(), "response_url");
    clock.advance(Duration.ofMinutes(30));
    assertThat(answer(url, "{\"text\":\"just in time\"}").statusCode()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));
    assertThat(answer(url, "{\"text\":\"too late\"}").body()).contains("expired_url");
  }

  @Test
  void responseUrl_speaksToTheChannelOnRequest() throws Exception {
    String ts = postButtons(general);
    workspace.pressAs("Rita", new Container.InMessage(general, ts), action("doing"));
    String url = Json.text(app.lastInteraction(), "response_url");
    answer(url, "{\"response_type\":\"in_channel\",\"text\":\"all\"}");
    assertThat(workspace.messages("#general")).hasSize(2);
    answer(url, "{\"replace_original\":true,\"text\":\"Done by Rita\"}");
    assertThat(Json.text(workspace.messages("#general").get(0), "text")).isEqualTo("Done by Rita");
    assertThat(answer(url, "{\"text\":\"\"}").body()).contains("no_text");
  }

  @Test
  void trigger_opensOneViewWithinThreeSeconds() throws Exception {
    String used = trigger();
    assertThat(bot.viewsOpen(r -> r.triggerId(used).viewAsString(MODAL)).isOk()).isTrue();
    assertThat(bot.viewsOpen(r -> r.triggerId(used).viewAsString(MODAL)).getError())
        .isEqualTo("exchanged_trigger_id");
    String late = trigger();
    clock.advance(Duration.ofMillis(3_001));
    assertThat(bot.viewsOpen(r -> r.triggerId(late).viewAsString(MODAL)).getError())
        .isEqualTo("expired_trigger_id");
    assertThat(bot.viewsOpen(r -> r.triggerId("1.2.3").viewAsString(MODAL)).getError())
        .isEqualTo("invalid_trigger_id");
  }

  @Test
  void views_areThreeDeepAtMost() throws Exception {
    String first = trigger();
    bot.viewsOpen(r -> r.triggerId(first).viewAsString(MODAL));
    for (int i = 0; i < 2; i++) {
      String next = trigger();
      assertThat(bot.viewsPush(r -> r.triggerId(next).viewAsString(MODAL)).isOk()).isTrue();
    }
    String tooMany = trigger();
    assertThat(bot.viewsPush(r -> r.triggerId(tooMany).viewAsString(MODAL)).getError())
        .isEqualTo("push_limit_reached");
  }

  private String openModal() throws Exception {
    String id = trigger();
    return bot.viewsOpen(r -> r.triggerId(id).viewAsString(MODAL)).getView().getId();
  }

  private static JsonObject words(String text) {
    return json(
        "{\"words\":{\"text\":{\"type\":\"plain_text_input\",\"value\":\"" + text + "\"}}}");
  }

  @Test
  void submission_carriesEveryInputAndClosesTheModal() throws Exception {
    String view = openModal();
    assertThat(workspace.submitAs("Rita", view, words("kind words")).ok()).isTrue();
    JsonObject sent = Json.child(app.lastInteraction(), "view");
    JsonObject values = Json.child(Json.child(sent, "state"), "values");
    assertThat(Json.text(Json.child(Json.child(values, "words"), "text"), "value"))
        .isEqualTo("kind words");
    assertThat(Json.child(Json.child(values, "who"), "person").get("selected_user").isJsonNull())
        .isTrue();
    assertThat(workspace.openView("Rita")).isEmpty();
  }

  @Test
  void submission_isCheckedBeforeTheAppHearsOfIt() throws Exception {
    String view = openModal();
    assertThat(workspace.submitAs("Rita", view, new JsonObject()).errors())
        .containsOnlyKeys("words");
    assertThat(workspace.submitAs("Rita", view, words("far more than twenty letters")).errors())
        .containsEntry("words", "Please enter no more than 20 characters.");
    assertThat(Json.text(app.lastInteraction(), "type")).isNotEqualTo("view_submission");
  }

  @Test
  void submissionAnswers_markFieldsOrChangeTheView() throws Exception {
    String view = openModal();
    app.answer(
        p -> Map.of("response_action", "errors", "errors", Map.of("words", "Say it kindly.")));
    assertThat(workspace.submitAs("Rita", view, words("meh")).errors())
        .containsEntry("words", "Say it kindly.");
    app.answer(p -> Map.of("response_action", "errors", "errors", Map.of("nowhere", "?")));
    assertThat(workspace.submitAs("Rita", view, words("meh")).ok()).isFalse();
    app.answer(
        p -> Map.of("response_action", "update", "view", json(MODAL.replace("A note", "Saved"))));
    assertThat(workspace.submitAs("Rita", view, words("good")).ok()).isTrue();
    JsonObject shown = workspace.openView("Rita").orElseThrow();
    assertThat(Json.text(Json.child(shown, "title"), "text")).isEqualTo("Saved");
    app.answer(p -> Map.of("response_action", "clear"));
    workspace.submitAs("Rita", view, words("good"));
    assertThat(workspace.openView("Rita")).isEmpty();
  }

  @Test
  void closedModal_isToldToAppsThatAsked() throws Exception {
    workspace.closeViewAs("Rita", openModal());
    assertThat(Json.text(app.lastInteraction(), "type")).isEqualTo("view_closed");
    assertThat(workspace.openView("Rita")).isEmpty();
  }

  @Test
  void update_needsTheHashOfWhatItReplaces() throws Exception {
    String view = openModal();
    String hash = Json.text(workspace.openView("Rita").orElseThrow(), "hash");
    assertThat(bot.viewsUpdate(r -> r.viewId(view).hash(hash).viewAsString(MODAL)).isOk()).isTrue();
    assertThat(bot.viewsUpdate(r -> r.viewId(view).hash(hash).viewAsString(MODAL)).getError())
        .isEqualTo("hash_conflict");
  }

  @Test
  void home_isPublishedAndItsButtonsWork() throws Exception {
    String rita = Lumo.person(sandbox, "Rita");
    String id = bot.viewsPublish(r -> r.userId(rita).viewAsString(HOME)).getView().getId();
    assertThat(workspace.home("Rita")).isPresent();
    assertThat(workspace.pressAs("Rita", new Container.InView(id), action("mute")).ok()).isTrue();
    assertThat(Json.text(Json.child(app.lastInteraction(), "view"), "type")).isEqualTo("home");
  }

  @Test
  void shortcut_carriesTheMessageAndIsForOwnPeopleOnly() {
    String ts = workspace.postAs("Amara", "#lumo-northwind", "we recommend it");
    workspace.shortcutAs("Rita", "#lumo-northwind", ts, "save_advocacy");
    JsonObject payload = app.lastInteraction();
    assertThat(Json.text(payload, "type")).isEqualTo("message_action");
    assertThat(Json.text(Json.child(payload, "message"), "text")).isEqualTo("we recommend it");
    assertThatThrownBy(() -> workspace.shortcutAs("Amara", "#lumo-northwind", ts, "save_advocacy"))
        .isInstanceOf(Refused.class);
  }
}
