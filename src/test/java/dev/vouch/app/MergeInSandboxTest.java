package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.app.export.Export;
import dev.vouch.app.setting.Config;
import dev.vouch.sandbox.SandboxSettings;
import dev.vouch.sandbox.workspace.Container;
import dev.vouch.sandbox.workspace.SandboxClock;
import dev.vouch.sandbox.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two accounts of one human are joined and parted by a rep who types and presses. */
class MergeInSandboxTest {
  private static final String ADVOCACY =
      "If you run several entities, just get Lumo, worth every penny.";
  private static final String QUESTION = "Does the export also write one file per entity?";

  @TempDir private Path directory;
  private SandboxCommand.Running here;
  private Workspace slack;
  private String team;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    here =
        new SandboxCommand.Running(
            Config.from(Map.of("VOUCH_DATA_DIR", directory.toString())),
            SandboxSettings.standard()
                .withClock(SandboxClock.startingAt(Instant.parse("2026-11-18T10:00:00Z"))),
            SmallCompany::furnish);
    slack = here.sandbox.workspace();
    team = here.sandbox.teamId();
    says("Amara", ADVOCACY);
    says("Priya", ADVOCACY);
  }

  @AfterEach
  void stop() {
    here.close();
  }

  private void says(String person, String text) {
    slack.postAs(person, "#community", text);
    here.settle();
  }

  private JsonObject answer(String text) {
    assertThat(slack.commandAs("Rita", "#general", text).error()).isEmpty();
    here.settle();
    return last();
  }

  private JsonObject last() {
    List<JsonObject> answers = slack.ephemerals("Rita", "#general");
    return answers.get(answers.size() - 1);
  }

  private void press(JsonObject message, String action) {
    for (JsonElement block : message.getAsJsonArray("blocks")) {
      if (block.getAsJsonObject().has("elements")) {
        for (JsonElement one : block.getAsJsonObject().getAsJsonArray("elements")) {
          JsonObject button = one.getAsJsonObject();
          if (button.has("action_id") && button.get("action_id").getAsString().equals(action)) {
            String channel = slack.conversations().find("#general").id();
            Container in = new Container.InMessage(channel, message.get("ts").getAsString());
            assertThat(slack.pressAs("Rita", in, button).error()).isEmpty();
            here.settle();
            return;
          }
        }
      }
    }
    throw new AssertionError("no button " + action + " in " + message);
  }

  /** The answer to a press comes when it comes. */
  private void isAnswered(String words) {
    await().until(() -> slack.ephemerals("Rita", "#general").toString().contains(words));
  }

  private JsonObject exported(String person) {
    return new Export(here.backend.store(), team, Instant.parse("2026-11-18T11:00:00Z"))
        .json(slack.roster().find(person).id())
        .getAsJsonArray("people")
        .get(0)
        .getAsJsonObject();
  }

  @Test
  void mergeIsAskedAboutDoneAndUndone_andNewWordsFollowIt() {
    JsonObject asked = answer("/vouch merge @Amara @Priya");
    assertThat(asked.toString())
        .contains("Are these the same human?", "Northwind Foods", "1 message, 1 act");
    assertThat(answer("/vouch top").toString()).contains("Amara", "Priya");

    press(asked, "merge_yes");
    isAnswered("are one person now");
    assertThat(answer("/vouch top").toString()).contains("Amara", "2 acts").doesNotContain("Priya");

    says("Priya", QUESTION);
    says("Priya", ADVOCACY);
    assertThat(answer("/vouch who @Amara").toString())
        .contains("in 3 acts", "question 1", "Said as Priya", "Also heard as *Priya");
    assertThat(answer("/vouch who @Priya").toString()).contains("in 3 acts", "*Amara* has");
    JsonObject amara = exported("Priya");
    assertThat(amara.get("id").getAsString()).isEqualTo(slack.roster().find("Amara").id());
    assertThat(amara.getAsJsonArray("identities")).hasSize(2);
    assertThat(amara.getAsJsonArray("acts").toString())
        .contains("\"saidAs\":\"" + slack.roster().find("Priya").id());

    assertThat(answer("/vouch unmerge @Priya").toString()).contains("are two people again");
    assertThat(answer("/vouch who @Amara").toString())
        .contains("in 1 act")
        .doesNotContain("question 1", "Priya");
    assertThat(answer("/vouch who @Priya").toString()).contains("in 2 acts", "question 1");
    assertThat(exported("Amara").getAsJsonArray("identities")).hasSize(1);
    assertThat(exported("Amara").getAsJsonArray("ledger").toString())
        .contains("\"merged\"", "\"unmerged\"", slack.roster().find("Rita").id());
    assertThat(
            here.backend.store().audit(team, Instant.parse("2026-11-18T11:00:00Z")).differences())
        .isEmpty();
  }

  @Test
  void whoeverDoesNotMeanIt_leavesThem() {
    press(answer("/vouch merge @Amara @Priya"), "merge_no");

    isAnswered("Nothing was joined.");
    assertThat(exported("Amara").getAsJsonArray("identities")).hasSize(1);
  }

  @Test
  void whatCannotBeJoined_isRefusedInASentence() {
    assertThat(answer("/vouch merge @Amara @Amara").toString()).contains("same account twice");
    assertThat(answer("/vouch merge @Amara @Rita").toString()).contains("one of our own people");
    assertThat(answer("/vouch merge @Rita @Amara").toString()).contains("one of our own people");
    assertThat(answer("/vouch merge @Amara").toString())
        .contains("the first, who is the same human");
    assertThat(answer("/vouch unmerge @Amara").toString()).contains("was not joined with anybody");
    assertThat(answer("/vouch merge @Amara @Vouch").toString()).contains("program");
    here.backend
        .store()
        .books(team)
        .forgetting()
        .forget(List.of(slack.roster().find("Priya").id()), "x", Instant.EPOCH);
    assertThat(answer("/vouch merge @Amara @Priya").toString()).contains("asked to be forgotten");
    assertThat(answer("/vouch merge @Priya @Amara").toString()).contains("asked to be forgotten");
  }
}
