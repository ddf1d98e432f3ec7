package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.app.export.Export;
import dev.vouch.app.setting.Config;
import dev.vouch.nudge.ask.Ask;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of an ask as people in Slack see it, from what a rep looks for to the answer. */
class AskInSandboxTest {
  private static final Instant WEDNESDAY = Instant.parse("2026-11-18T10:00:00Z");

  @TempDir private Path directory;
  private SandboxCommand.Running here;
  private Workspace slack;
  private Store.Books books;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    here =
        new SandboxCommand.Running(
            Config.from(Map.of("VOUCH_DATA_DIR", directory.toString())),
            SandboxSettings.standard().withClock(SandboxClock.startingAt(WEDNESDAY)),
            SmallCompany::furnish);
    slack = here.sandbox.workspace();
    books = here.backend.store().books(here.sandbox.teamId());
    command("Rita", "/vouch account Northwind Foods owner @Rita sector Food region EMEA");
    slack.postAs(
        "Amara",
        "#community",
        "We moved our whole billing to Lumo in March and month-end went from 3 days to 4 hours."
            + " If you run more than one entity, just get it.");
    here.settle();
    for (String topic : List.of("messages", "reviews")) {
      command("Rita", "/vouch consent @Amara " + topic + " yes \"she told me\"");
    }
    slack.clock().advance(Duration.ofMinutes(5));
    command("Rita", "/vouch helped @Amara with the import");
    slack.clock().advance(Duration.ofMinutes(5));
    command("Rita", "/vouch helped @Amara with the export");
    slack.clock().advance(Duration.ofMinutes(5));
  }

  @AfterEach
  void stop() {
    here.close();
  }

  private void command(String person, String text) {
    Outcome outcome = slack.commandAs(person, "#general", text);
    assertThat(outcome.error()).isEmpty();
    here.settle();
  }

  private JsonObject seen(String person) {
    List<JsonObject> answers = slack.ephemerals(person, "#general");
    return answers.get(answers.size() - 1);
  }

  private JsonObject seen(String person, String words) {
    await().until(() -> seen(person).toString().contains(words));
    return seen(person);
  }

  private void press(String person, String channel, JsonObject message, String label) {
    Container in = new Container.InMessage(channel, message.get("ts").getAsString());
    assertThat(slack.pressAs(person, in, button(message, label)).error()).isEmpty();
    here.settle();
  }

  private void pressInDm(String person, String label) {
    JsonObject message = slack.dmWithBot(person).get(0);
    press(person, slack.dmChannelWithBot(person).id(), message, label);
  }

  private static JsonObject button(JsonObject message, String label) {
    List<JsonObject> buttons = new ArrayList<>();
    for (JsonElement one : message.getAsJsonArray("blocks")) {
      JsonObject block = one.getAsJsonObject();
      JsonArray elements =
          block.has("elements") ? block.getAsJsonArray("elements") : new JsonArray();
      elements.forEach(element -> buttons.add(element.getAsJsonObject()));
      if (block.has("accessory")) {
        buttons.add(block.getAsJsonObject("accessory"));
      }
    }
    return buttons.stream()
        .filter(one -> one.has("action_id"))
        .filter(one -> one.getAsJsonObject("text").get("text").getAsString().equals(label))
        .findAny()
        .orElseThrow();
  }

  private Relationship amara() {
    return books.relationships().of(Subject.person(slack.roster().find("Amara").id()));
  }

  /** From the request to the preview, and sent. */
  private void asksAmara() {
    command("Rita", "/vouch reference rating someone in food, EMEA, who knows billing");
    JsonObject found = seen("Rita", "Whom you might ask for a rating");
    assertThat(found.toString()).contains("Amara of Northwind Foods", "month-end");
    press("Rita", "#general", found, "Ask");
    JsonObject preview = seen("Rita", "Nothing has been asked yet");
    assertThat(amara().entries(Kind.ASK)).isEmpty();
    press("Rita", "#general", preview, "Send it in my name");
    await().until(() -> !amara().entries(Kind.ASK).isEmpty());
    await()
        .until(
            () -> {
              here.settle();
              return !slack.dmWithBot("Amara").isEmpty();
            });
  }

  @Test
  void reference_leadsToAnAsk_anAnswer_andWhoAskedIsTold() {
    asksAmara();
    String asked = slack.dmWithBot("Amara").get(0).toString();
    assertThat(asked)
        .contains("Rita of", "asks: would you leave a rating?", "Happy to", "No, thanks")
        .doesNotContain("oodwill", "/vouch", "EMEA region", "standing");

    pressInDm("Amara", "Happy to");

    assertThat(slack.dmWithBot("Amara").get(0).toString()).contains("Thank you! Rita knows");
    assertThat(amara().entries(Kind.ASK_ACCEPTED)).hasSize(1);
    assertThat(slack.dmWithBot("Rita").toString()).contains("Amara said yes");
    command("Rita", "/vouch who @Amara");
    assertThat(seen("Rita").toString()).contains("a rating (small)", "they said yes");
    JsonObject exported =
        new Export(here.backend.store(), here.sandbox.teamId(), WEDNESDAY).json(null);
    assertThat(exported.getAsJsonArray("asks").toString())
        .contains("\"rung\":\"rating\"", "\"state\":\"accepted\"", "\"kind\":\"yes\"");
  }

  @Test
  void no_costsNothing_andIsNoFailing() {
    asksAmara();
    pressInDm("Amara", "No, thanks");

    assertThat(slack.dmWithBot("Amara").get(0).toString()).contains("That is fine");
    assertThat(slack.dmWithBot("Rita").toString()).contains("which is fine and costs them nothing");
    Ask ask = books.asks().since(Instant.EPOCH, 10).get(0);
    assertThat(ask.state()).isEqualTo(Ask.State.DECLINED);
    assertThat(amara().openAsk(slack.clock().instant())).isEmpty();
  }

  @Test
  void stop_meanwhile_keepsItFromThem() {
    command("Rita", "/vouch ask @Amara rating on the site");
    JsonObject preview = seen("Rita", "Nothing has been asked yet");
    command("Mona", "/vouch pause @Amara on leave");
    press("Rita", "#general", preview, "Send it in my name");
    seen("Rita", "Please do not ask Amara");
    assertThat(slack.dmWithBot("Amara")).isEmpty();
    assertThat(books.asks().since(Instant.EPOCH, 10)).isEmpty();
  }
}
