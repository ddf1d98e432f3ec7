package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.app.setting.Config;
import dev.vouch.mention.Intent;
import dev.vouch.nudge.Nudge;
import dev.vouch.sandbox.SandboxSettings;
import dev.vouch.sandbox.workspace.Container;
import dev.vouch.sandbox.workspace.Outcome;
import dev.vouch.sandbox.workspace.SandboxClock;
import dev.vouch.sandbox.workspace.Workspace;
import dev.vouch.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole app, as people in Slack see it: over real sockets, with real Redis and real models. */
class VouchInSandboxTest {
  private static final String ADVOCACY =
      "We moved our whole billing to Lumo in March and month-end went from 3 days to 4 hours."
          + " If you run more than one entity, just get it.";

  /** A Wednesday morning, so that nobody's quiet hours are in the way. */
  private static final Instant WEDNESDAY = Instant.parse("2026-11-18T10:00:00Z");

  @TempDir private Path directory;
  private SandboxCommand.Running here;
  private Workspace slack;
  private Store.Books books;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    Config config = Config.from(Map.of("VOUCH_DATA_DIR", directory.toString()));
    here =
        new SandboxCommand.Running(
            config,
            SandboxSettings.standard().withClock(SandboxClock.startingAt(WEDNESDAY)),
            SmallCompany::furnish);
    slack = here.sandbox.workspace();
    books = here.backend.store().books(here.sandbox.teamId());
  }

  @AfterEach
  void stop() {
    here.close();
  }

  private String says(String person, String text) {
    String ts = slack.postAs(person, "#community", text);
    here.settle();
    return ts;
  }

  private String command(String person, String text) {
    Outcome outcome = slack.commandAs(person, "#general", text);
    assertThat(outcome.error()).isEmpty();
    List<JsonObject> answers = slack.ephemerals(person, "#general");
    return answers.get(answers.size() - 1).toString();
  }

  private List<AdvocacyAct> actsOf(String person) {
    return books.advocates().acts(slack.roster().find(person).id());
  }

  @Test
  void advocacy_isHeardJudgedAndShown() {
    says("Amara", ADVOCACY);

    assertThat(actsOf("Amara")).hasSize(1);
    assertThat(command("Rita", "/vouch who @Amara")).contains("Northwind Foods");
    assertThat(command("Rita", "/vouch why @Amara")).contains("/archives/").contains("vouch-e5");
    assertThat(command("Rita", "/vouch top")).contains("Amara");
  }

  @Test
  void staffWordsAndLikes_moveNothing() {
    String ts = says("Amara", ADVOCACY);
    says("Rita", ADVOCACY);
    says("Yuki", "+1");
    says("Yuki", ":tada: :tada:");
    slack.reactAs("Yuki", "#community", ts, "heart");
    slack.reactAs("Rita", "#community", ts, "rocket");
    here.settle();

    assertThat(books.advocates().advocates()).isOne();
    assertThat(actsOf("Amara")).hasSize(1);
    var amara = books.advocates().contact(slack.roster().find("Amara").id()).orElseThrow();
    assertThat(amara.reach().reactionsReceived()).isEqualTo(2);
  }

  @Test
  void editAndDeletion_areFollowed() {
    String ts = says("Amara", ADVOCACY);
    slack.editAs(
        "Amara", "#community", ts, "export has been broken since Tuesday and nobody answers");
    here.settle();
    assertThat(actsOf("Amara")).isEmpty();

    String other = says("Amara", ADVOCACY);
    assertThat(actsOf("Amara")).hasSize(1);
    slack.deleteAs("Amara", "#community", other);
    here.settle();
    assertThat(actsOf("Amara")).isEmpty();
  }

  @Test
  void marqueeAdvocacy_nudgesTheOwner_whoAnswersOnTheMessage() {
    command("Rita", "/vouch account Northwind Foods marquee owner @Rita sponsor @Theo");
    says("Amara", ADVOCACY);

    JsonObject nudge = onlyNudgeOf("Rita");
    assertThat(nudge.toString()).contains("Theo").contains("Amara").contains("just get it");
    Container message = new Container.InMessage(channelOf(nudge), nudge.get("ts").getAsString());
    assertThat(slack.pressAs("Rita", message, button(nudge, "Doing it")).error()).isEmpty();
    here.settle();

    JsonObject after = onlyNudgeOf("Rita");
    assertThat(buttons(after)).isEmpty();
    assertThat(books.nudges().latest(10))
        .filteredOn(one -> one.state() == Nudge.State.DOING)
        .hasSize(1);
  }

  @Test
  void delight_comesDaysLater_andOnlyOnce() {
    command("Rita", "/vouch account Northwind Foods named owner @Rita");
    says("Amara", ADVOCACY);
    assertThat(slack.dmWithBot("Rita")).isEmpty();

    for (int day = 0; day < 14; day++) {
      slack.nextDay();
      here.settle();
    }
    assertThat(slack.dmWithBot("Rita")).hasSize(1);
    assertThat(onlyNudgeOf("Rita").toString()).contains("surprise");
  }

  @Test
  void pausedPerson_isLeftAlone_untilTheyAreResumed() {
    command("Rita", "/vouch account Northwind Foods marquee owner @Rita sponsor @Theo");
    says("Amara", ADVOCACY);
    JsonObject before = onlyNudgeOf("Rita");
    assertThat(command("Mona", "/vouch pause @Amara on leave")).contains("is paused");
    assertThat(buttons(onlyNudgeOf("Rita"))).isEmpty();
    for (int day = 0; day < 12; day++) {
      slack.nextDay();
      here.settle();
    }
    assertThat(onlyNudgeOf("Rita").toString()).contains("Everything about them is paused");
    assertThat(command("Rita", "/vouch who @Amara")).contains("on leave");

    assertThat(command("Rita", "/vouch resume @Amara")).contains("goes on");
    assertThat(buttons(onlyNudgeOf("Rita"))).hasSameSizeAs(buttons(before));
    here.settle();
    slack.nextDay();
    here.settle();
    assertThat(slack.dmWithBot("Rita")).hasSize(2);
  }

  @Test
  void whoWantsQuiet_hasIt_andBringsSuggestionsBackWithOnePress() {
    command("Rita", "/vouch account Northwind Foods marquee owner @Rita sponsor @Theo");
    slack.setQuiet("Rita", WEDNESDAY, WEDNESDAY.plus(Duration.ofHours(3)));
    assertThat(command("Rita", "/vouch snooze 3d")).contains("No suggestions until");
    says("Amara", ADVOCACY);
    assertThat(slack.dmWithBot("Rita")).isEmpty();

    slack.openHomeAs("Rita");
    here.settle();
    JsonObject home = await().until(() -> slack.home("Rita"), Optional::isPresent).orElseThrow();
    Container page = new Container.InView(home.get("id").getAsString());
    assertThat(slack.pressAs("Rita", page, button(home, "Start again now")).error()).isEmpty();
    here.settle();
    assertThat(slack.dmWithBot("Rita")).as("she does not want to be disturbed").isEmpty();
    assertThat(command("Rita", "/vouch why nudge @Amara")).contains("not want to be disturbed");

    slack.nextDay();
    here.settle();
    assertThat(onlyNudgeOf("Rita").toString()).contains("Amara");
  }

  @Test
  void savingByHand_opensAForm_andCounts() {
    String ts = says("Yuki", "Spoke to the Fairbank people last night, they had questions.");
    assertThat(actsOf("Yuki")).isEmpty();
    assertThat(slack.shortcutAs("Rita", "#community", ts, "save_advocacy").error()).isEmpty();

    JsonObject view =
        await().until(() -> slack.openView("Rita"), Optional::isPresent).orElseThrow();
    JsonObject values = filled(view);
    Outcome saved = slack.submitAs("Rita", view.get("id").getAsString(), values);
    assertThat(saved.error()).isEmpty();
    here.settle();
    assertThat(actsOf("Yuki")).singleElement().extracting(AdvocacyAct::savedBy).isNotNull();
  }

  @Test
  void labelSaidByHand_countsAtOnce_andIsKeptToLearnFrom() {
    String ts = says("Amara", ADVOCACY);
    assertThat(slack.shortcutAs("Rita", "#community", ts, "save_advocacy").error()).isEmpty();
    JsonObject view =
        await().until(() -> slack.openView("Rita"), Optional::isPresent).orElseThrow();
    JsonObject values = filled(view);
    values
        .getAsJsonObject("save_kind")
        .getAsJsonObject("save_kind")
        .getAsJsonObject("selected_option")
        .addProperty("value", "no_act:praise");
    assertThat(slack.submitAs("Rita", view.get("id").getAsString(), values).error()).isEmpty();
    here.settle();

    assertThat(actsOf("Amara")).isEmpty();
    assertThat(books.learning().corrections())
        .singleElement()
        .satisfies(kept -> assertThat(kept.label()).isEqualTo(Intent.PRAISE));
    assertThat(command("Rita", "/vouch model")).contains("*Corrections:* 1");
    slack.deleteAs("Amara", "#community", ts);
    here.settle();
    assertThat(books.learning().corrections()).isEmpty();
  }

  @Test
  void digest_isNotPosted_onceAGuestCouldReadIt() {
    command("Mona", "/vouch settings digest #digest 09:00 Europe/London");
    slack.join("#digest", "Priya");
    says("Amara", ADVOCACY);
    here.settle();
    slack.nextDay();
    here.settle();

    assertThat(slack.messages("#digest")).isEmpty();
    assertThat(command("Mona", "/vouch settings digest #digest 09:00 Europe/London"))
        .contains("Priya is in #digest and is not one of us");
  }

  @Test
  void digest_isPostedAtItsHour_withItsChart() {
    command("Mona", "/vouch settings digest #digest 09:00 Europe/London");
    says("Amara", ADVOCACY);
    says("Yuki", "export has been broken since Tuesday and nobody answers");
    here.settle();
    slack.nextDay();
    here.settle();

    List<JsonObject> posts = slack.messages("#digest");
    assertThat(posts).hasSize(2);
    String digest = posts.get(0).toString();
    assertThat(digest.indexOf("Yuki")).isLessThan(digest.indexOf("Amara")).isNotNegative();
    assertThat(
            posts
                .get(1)
                .getAsJsonArray("files")
                .get(0)
                .getAsJsonObject()
                .get("mimetype")
                .getAsString())
        .isEqualTo("image/png");
    slack.nextDay();
    slack.nextDay();
    here.settle();
    assertThat(slack.messages("#digest")).hasSize(6);
  }

  @Test
  void unknownSubCommand_getsTheNearestOne() {
    assertThat(command("Rita", "/vouch tpo")).contains("/vouch top");
    assertThat(command("Rita", "/vouch help")).contains("account").contains("settings");
  }

  @Test
  void home_showsStaffWhatWasHeard_andCustomersNothing() {
    says("Amara", ADVOCACY);
    slack.openHomeAs("Rita");
    slack.openHomeAs("Priya");
    here.settle();

    assertThat(slack.home("Rita").orElseThrow().toString()).contains("Amara");
    assertThat(slack.home("Priya").orElseThrow().toString())
        .doesNotContain("advocacy")
        .doesNotContain("Northwind");
  }

  @Test
  void hostileTexts_areHeardWithoutHarm() {
    says("Amara", "a".repeat(10_000));
    says("Amara", "\uD83D\uDE00".repeat(500));
    says("Amara", "\u202Eעברית שלום\u0000\uD800");
    says("Amara", "<!channel> <@U0RITA> `" + "(".repeat(3_000));
    says("Amara", ADVOCACY);

    assertThat(actsOf("Amara")).hasSize(1);
    assertThat(books.deliveries().backlog().dead()).isZero();
    assertThat(command("Rita", "/vouch why @Amara")).doesNotContain("<!channel>");
  }

  @Test
  void repeatedEvent_hasOneEffect() {
    says("Amara", ADVOCACY);
    here.sandbox.events().stream()
        .map(event -> event.get("event_id").getAsString())
        .forEach(here.sandbox::redeliver);
    here.settle();

    var amara = books.advocates().contact(slack.roster().find("Amara").id()).orElseThrow();
    assertThat(amara.mentions()).containsEntry(Intent.ADVOCACY, 1);
  }

  @Test
  void rateLimitedNudge_arrivesOnce_afterItsTime() {
    command("Rita", "/vouch account Northwind Foods marquee owner @Rita sponsor @Theo");
    here.sandbox.faults().failNext("chat.postMessage", 429, 30, 1);
    says("Amara", ADVOCACY);
    assertThat(slack.dmWithBot("Rita")).isEmpty();

    slack.clock().advance(Duration.ofMinutes(3));
    here.settle();
    assertThat(slack.dmWithBot("Rita")).hasSize(1);
  }

  private JsonObject onlyNudgeOf(String person) {
    List<JsonObject> messages = slack.dmWithBot(person);
    assertThat(messages).hasSize(1);
    return messages.get(0);
  }

  private String channelOf(JsonObject message) {
    return message.has("channel")
        ? message.get("channel").getAsString()
        : slack.dmChannelWithBot("Rita").id();
  }

  private static List<JsonObject> buttons(JsonObject message) {
    return elements(message.getAsJsonArray("blocks")).stream()
        .filter(element -> element.get("type").getAsString().equals("button"))
        .toList();
  }

  private static List<JsonObject> elements(JsonArray blocks) {
    return blocks.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(block -> block.get("type").getAsString().equals("actions"))
        .flatMap(block -> block.getAsJsonArray("elements").asList().stream())
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static JsonObject button(JsonObject message, String label) {
    return buttons(message).stream()
        .filter(one -> one.getAsJsonObject("text").get("text").getAsString().equals(label))
        .findAny()
        .orElseThrow();
  }

  /** The form's own initial values, as a person sends them who changes nothing but the kind. */
  private static JsonObject filled(JsonObject view) {
    JsonObject values = new JsonObject();
    for (JsonElement one : view.getAsJsonArray("blocks")) {
      JsonObject block = one.getAsJsonObject();
      if (block.has("element")) {
        JsonObject element = block.getAsJsonObject("element");
        JsonObject byAction = new JsonObject();
        byAction.add(element.get("action_id").getAsString(), answer(element));
        values.add(block.get("block_id").getAsString(), byAction);
      }
    }
    return values;
  }

  private static JsonObject answer(JsonObject element) {
    String type = element.get("type").getAsString();
    JsonObject answer = new JsonObject();
    answer.addProperty("type", type);
    switch (type) {
      case "users_select" -> answer.add("selected_user", element.get("initial_user"));
      case "static_select" ->
          answer.add("selected_option", element.getAsJsonArray("options").get(0));
      default ->
          answer.add(
              "value",
              element.has("initial_value")
                  ? element.get("initial_value")
                  : JsonParser.parseString("\"said it\""));
    }
    return answer;
  }
}
