package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.app.setting.Config;
import dev.vouch.sandbox.SandboxSettings;
import dev.vouch.sandbox.workspace.Container;
import dev.vouch.sandbox.workspace.Outcome;
import dev.vouch.sandbox.workspace.SandboxClock;
import dev.vouch.sandbox.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gift on its whole way: typed, decided, approved by somebody else, declined, audited. */
class GiftInSandboxTest {
  private static final Instant WEDNESDAY = Instant.parse("2026-11-18T10:00:00Z");

  @TempDir private Path directory;
  private Map<String, String> environment;
  private SandboxCommand.Running here;
  private Workspace slack;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    environment = new HashMap<>(Map.of("VOUCH_DATA_DIR", directory.toString()));
    here =
        new SandboxCommand.Running(
            Config.from(environment),
            SandboxSettings.standard().withClock(SandboxClock.startingAt(WEDNESDAY)),
            SmallCompany::furnish);
    slack = here.sandbox.workspace();
    command("Rita", "/vouch account Northwind Foods named owner @Rita country Spain sector retail");
    command("Rita", "/vouch account Northwind Foods procurement off person @Amara");
    command("Rita", "/vouch settings approver @Mona");
  }

  @AfterEach
  void stop() {
    here.close();
  }

  private String command(String person, String text) {
    Outcome outcome = slack.commandAs(person, "#general", text);
    assertThat(outcome.error()).isEmpty();
    return latest(slack.ephemerals(person, "#general")).toString();
  }

  private static JsonObject latest(List<JsonObject> messages) {
    return messages.get(messages.size() - 1);
  }

  private void press(String person, JsonObject message, String channel, String label) {
    Container where = new Container.InMessage(channel, message.get("ts").getAsString());
    assertThat(slack.pressAs(person, where, button(message, label)).error()).isEmpty();
    here.settle();
  }

  private static JsonObject button(JsonObject message, String label) {
    for (JsonElement block : message.getAsJsonArray("blocks")) {
      JsonElement elements = block.getAsJsonObject().get("elements");
      if (elements != null) {
        for (JsonElement one : elements.getAsJsonArray()) {
          if (one.toString().contains("\"" + label + "\"")) {
            return one.getAsJsonObject();
          }
        }
      }
    }
    throw new AssertionError("no button " + label + " in " + message);
  }

  private JsonObject dm(String person) {
    return latest(slack.dmWithBot(person));
  }

  @Test
  void gift_isDecidedApprovedDeclinedAndAudited() {
    assertThat(command("Rita", "/vouch gift @Amara \"a book on bees\" worth 20 EUR"))
        .contains("Noted as given", "Rule `eea-other`", "version 2026-11-26 (", "Not legal advice");
    JsonObject book = latest(slack.ephemerals("Rita", "#general"));

    assertThat(command("Rita", "/vouch gift @Amara \"wine for your review\" worth €15"))
        .contains("It waits for Mona", "reads like pay");
    JsonObject asked = dm("Mona");
    assertThat(asked.toString()).contains("It needs your word", "wine for your review", "Approve");
    assertThat(slack.dmWithBot("Rita")).isEmpty();
    press("Mona", asked, slack.dmChannelWithBot("Mona").id(), "Approve");
    await().until(() -> !slack.dmWithBot("Rita").isEmpty());
    assertThat(dm("Rita").toString()).contains("Noted as given", "Mona");
    await().until(() -> dm("Mona").toString().contains("Noted as given"));
    assertThat(dm("Mona").toString()).doesNotContain("Approve");

    assertThat(command("Rita", "/vouch gift @Amara tea worth 20 EUR"))
        .contains("It may not be given", "more than a person may in a year", "35 EUR of 50 EUR");
    press("Rita", book, slack.conversations().find("#general").id(), "They declined it");
    await()
        .until(() -> slack.ephemerals("Rita", "#general").toString().contains("did not take it"));
    assertThat(command("Rita", "/vouch gift @Amara tea worth 20 EUR")).contains("Noted as given");

    assertThat(command("Rita", "/vouch gifts @Amara"))
        .contains("Declined", "Denied", "Given", "wine for your review", "35 EUR of 50 EUR");
    assertThat(command("Rita", "/vouch gifts")).contains("eu-institutions", "5 CFR 2635.204(a)");
    assertThat(ties()).containsExactlyInAnyOrder("wine for your review", "tea");
    assertThat(slack.dmWithBot("Amara")).as("nobody outside hears of it").isEmpty();
    assertThat(register())
        .hasSize(7)
        .startsWith(
            "gift,state,at,by,person,account,country,sector,decider,what,amount,currency,surprise,reason,rule,policy")
        .anyMatch(row -> row.contains(",asked,") && row.contains(",reads_like_pay,eea-other,"))
        .anyMatch(row -> row.contains(",denied,") && row.contains(",over_person,eea-other,"))
        .allMatch(row -> row.startsWith("gift,") || row.contains(",Northwind Foods,ES,other,no,"));
  }

  private List<String> ties() {
    String amara = slack.roster().find("Amara").id();
    return here
        .backend
        .store()
        .books(here.sandbox.teamId())
        .relationships()
        .of(Subject.person(amara))
        .ties()
        .stream()
        .map(Tie::what)
        .toList();
  }

  private List<String> register() {
    StringWriter out = new StringWriter();
    int code =
        Main.commandLine(environment)
            .setOut(new PrintWriter(out, true))
            .execute("export", "--team", here.sandbox.teamId(), "--gifts");
    assertThat(code).isZero();
    return out.toString().lines().toList();
  }

  @Test
  void whereTooLittleIsKnown_nothingIsGiven() {
    assertThat(command("Rita", "/vouch gift @Yuki \"a book\" worth 5 EUR"))
        .contains("It may not be given", "for whom they work");
    command("Rita", "/vouch account Northwind Foods country none");
    assertThat(command("Rita", "/vouch gift @Amara \"a book\" worth 5 EUR check"))
        .contains("in which country their company is", "/vouch account NAME country DE");
    assertThat(command("Rita", "/vouch gift @Mona \"a book\" worth 5 EUR"))
        .contains("one of our own people");
    assertThat(command("Rita", "/vouch gift @Amara \"a book\" worth 5")).contains("no amount");
    assertThat(command("Rita", "/vouch gift @Amara \"a book\"")).contains("what it is worth");
  }
}
