package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.nudge.gift.GiftEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A town in which people press and type, and the app that is at work in it now. */
record PressedTown(Town town, ServeProcess app) {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  static PressedTown serving(Path directory, Town town, String redisUrl) throws IOException {
    ServeProcess app = ServeProcess.ahead(directory, town.settings(redisUrl), town.ahead());
    await().atMost(PATIENCE).until(app::isReady);
    return new PressedTown(town, app);
  }

  Subject amara() {
    return Subject.person(town.person("Amara"));
  }

  private void type(String text) {
    int status =
        town.slack.send(
            Map.of(
                "command",
                "/vouch",
                "text",
                text,
                "team_id",
                town.sandbox.teamId(),
                "user_id",
                town.person("Rita"),
                "channel_id",
                town.channel("#general"),
                "trigger_id",
                "1.2.3"),
            app.port);
    assertThat(status).isEqualTo(200);
  }

  void asksForGift() {
    type("account Northwind Foods named country Spain sector retail");
    type("account Northwind Foods procurement off person <@%s>".formatted(town.person("Amara")));
    type("settings approver <@%s>".formatted(town.person("Mona")));
    type("gift <@%s> \"wine for your review\" worth 15 EUR".formatted(town.person("Amara")));
    assertThat(gift().state()).isEqualTo(GiftEvent.State.ASKED);
  }

  GiftEvent gift() {
    return town.books().gifts().about(town.person("Amara"), 1).get(0);
  }

  static void asks(Town town) {
    Instant now = town.sandbox.clock().instant();
    Asking asking = new Asking("ask:1", Rung.RATING, town.person("Rita"), "on the site");
    Ask ask = Ask.of(asking, town.person("Amara"), Ask.State.HELD, now);
    String channel = town.sandbox.workspace().dmChannelWithBot("Amara").id();
    boolean added = town.books().asks().add(ask.sentAt(new Posted(channel, "1.000100")));
    assertThat(added).isTrue();
    Object unused =
        town.books()
            .relationships()
            .change(Subject.person(town.person("Amara")), one -> one.with(asking.entry(now)));
  }

  /** Rita has asked Mona whether she may ask. */
  static void wantsToAsk(Town town) {
    Object unused =
        town.books().settings().change(settings -> settings.withApprover(town.person("Mona")));
    Asking asking = new Asking("ask:1", Rung.RATING, town.person("Rita"), "on the site");
    Instant now = town.sandbox.clock().instant();
    Ask ask = Ask.of(asking, town.person("Amara"), Ask.State.APPROVAL, now);
    assertThat(town.books().asks().add(ask)).isTrue();
  }

  /** Rita looks after what Amara says. */
  static void hasAnOwner(Town town) {
    Object unused =
        town.books().settings().change(settings -> settings.withOwner(town.person("Rita")));
  }

  Ask ask() {
    return town.books().asks().ask("ask:1").orElseThrow();
  }

  int press(String person, String action, String value) {
    return town.slack.send(Map.of("payload", payload(person, action, value)), app.port);
  }

  private String payload(String person, String action, String value) {
    JsonObject one = new JsonObject();
    one.addProperty("type", "button");
    one.addProperty("action_id", action);
    one.addProperty("block_id", "b1");
    one.addProperty("value", value);
    one.addProperty("action_ts", SlackTime.ts(town.sandbox.clock().instant()));
    JsonArray actions = new JsonArray();
    actions.add(one);
    JsonObject payload = new JsonObject();
    payload.addProperty("type", "block_actions");
    payload.add("team", withId(town.sandbox.teamId()));
    payload.add("user", withId(town.person(person)));
    payload.add("actions", actions);
    return payload.toString();
  }

  private static JsonObject withId(String id) {
    JsonObject object = new JsonObject();
    object.addProperty("id", id);
    return object;
  }
}
