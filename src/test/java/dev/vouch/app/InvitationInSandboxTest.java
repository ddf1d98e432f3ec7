package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.app.setting.Config;
import dev.vouch.pipeline.reply.PurposeText;
import dev.vouch.sandbox.SandboxSettings;
import dev.vouch.sandbox.workspace.Container;
import dev.vouch.sandbox.workspace.Outcome;
import dev.vouch.sandbox.workspace.SandboxClock;
import dev.vouch.sandbox.workspace.Workspace;
import dev.vouch.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a customer is asked, agrees and stops, as both sides see it in Slack: over real sockets. */
class InvitationInSandboxTest {
  private static final Instant WEDNESDAY = Instant.parse("2026-11-18T10:00:00Z");
  private static final String ADVOCACY =
      "We moved our whole billing to Lumo in March and month-end went from 3 days to 4 hours."
          + " If you run more than one entity, just get it.";

  @TempDir private Path directory;
  private SandboxCommand.Running here;
  private Workspace slack;
  private Store.Books books;

  @BeforeEach
  void start() throws Exception {
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
    here.settle();
    List<JsonObject> answers = slack.ephemerals("Rita", "#general");
    return answers.get(answers.size() - 1).toString();
  }

  private JsonObject button(JsonObject message, String label) {
    return message.getAsJsonArray("blocks").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(block -> block.has("elements"))
        .flatMap(block -> block.getAsJsonArray("elements").asList().stream())
        .map(JsonElement::getAsJsonObject)
        .filter(element -> element.get("type").getAsString().equals("button"))
        .filter(one -> one.getAsJsonObject("text").get("text").getAsString().equals(label))
        .findAny()
        .orElseThrow();
  }

  private void press(JsonObject message, String label) {
    String channel = slack.dmChannelWithBot("Amara").id();
    Container on = new Container.InMessage(channel, message.get("ts").getAsString());
    assertThat(slack.pressAs("Amara", on, button(message, label)).error()).isEmpty();
    here.settle();
  }

  private void writes(String channel, String text) {
    slack.postAs("Amara", channel, text);
    here.settle();
  }

  private Relationship between() {
    return books.relationships().of(Subject.person(slack.roster().find("Amara").id()));
  }

  private JsonObject lastToAmara() {
    List<JsonObject> all = slack.dmWithBot("Amara");
    return all.get(all.size() - 1);
  }

  @Test
  void invitation_isReadAndPressed_andAStopInWordsEndsIt() {
    String amara = slack.roster().find("Amara").id();
    command("/vouch account Northwind Foods marquee owner @Rita sponsor @Theo");
    assertThat(command("/vouch invite @Amara")).contains("has been asked, once");
    assertThat(slack.dmWithBot("Amara")).hasSize(1);
    JsonObject invitation = lastToAmara();
    assertThat(invitation.toString())
        .contains("Rita of Lumo", "asked me to ask you", "No is fine", "the only message");
    assertThat(between().consents()).isEmpty();

    Instant pressed = slack.clock().instant();
    press(invitation, "Yes, you may");
    Consent consent = between().consents().get(Topic.MESSAGES);
    assertThat(consent.agreed()).isTrue();
    assertThat(consent.by()).isEqualTo(amara);
    assertThat(consent.text()).isEqualTo(PurposeText.current().version());
    assertThat(consent.at()).isBetween(pressed, slack.clock().instant());
    assertThat(command("/vouch consent @Amara"))
        .contains("messages: *yes*", "their own word, text of " + PurposeText.current().version());

    writes("#community", ADVOCACY);
    assertThat(slack.dmWithBot("Rita").get(0).toString()).contains("Doing it");
    writes(slack.dmChannelWithBot("Amara").id(), "pls stop writing to me");
    assertThat(lastToAmara().toString()).contains("I have stopped");
    assertThat(between().optedOut()).isTrue();
    assertThat(slack.dmWithBot("Rita").get(0).toString())
        .contains("They wish no contact")
        .doesNotContain("Doing it");
    nothingMoreIsSent();
  }

  private void nothingMoreIsSent() {
    int toAmara = slack.dmWithBot("Amara").size();
    int toRita = slack.dmWithBot("Rita").size();
    assertThat(command("/vouch invite @Amara")).contains("they have asked not to be written to");
    writes("#community", ADVOCACY.replace("March", "April"));
    for (int day = 0; day < 14; day++) {
      slack.nextDay();
      here.settle();
    }
    assertThat(slack.dmWithBot("Amara")).hasSize(toAmara);
    assertThat(slack.dmWithBot("Rita")).hasSize(toRita);
  }

  @Test
  void stopInAChannel_isConfirmedToThemAlone_once() {
    String vouch = "<@%s>".formatted(here.sandbox.botPersonId());
    writes("#community", vouch + " please stop contacting me");
    here.sandbox.events().stream()
        .map(event -> event.get("event_id").getAsString())
        .forEach(here.sandbox::redeliver);
    here.settle();

    assertThat(between().optedOut()).isTrue();
    assertThat(slack.dmWithBot("Amara")).hasSize(1);
    assertThat(lastToAmara().toString()).contains("I have stopped");
    assertThat(slack.messages("#community")).hasSize(1);
  }
}
