package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.app.RedisProxy.Stop;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.store.server.BundledRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The running app is killed with {@code kill -9} when Slack has heard that all is well with what
 * somebody pressed, and before anything came of it: another one that starts after it does it.
 */
class PressedKillTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir private static Path directory;
  private static BundledRedis redis;

  @BeforeAll
  static void start() {
    redis = BundledRedis.open(directory.resolve("redis"));
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  /** What is pressed, what there must be before, and what comes of it. */
  private enum Pressed {
    GIFT_APPROVED(
        Here::asksForGift,
        here -> here.press("Mona", "gift_given", here.gift().gift()),
        Here::gift),
    GIFT_DECLINED(
        Here::asksForGift,
        here -> here.press("Mona", "gift_refused", here.gift().gift()),
        Here::gift),
    ASK_ANSWERED(
        Here::asks,
        here -> here.press("Amara", "own_ask_yes", "ask:1"),
        here -> here.ask().state()),
    STOPPED(
        here -> {},
        here -> here.press("Amara", "own_stop", "stop"),
        here -> here.town.books().relationships().of(here.amara()).optedOut());

    private final Consumer<Here> before;
    private final Function<Here, Integer> press;
    private final Function<Here, Object> state;

    Pressed(Consumer<Here> before, Function<Here, Integer> press, Function<Here, Object> state) {
      this.before = before;
      this.press = press;
      this.state = state;
    }
  }

  /** A town and the app that is at work in it now. */
  private record Here(Town town, ServeProcess app) {
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
      String amara = "<@%s>".formatted(town.person("Amara"));
      type("account Northwind Foods named country Spain sector retail");
      type("account Northwind Foods procurement off person " + amara);
      type("settings approver <@%s>".formatted(town.person("Mona")));
      type("gift %s \"wine for your review\" worth 15 EUR".formatted(amara));
      assertThat(gift().state()).isEqualTo(GiftEvent.State.ASKED);
    }

    GiftEvent gift() {
      return town.books().gifts().about(town.person("Amara"), 1).get(0);
    }

    void asks() {
      Instant now = town.sandbox.clock().instant();
      Asking asking = new Asking("ask:1", Rung.RATING, town.person("Rita"), "on the site");
      Ask ask = Ask.of(asking, town.person("Amara"), Ask.State.HELD, now);
      String channel = town.sandbox.workspace().dmChannelWithBot("Amara").id();
      boolean added = town.books().asks().add(ask.sentAt(new Posted(channel, "1.000100")));
      assertThat(added).isTrue();
      Object unused =
          town.books().relationships().change(amara(), one -> one.with(asking.entry(now)));
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

  private static Here serving(Town town, RedisProxy proxy) throws IOException {
    ServeProcess app = ServeProcess.ahead(directory, town.settings(proxy.url()), town.ahead());
    await().atMost(PATIENCE).until(app::isReady);
    return new Here(town, app);
  }

  @ParameterizedTest
  @EnumSource
  void killedBetweenAcknowledgementAndEffect_theNextOneDoesIt(Pressed pressed) throws Exception {
    try (Town town = new Town(redis.address());
        RedisProxy proxy = new RedisProxy(redis.address().uri())) {
      Here first = serving(town, proxy);
      pressed.before.accept(first);
      Object before = pressed.state.apply(first);
      Stop work = proxy.before(KillTest::takes);
      assertThat(pressed.press.apply(first)).as("acknowledged").isEqualTo(200);
      work.await();
      first.app.kill9();
      assertThat(pressed.state.apply(first)).as("nothing came of it").isEqualTo(before);
      Here second = serving(town, proxy);
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(pressed.state.apply(second)).isNotEqualTo(before));
      second.app.kill9();
    }
  }
}
