package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.app.setting.Config;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.sandbox.SandboxSettings;
import dev.vouch.sandbox.workspace.Container;
import dev.vouch.sandbox.workspace.SandboxClock;
import dev.vouch.sandbox.workspace.Workspace;
import dev.vouch.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People answer an ask in their own words, as they and whoever asked see it in Slack. */
class AnswerInSandboxTest {
  private static final Instant WEDNESDAY = Instant.parse("2026-11-18T10:00:00Z");

  /** What our own people see and nobody outside the company may. */
  private static final String[] INTERNAL = {
    "/vouch", "oodwill", "% sure", "standing", "They said", "guesses", "Read from"
  };

  @TempDir private Path directory;
  private SandboxCommand.Running here;
  private Workspace slack;
  private Store.Books books;

  @BeforeEach
  void amara_isAsked() throws IOException, InterruptedException {
    here =
        new SandboxCommand.Running(
            Config.from(Map.of("VOUCH_DATA_DIR", directory.toString())),
            SandboxSettings.standard().withClock(SandboxClock.startingAt(WEDNESDAY)),
            SmallCompany::furnish);
    slack = here.sandbox.workspace();
    books = here.backend.store().books(here.sandbox.teamId());
    command("/vouch account Northwind Foods owner @Rita sector Food region EMEA");
    slack.postAs(
        "Amara",
        "#community",
        "We moved our whole billing to Lumo in March and month-end went from 3 days to 4 hours."
            + " If you run more than one entity, just get it.");
    here.settle();
    command("/vouch consent @Amara messages yes \"she told me\"");
    command("/vouch consent @Amara reviews yes \"she told me\"");
    for (String what : List.of("import", "export")) {
      slack.clock().advance(Duration.ofMinutes(5));
      command("/vouch helped @Amara with the " + what);
    }
    slack.clock().advance(Duration.ofMinutes(5));
    command("/vouch ask @Amara rating on the site that your colleagues read");
    List<JsonObject> seen = slack.ephemerals("Rita", "#general");
    press("Rita", "#general", seen.get(seen.size() - 1), "Send it in my name");
    await().until(() -> sent());
  }

  @AfterEach
  void stop() {
    here.close();
  }

  private boolean sent() {
    here.settle();
    return !slack.dmWithBot("Amara").isEmpty();
  }

  private void command(String text) {
    assertThat(slack.commandAs("Rita", "#general", text).error()).isEmpty();
    here.settle();
  }

  private void press(String person, String channel, JsonObject message, String label) {
    Container in = new Container.InMessage(channel, message.get("ts").getAsString());
    for (JsonElement block : message.getAsJsonArray("blocks")) {
      JsonArray elements =
          block.getAsJsonObject().has("elements")
              ? block.getAsJsonObject().getAsJsonArray("elements")
              : new JsonArray();
      for (JsonElement one : elements) {
        JsonObject button = one.getAsJsonObject();
        if (button.has("action_id") && button.getAsJsonObject("text").toString().contains(label)) {
          assertThat(slack.pressAs(person, in, button).error()).isEmpty();
          here.settle();
          return;
        }
      }
    }
    throw new AssertionError("no button " + label + " in " + message);
  }

  private String dm() {
    return slack.dmChannelWithBot("Amara").id();
  }

  private String writes(String text) {
    String ts = slack.postAs("Amara", dm(), text);
    here.settle();
    return ts;
  }

  private Ask ask() {
    return books.asks().since(Instant.EPOCH, 10).get(0);
  }

  private String toRita() {
    return slack.dmWithBot("Rita").toString();
  }

  private void amaraSeesNothingInternal() {
    assertThat(slack.dmWithBot("Amara").toString()).doesNotContain(INTERNAL);
  }

  @Test
  void yes_inOwnWords_isNoted_andRitaReadsThem() {
    writes("Sure, happy to do that");
    assertThat(ask().state()).isEqualTo(Ask.State.ACCEPTED);
    assertThat(slack.dmWithBot("Amara").toString()).contains("Thank you! Rita");
    assertThat(toRita()).contains("Amara", "said yes", "Sure, happy to do that", "% sure");
    amaraSeesNothingInternal();
    command("/vouch who @Amara");
    await()
        .untilAsserted(
            () ->
                assertThat(slack.ephemerals("Rita", "#general").toString())
                    .contains("What they answered", "yes to a rating", "|thread"));
  }

  @Test
  void unclearWords_goToRita_whoSaysWhatTheyMean() {
    writes("hm, let me ask my boss");
    assertThat(ask().state()).isEqualTo(Ask.State.SENT);
    JsonObject unclear = slack.dmWithBot("Rita").get(slack.dmWithBot("Rita").size() - 1);
    assertThat(unclear.toString()).contains("hm, let me ask my boss", "They said later");
    amaraSeesNothingInternal();

    press("Rita", slack.dmChannelWithBot("Rita").id(), unclear, "They said no");
    await().until(() -> ask().state() == Ask.State.DECLINED);
    assertThat(slack.dmWithBot("Amara").toString()).contains("it changes nothing");
  }

  @Test
  void yesEditedToNo_isToldAsThat_andStopEndsItAll() {
    String ts = writes("Sure, happy to do that");
    slack.editAs("Amara", dm(), ts, "No, I'd rather not");
    here.settle();
    assertThat(ask().state()).isEqualTo(Ask.State.DECLINED);
    assertThat(toRita()).contains("They have changed what they wrote before");

    slack.deleteAs("Amara", dm(), ts);
    here.settle();
    assertThat(toRita()).contains("has deleted what they wrote");
    assertThat(ask().answers()).allMatch(answer -> answer.words() == null);

    writes("please stop writing to me");
    assertThat(slack.dmWithBot("Amara").toString()).contains("I have stopped");
    amaraSeesNothingInternal();
  }
}
