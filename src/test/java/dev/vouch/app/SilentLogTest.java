package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.slack.api.app_backend.SlackSignature;
import dev.vouch.app.run.Backend;
import dev.vouch.app.setting.Config;
import dev.vouch.pipeline.Envelope;
import dev.vouch.slack.StandInSlack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a running app writes to its log while much goes wrong: ids, and never a word of anybody. */
class SilentLogTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String SECRET = "canary-secret";
  private static final String TEAM = "T0CANARIES";
  private static final String MESSAGE =
      "{\"type\":\"message\",\"channel\":\"C1\",\"user\":\"U1\",\"ts\":\"%s\",\"text\":\"canary text, just get it\"}";

  @TempDir private Path directory;

  private ServeProcess serve(StandInSlack slack, String form) throws Exception {
    return new ServeProcess(
        directory,
        ServeProcess.freePort(),
        Map.of(
            "SLACK_API_URL",
            slack.url("/api/"),
            "SLACK_BOT_TOKEN",
            "xoxb-canary-token",
            "SLACK_SIGNING_SECRET",
            SECRET,
            "VOUCH_LOG",
            form));
  }

  private static void greet(StandInSlack slack) {
    slack.answer(
        "auth.test",
        "{\"ok\":true,\"url\":\"https://lumo.slack.com/\",\"team\":\"canary company\","
            + "\"team_id\":\"%s\",\"user_id\":\"U0BOT\",\"bot_id\":\"B0BOT\"}".formatted(TEAM));
  }

  private static int post(ServeProcess vouch, String secret, String body) throws Exception {
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(vouch.url() + "/slack/events"))
            .header("Content-Type", "application/json")
            .header("X-Slack-Request-Timestamp", timestamp)
            .header(
                "X-Slack-Signature", new SlackSignature.Generator(secret).generate(timestamp, body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private static String event(String id, String inner) {
    return "{\"type\":\"event_callback\",\"event_id\":\"%s\",\"team_id\":\"%s\",\"event\":%s}"
        .formatted(id, TEAM, inner);
  }

  private static String message(int second) {
    return MESSAGE.formatted("17951616%02d.000100".formatted(second));
  }

  /** Straight into the inbox: no door would take them. */
  private void poison() {
    Config config = Config.from(Map.of("VOUCH_DATA_DIR", directory.resolve("state").toString()));
    try (Backend backend = Backend.bundled(config, InstantSource.system())) {
      put(backend, "EvNoObject", Envelope.Type.EVENT, "\"canary text\"");
      put(backend, "EvNoJson", Envelope.Type.EVENT, "{canary text");
      put(
          backend,
          "EvNoAnswer",
          Envelope.Type.NUDGE_ANSWER,
          "{\"choice\":\"canary\",\"at\":\"canary\"}");
      put(backend, "EvNoForm", Envelope.Type.SAVED_ADVOCACY, "[\"canary text\"]");
    }
  }

  private static void put(Backend backend, String id, Envelope.Type type, String payload) {
    backend.store().append(new Envelope(id, TEAM, type, payload, Instant.now()));
  }

  private void killRedis() throws Exception {
    String pid = Files.readString(directory.resolve("state/redis/redis.pid")).strip();
    ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void whateverGoesWrong_theLogHasIds_andNoWordsNamesOrTokens(String form) throws Exception {
    try (StandInSlack slack = new StandInSlack();
        ServeProcess vouch = serve(slack, form)) {
      greet(slack);
      await().atMost(PATIENCE).until(vouch::isReady);
      badRequests(vouch);
      badSlack(slack, vouch);
      poison();
      for (String id : new String[] {"EvNoObject", "EvNoJson", "EvNoAnswer", "EvNoForm"}) {
        await().alias(id).atMost(PATIENCE).until(() -> vouch.log().contains(id));
      }
      killRedis();
      post(vouch, SECRET, event("EvAway", message(9)));
      await().atMost(PATIENCE).until(vouch::isReady);

      assertThat(vouch.endsInTime()).isTrue();
      assertThat(vouch.log()).contains(TEAM, "EvHtml", "EvRevoked");
      assertThat(vouch.log().lines()).noneMatch(line -> line.contains("canary"));
    }
  }

  private static void badRequests(ServeProcess vouch) throws Exception {
    assertThat(post(vouch, "canary-forger", event("EvForged", message(1)))).isEqualTo(401);
    post(vouch, SECRET, "{canary text");
    post(vouch, SECRET, "\"canary text\"");
    post(vouch, SECRET, event("EvOdd", "\"canary text\""));
    post(vouch, SECRET, event("EvOddTime", MESSAGE.formatted("canary")));
  }

  private static void badSlack(StandInSlack slack, ServeProcess vouch) throws Exception {
    slack.answer("users.info", "<html>canary page</html>");
    assertThat(post(vouch, SECRET, event("EvHtml", message(2)))).isEqualTo(200);
    await().atMost(PATIENCE).until(() -> vouch.log().contains("EvHtml"));
    slack.answer(
        "users.info", "{\"ok\":false,\"error\":\"token_revoked\",\"warning\":\"canary words\"}");
    post(vouch, SECRET, event("EvRevoked", message(3)));
    await().atMost(PATIENCE).until(() -> vouch.log().contains("EvRevoked"));
  }
}
