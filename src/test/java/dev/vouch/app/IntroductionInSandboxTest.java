package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.app.export.Export;
import dev.vouch.app.setting.Config;
import dev.vouch.sandbox.SandboxSettings;
import dev.vouch.sandbox.workspace.Container;
import dev.vouch.sandbox.workspace.Outcome;
import dev.vouch.sandbox.workspace.SandboxClock;
import dev.vouch.sandbox.workspace.Workspace;
import dev.vouch.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An introduction, as everybody in it sees it in Slack: the whole app over real sockets. */
class IntroductionInSandboxTest {
  /** A Wednesday morning, so that nobody's quiet hours are in the way. */
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
  }

  @AfterEach
  void stop() {
    here.close();
  }

  private String command(String text) {
    Outcome outcome = slack.commandAs("Rita", "#general", text);
    assertThat(outcome.error()).isEmpty();
    List<JsonObject> answers = slack.ephemerals("Rita", "#general");
    here.settle();
    return answers.get(answers.size() - 1).toString();
  }

  private JsonObject lastOf(String person) {
    List<JsonObject> messages = slack.dmWithBot(person);
    return messages.get(messages.size() - 1);
  }

  private void press(String person, String action) {
    JsonObject message = lastOf(person);
    press(person, element(message, action), message);
  }

  private void press(String person, JsonObject element, JsonObject message) {
    Container where =
        new Container.InMessage(
            slack.dmChannelWithBot(person).id(), message.get("ts").getAsString());
    assertThat(slack.pressAs(person, where, element).error()).isEmpty();
    here.settle();
  }

  private static JsonObject element(JsonObject message, String action) {
    for (JsonElement block : message.getAsJsonArray("blocks")) {
      JsonObject one = block.getAsJsonObject();
      if (one.has("elements")) {
        for (JsonElement element : one.getAsJsonArray("elements")) {
          JsonObject found = element.getAsJsonObject();
          if (found.has("action_id") && found.get("action_id").getAsString().equals(action)) {
            return found;
          }
        }
      }
    }
    throw new AssertionError(action + " is not in " + message);
  }

  private void amaraIsKnown() {
    slack.postAs(
        "Amara",
        "#community",
        "We moved our whole billing to Lumo in March. If you run more than one entity, just get it.");
    here.settle();
    command("/vouch account Northwind Foods named owner @Rita sponsor @Theo");
    command("/vouch consent @Amara messages yes \"sure\"");
    command("/vouch consent @Amara introductions yes \"gladly\"");
    command("/vouch promised @Amara the roadmap by 2026-12-24");
    command("/vouch exec @Theo add topics \"billing\" capacity 1 assistant @Mona");
  }

  @Test
  void wholeWay_fromTheWishToTheOutcome() {
    amaraIsKnown();
    int heard = slack.dmWithBot("Amara").size();
    assertThat(command("/vouch intro @Amara \"she runs the rollout\""))
        .contains("Theo", "sponsors their account");
    assertThat(command("/vouch execs")).contains("0 of 1 introduction left this month");

    assertThat(lastOf("Theo").toString())
        .contains("Would you meet Amara", "she runs the rollout", "just get it");
    press("Theo", "introduction_approved");

    assertThat(slack.dmWithBot("Theo").get(0).toString())
        .contains("will do it")
        .doesNotContain("introduction_approved", "just get it");
    assertThat(lastOf("Theo").toString())
        .contains("You will meet Amara", "promised: the roadmap", "Please do not", "/archives/");
    assertThat(lastOf("Mona").toString()).contains("Please find half an hour", "Vouch keeps no");
    assertThat(lastOf("Rita").toString()).contains("will do it", "Your part");

    for (int day = 0; day < 12; day++) {
      slack.nextDay();
      here.settle();
    }
    assertThat(lastOf("Rita").toString()).contains("Did they meet?");
    press("Rita", "introduction_happened");
    assertThat(lastOf("Rita").toString())
        .contains("have met", "/vouch promised")
        .doesNotContain("introduction_happened");
    String amara = slack.roster().find("Amara").id();
    assertThat(books.relationships().of(Subject.person(amara)).entries(Kind.DELIGHT))
        .extracting(entry -> entry.note().words())
        .containsExactly("an introduction to Theo");
    assertThat(command("/vouch who @Amara")).contains("Introductions:", "have met");
    assertThat(slack.dmWithBot("Amara")).as("nothing of it goes to her").hasSize(heard);
    JsonObject exported =
        new Export(here.backend.store(), here.sandbox.teamId(), WEDNESDAY)
            .json(amara)
            .getAsJsonArray("people")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("introductions")
            .get(0)
            .getAsJsonObject();
    assertThat(exported.get("stage").getAsString()).isEqualTo("happened");
    assertThat(exported.getAsJsonArray("history")).hasSize(3);
  }

  @Test
  void notMe_saysWhy_andTheNextBestIsAskedWithOnePress() {
    amaraIsKnown();
    command("/vouch exec @Mona add topics \"pricing\"");
    command("/vouch intro @Amara @Theo \"she runs the rollout\"");
    JsonObject menu = element(lastOf("Theo"), "introduction_not_me").deepCopy();
    menu.add("selected_option", menu.getAsJsonArray("options").get(0));
    press("Theo", menu, lastOf("Theo"));

    assertThat(lastOf("Theo").toString()).contains("passed on it", "It is not my topic");
    assertThat(lastOf("Rita").toString()).contains("passed on it", "Next best", "Ask Mona");
    assertThat(command("/vouch execs")).contains("1 of 1 introduction left this month");
    press("Rita", "introduction_instead");
    here.settle();
    org.awaitility.Awaitility.await()
        .untilAsserted(
            () -> {
              here.settle();
              assertThat(slack.dmWithBot("Mona")).isNotEmpty();
            });
    assertThat(lastOf("Mona").toString()).contains("Would you meet Amara");
  }
}
