package dev.vouch.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.workspace.Outcome;
import dev.vouch.sandbox.workspace.Person;
import dev.vouch.sandbox.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a real Socket Mode client hears, and what its acknowledgements do. */
final class SocketModeTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  private Sandbox sandbox;
  private Workspace workspace;
  private ListeningApp app;

  @BeforeEach
  void start() throws Exception {
    sandbox = Lumo.start();
    workspace = sandbox.workspace();
    app = ListeningApp.connect(sandbox);
    await().until(() -> sandbox.sockets().connections() == 1);
    assertThat(sandbox.awaitQuiet(SOON)).isTrue();
  }

  @AfterEach
  void stop() throws Exception {
    app.close();
    sandbox.close();
  }

  private List<JsonObject> heard(String type) {
    assertThat(sandbox.awaitQuiet(SOON)).isTrue();
    return app.events(type);
  }

  private static Map<String, JsonObject> wrapperOf(ListeningApp app, String type) {
    return Map.of(
        type,
        app.heard().stream()
            .filter(payload -> Json.text(Json.child(payload, "event"), "type").equals(type))
            .reduce((first, second) -> second)
            .orElseThrow());
  }

  @Test
  void typedText_arrivesEscapedAndWithIds() {
    workspace.postAs(
        "Amara",
        "#lumo-northwind",
        "@Rita 3 < 4 & see https://lumo.example/a?b=1&c=2, me@x.org `<b>`");
    JsonObject event = heard("message").get(0);
    assertThat(Json.text(event, "text"))
        .isEqualTo(
            "<@U0RITA> 3 &lt; 4 &amp; see <https://lumo.example/a?b=1&amp;c=2>,"
                + " <mailto:me@x.org|me@x.org> `&lt;b&gt;`");
    assertThat(Json.text(event, "channel_type")).isEqualTo("channel");
    assertThat(Json.text(event, "source_team")).isEqualTo(Lumo.NORTHWIND.id());
    assertThat(Json.text(event, "client_msg_id")).isNotEmpty();
    assertThat(Json.text(event, "event_ts")).isEqualTo(Json.text(event, "ts"));
  }

  @Test
  void wrapper_namesTheInstallationAndTheSharedChannel() {
    workspace.postAs("Amara", "#lumo-northwind", "hello");
    heard("message");
    JsonObject wrapper = wrapperOf(app, "message").get("message");
    assertThat(Json.text(wrapper, "team_id")).isEqualTo("T0LUMO");
    assertThat(Json.flag(wrapper, "is_ext_shared_channel")).isTrue();
    assertThat(Json.text(wrapper, "event_id")).startsWith("Ev");
    JsonObject authorization = Json.objects(wrapper, "authorizations").get(0);
    assertThat(Json.text(authorization, "user_id")).isEqualTo(sandbox.botPersonId());
  }

  @Test
  void channelWithoutTheBot_isNotHeard() {
    workspace.postAs("Rita", "#secret", "the bot must not know");
    assertThat(heard("message")).isEmpty();
  }

  @Test
  void editAndDeletion_carryWhatWasThereBefore() {
    String ts = workspace.postAs("Rita", "#general", "great");
    workspace.editAs("Rita", "#general", ts, "awful");
    workspace.deleteAs("Rita", "#general", ts);
    JsonObject changed = heard("message_changed").get(0);
    assertThat(Json.text(Json.child(changed, "message"), "text")).isEqualTo("awful");
    assertThat(Json.text(Json.child(changed, "previous_message"), "text")).isEqualTo("great");
    assertThat(Json.child(changed, "message").has("edited")).isTrue();
    JsonObject deleted = heard("message_deleted").get(0);
    assertThat(Json.text(deleted, "deleted_ts")).isEqualTo(ts);
    assertThat(Json.text(Json.child(deleted, "previous_message"), "text")).isEqualTo("awful");
  }

  @Test
  void deletedParent_leavesATombstone() {
    String ts = workspace.postAs("Rita", "#general", "parent");
    workspace.postAs("Mona", "#general", "reply", ts);
    workspace.deleteAs("Rita", "#general", ts);
    JsonObject changed = heard("message_changed").get(0);
    assertThat(Json.text(Json.child(changed, "message"), "subtype")).isEqualTo("tombstone");
    assertThat(heard("message_deleted")).isEmpty();
  }

  @Test
  void reaction_tellsWhoseMessageItWas() {
    String ts = workspace.postAs("Amara", "#lumo-northwind", "we closed in two days");
    workspace.reactAs("Rita", "#lumo-northwind", ts, "tada");
    workspace.unreactAs("Rita", "#lumo-northwind", ts, "tada");
    assertThat(Json.text(heard("reaction_added").get(0), "item_user")).isEqualTo("U0AMARA");
    assertThat(Json.text(heard("reaction_removed").get(0), "reaction")).isEqualTo("tada");
  }

  @Test
  void share_quotesTheOriginal() {
    String ts = workspace.postAs("Amara", "#lumo-northwind", "we closed in two days");
    workspace.join("#general", "Rita");
    String channel = Lumo.channel(sandbox, "#lumo-northwind");
    workspace.shareAs("Rita", "#general", new Workspace.Shared(channel, ts), "look");
    JsonObject quote = Json.objects(heard("message").get(1), "attachments").get(0);
    assertThat(Json.flag(quote, "is_share")).isTrue();
    assertThat(Json.text(quote, "text")).isEqualTo("we closed in two days");
    assertThat(Json.text(quote, "author_id")).isEqualTo("U0AMARA");
    assertThat(Json.text(quote, "from_url")).contains("/archives/" + channel + "/p");
  }

  @Test
  void mentionOfTheBot_isAnEventOfItsOwn() {
    workspace.postAs("Rita", "#general", "@Vouch are you there?");
    assertThat(Json.text(heard("app_mention").get(0), "text"))
        .isEqualTo("<@U0VOUCH> are you there?");
  }

  @Test
  void peopleAndChannels_tellOfTheirChanges() {
    Person rita = workspace.roster().find("Rita");
    workspace.changePerson(rita.withTitle("Head of accounts"));
    workspace.rename("#general", "all-hands");
    workspace.openHomeAs("Rita");
    assertThat(Json.text(Json.child(heard("user_change").get(0), "user"), "id"))
        .isEqualTo("U0RITA");
    assertThat(Json.text(Json.child(heard("channel_rename").get(0), "channel"), "name"))
        .isEqualTo("all-hands");
    assertThat(Json.text(heard("app_home_opened").get(0), "tab")).isEqualTo("home");
  }

  @Test
  void commandAnswer_isEphemeralByDefault() {
    app.answer(payload -> Map.of("text", "You asked: " + Json.text(payload, "text")));
    Outcome outcome = workspace.commandAs("Rita", "#general", "/vouch who @Priya Nair");
    assertThat(outcome.ok()).isTrue();
    JsonObject answer = workspace.ephemerals("Rita", "#general").get(0);
    assertThat(Json.text(answer, "text")).isEqualTo("You asked: who <@U0PRIYA|priya.nair>");
    assertThat(workspace.ephemerals("Mona", "#general")).isEmpty();
    assertThat(workspace.messages("#general")).isEmpty();
  }

  @Test
  void commandAnswer_isPublicOnRequest() {
    app.answer(payload -> Map.of("text", "hello all", "response_type", "in_channel"));
    workspace.commandAs("Rita", "#general", "/vouch top");
    assertThat(Json.text(workspace.messages("#general").get(0), "text")).isEqualTo("hello all");
  }

  @Test
  void unacknowledgedCommand_timesOutInSlacksWords() {
    app.silent(true);
    Outcome outcome = workspace.commandAs("Rita", "#general", "/vouch top");
    assertThat(outcome.error()).isEqualTo("/vouch failed with the error \"operation_timeout\"");
  }

  @Test
  void unheardEvent_comesAgainWithTheSameId() {
    app.silent(true);
    workspace.postAs("Rita", "#general", "listen");
    await().atMost(SOON).until(() -> app.events("message").size() == 2);
    app.silent(false);
    assertThat(app.heard().stream().map(payload -> Json.text(payload, "event_id")).distinct())
        .hasSize(app.heard().size() - 1);
  }

  @Test
  void heardEvent_canBeSentAgainOnDemand() {
    workspace.postAs("Rita", "#general", "once");
    heard("message");
    List<JsonObject> sent = sandbox.events();
    sandbox.redeliver(Json.text(sent.get(sent.size() - 1), "event_id"));
    assertThat(heard("message")).hasSize(2);
  }

  @Test
  void eventsOfAGap_comeWhenTheAppIsBack() throws Exception {
    app.close();
    await().until(() -> sandbox.sockets().connections() == 0);
    workspace.postAs("Rita", "#general", "while you were away");
    app = ListeningApp.connect(sandbox);
    assertThat(heard("message")).hasSize(1);
  }

  @Test
  void refresh_makesTheAppConnectAgain() {
    sandbox.sockets().refresh();
    for (int i = 0; i < 20; i++) {
      workspace.postAs("Rita", "#general", "still there? " + i);
    }
    assertThat(sandbox.awaitQuiet(Duration.ofSeconds(15))).isTrue();
    assertThat(sandbox.calls("apps.connections.open")).hasSize(2);
    assertThat(app.events("message").stream().map(event -> Json.text(event, "ts")).distinct())
        .hasSize(20);
  }

  @Test
  void refusedConnections_leaveTheAppUnreachable() throws Exception {
    sandbox.sockets().refuse(true);
    sandbox.sockets().drop();
    await().until(() -> sandbox.sockets().connections() == 0);
    Outcome outcome = workspace.commandAs("Rita", "#general", "/vouch top");
    assertThat(outcome.error()).contains("dispatch_failed");
  }

  @Test
  void externalPeople_haveNoCommands() {
    Outcome outcome = workspace.commandAs("Amara", "#lumo-northwind", "/vouch top");
    assertThat(outcome.error()).isEqualTo("/vouch is not a valid command.");
    assertThat(app.heard()).noneMatch(payload -> payload.has("command"));
  }

  @Test
  void filesActionsAndForeignBots_haveTheirSubtypes() {
    Workspace.NamedBytes png = new Workspace.NamedBytes("close.png", new byte[] {1, 2, 3});
    workspace.postFileAs("Amara", "#lumo-northwind", "our close", png);
    workspace.commandAs("Rita", "#general", "/me waves");
    workspace.postAsForeignBot("Listener", "#general", "A review of Lumo");
    JsonObject shared = heard("file_share").get(0);
    assertThat(Json.text(Json.objects(shared, "files").get(0), "mimetype")).isEqualTo("image/png");
    assertThat(Json.text(heard("me_message").get(0), "text")).isEqualTo("waves");
    JsonObject bot = heard("bot_message").get(0);
    assertThat(Json.text(bot, "bot_id")).isEqualTo("B0LISTENER");
    assertThat(bot.has("user")).isFalse();
  }

  @Test
  void comingsAndGoings_areEvents() {
    Person newcomer =
        workspace.addPerson(Person.of("Lena Koch", workspace.roster().own(), Person.Kind.STAFF));
    workspace.join("#general", newcomer.id());
    workspace.uninstall();
    assertThat(heard("member_joined_channel"))
        .anyMatch(event -> Json.text(event, "user").equals("U0LENA"));
    assertThat(heard("team_join")).isNotEmpty();
    assertThat(heard("app_uninstalled")).hasSize(1);
    assertThat(Json.child(heard("tokens_revoked").get(0), "tokens").has("bot")).isTrue();
  }

  @Test
  void hostileTexts_travelUnharmed() {
    String hostile = "\u0000 \ud83d\ude80 \u202eabc " + "x".repeat(10_000) + " </script>";
    workspace.postAs("Rita", "#general", hostile);
    String text = Json.text(heard("message").get(0), "text");
    assertThat(text).startsWith("\u0000 \ud83d\ude80 \u202eabc xxx").endsWith("&lt;/script&gt;");
  }
}
