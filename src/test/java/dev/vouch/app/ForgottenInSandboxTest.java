package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.app.setting.Config;
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

/** Somebody of whom our own people were told in every way is erased, and Slack is read again. */
class ForgottenInSandboxTest {
  private static final List<String> OURS = List.of("Rita", "Mona", "Theo");
  private static final String[] HER_WORDS = {"just get it", "let me ask my boss"};

  @TempDir private Path directory;
  private SandboxCommand.Running here;
  private Workspace slack;
  private Store.Books books;
  private String amara;

  @BeforeEach
  void ourPeopleAreToldOfAmara() throws IOException, InterruptedException {
    here =
        new SandboxCommand.Running(
            Config.from(Map.of("VOUCH_DATA_DIR", directory.toString())),
            SandboxSettings.standard()
                .withClock(SandboxClock.startingAt(Instant.parse("2026-11-18T10:00:00Z"))),
            SmallCompany::furnish);
    slack = here.sandbox.workspace();
    books = here.backend.store().books(here.sandbox.teamId());
    amara = slack.roster().find("Amara").id();
    command("/vouch settings approver @Mona control off");
    command(
        "/vouch account Northwind Foods marquee owner @Rita sponsor @Theo country Spain sector"
            + " retail");
    command("/vouch account Northwind Foods procurement off person @Amara");
    command("/vouch gift @Amara \"wine for your review\" worth 15 EUR");
    slack.postAs(
        "Amara", "#community", "If you run several entities, just get it, worth every penny.");
    here.settle();
    for (String topic : List.of("messages", "reviews", "introductions")) {
      command("/vouch consent @Amara " + topic + " yes \"she told me\"");
    }
    for (String what : List.of("import", "export")) {
      slack.clock().advance(Duration.ofMinutes(5));
      command("/vouch helped @Amara with the " + what);
    }
    slack.clock().advance(Duration.ofMinutes(5));
    isAsked();
    isIntroduced();
  }

  @AfterEach
  void stop() {
    here.close();
  }

  /** Mona approves the ask, and what Amara writes to it is for Rita. */
  private void isAsked() {
    command("/vouch ask @Amara rating on the site that your colleagues read");
    press("Rita", "#general", last(slack.ephemerals("Rita", "#general")), "Send it in my name");
    await().until(() -> told("Mona").contains("Let it go out"));
    JsonObject asked = last(slack.dmWithBot("Mona"));
    press("Mona", slack.dmChannelWithBot("Mona").id(), asked, "Let it go out");
    await()
        .until(
            () -> {
              here.settle();
              return !slack.dmWithBot("Amara").isEmpty();
            });
    slack.postAs("Amara", slack.dmChannelWithBot("Amara").id(), "hm, let me ask my boss");
    here.settle();
  }

  private void isIntroduced() {
    command("/vouch exec @Theo add topics \"billing\" capacity 1");
    command("/vouch intro @Amara \"she runs the rollout\"");
  }

  private void command(String text) {
    assertThat(slack.commandAs("Rita", "#general", text).error()).isEmpty();
    here.settle();
  }

  private static JsonObject last(List<JsonObject> messages) {
    return messages.get(messages.size() - 1);
  }

  private String told(String person) {
    return slack.dmWithBot(person).toString();
  }

  private void press(String person, String channel, JsonObject message, String label) {
    Container in = new Container.InMessage(channel, message.get("ts").getAsString());
    for (JsonElement block : message.getAsJsonArray("blocks")) {
      JsonElement elements = block.getAsJsonObject().get("elements");
      if (elements != null) {
        for (JsonElement one : elements.getAsJsonArray()) {
          if (one.toString().contains("\"" + label + "\"")) {
            assertThat(slack.pressAs(person, in, one.getAsJsonObject()).error()).isEmpty();
            here.settle();
            return;
          }
        }
      }
    }
    throw new AssertionError("no button " + label + " in " + message);
  }

  @Test
  void erased_standsInNoMessageToOurPeople() {
    assertThat(told("Rita")).contains("Your ask to Amara", "let me ask my boss");
    assertThat(told("Mona")).contains("wine for your review", "just get it", amara);
    assertThat(told("Theo")).contains("Would you meet Amara");
    List<Integer> before = OURS.stream().map(one -> slack.dmWithBot(one).size()).toList();

    books.forgetting().forget(List.of(amara), "Rita", slack.clock().instant());
    here.settle();

    for (String one : OURS) {
      assertThat(told(one))
          .as("what %s was told", one)
          .contains("a person who was erased")
          .doesNotContain("Amara", "Diallo", amara)
          .doesNotContain(HER_WORDS)
          .doesNotContain("wine for your review", "she runs the rollout", "\"button\"");
    }
    assertThat(OURS).map(one -> slack.dmWithBot(one).size()).isEqualTo(before);
    assertThat(books.forgetting().toEdit(9)).isEmpty();
  }
}
