package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vouch.app.run.Backend;
import dev.vouch.app.run.Vouch;
import dev.vouch.app.setting.Config;
import dev.vouch.classify.Classifier;
import dev.vouch.sandbox.Sandbox;
import dev.vouch.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The running app as its operators see it: its metrics, its health. */
class SeenFromOutsideTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String ADVOCACY =
      "We moved our whole billing to Lumo in March. If you run more than one entity, just get it.";

  @TempDir private Path directory;
  private Sandbox sandbox;
  private Backend backend;
  private Vouch vouch;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    int port = ServeProcess.freePort();
    sandbox =
        Sandbox.start(
            SandboxSettings.standard()
                .withRequestUrl("http://127.0.0.1:" + port + "/slack/events"));
    Config config =
        Config.from(
            Map.of(
                "SLACK_API_URL", sandbox.apiUrl(),
                "SLACK_BOT_TOKEN", sandbox.botToken(),
                "SLACK_SIGNING_SECRET", sandbox.signingSecret(),
                "VOUCH_HOST", "127.0.0.1",
                "PORT", String.valueOf(port),
                "VOUCH_DATA_DIR", directory.toString()));
    backend = Backend.bundled(config, sandbox.clock());
    vouch = new Vouch(config, backend.store(), Classifier::shipped, sandbox.clock());
    vouch.start();
    SmallCompany.furnish(sandbox);
  }

  @AfterEach
  void stop() throws IOException, InterruptedException {
    redis("CONT");
    vouch.close();
    backend.close();
    sandbox.close();
  }

  private HttpResponse<String> get(String page) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + vouch.port() + page);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static double value(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(-1);
  }

  private JsonObject parts() throws IOException, InterruptedException {
    return JsonParser.parseString(get("/health/ready").body())
        .getAsJsonObject()
        .getAsJsonObject("parts");
  }

  private static String status(JsonObject parts, String part) {
    return parts.getAsJsonObject(part).get("status").getAsString();
  }

  /** Lets the Redis server stand still, or go on. */
  private void redis(String signal) throws IOException, InterruptedException {
    String pid = Files.readString(directory.resolve("redis/redis.pid")).strip();
    assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor()).isZero();
  }

  @Test
  void whatCameIn_isCountedToItsEnd_withoutAnIdOrAWord() throws Exception {
    for (int i = 0; i < 3; i++) {
      sandbox.workspace().postAs("Amara", "#community", ADVOCACY);
    }
    sandbox.workspace().postAs("Rita", "#community", ADVOCACY);
    await().atMost(PATIENCE).until(() -> done() >= 4);
    HttpResponse<String> answer = get("/metrics");
    String metrics = answer.body();

    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("text/plain; version=0.0.4; charset=utf-8");
    double stored = value(metrics, "vouch_door_total{outcome=\"stored\"}");
    assertThat(done()).isEqualTo(stored).isGreaterThanOrEqualTo(4);
    assertThat(value(metrics, "vouch_acknowledging_seconds_count")).isGreaterThanOrEqualTo(stored);
    assertThat(value(metrics, "vouch_acknowledging_seconds_bucket{le=\"3.0\"}"))
        .isEqualTo(value(metrics, "vouch_acknowledging_seconds_count"));
    assertThat(value(metrics, "vouch_judging_seconds_count")).isEqualTo(3);
    assertThat(value(metrics, "vouch_slack_calls_total{method=\"auth.test\",outcome=\"ok\"}"))
        .isEqualTo(1);
    assertThat(metrics)
        .contains("vouch_nudges_total{reason=", "vouch_dead_letters 0.0", "process_uptime_seconds")
        .doesNotContain(secrets());
  }

  @Test
  void everyMetricThatOperatorsReadOf_isThere() throws Exception {
    sandbox.workspace().postAs("Amara", "#community", ADVOCACY);
    await().atMost(PATIENCE).until(() -> done() >= 1);
    List<String> metrics = get("/metrics").body().lines().toList();
    String manual = Files.readString(Path.of("src/docs/operators.md"));
    List<String> named =
        Pattern.compile("`(vouch_[a-z_]+)(?:\\{([a-z]+=\"[^\"]+\")})?`")
            .matcher(manual)
            .results()
            .map(found -> found.group(1) + (found.group(2) == null ? "" : " " + found.group(2)))
            .toList();

    assertThat(named)
        .hasSizeGreaterThan(12)
        .allSatisfy(
            one ->
                assertThat(metrics)
                    .anySatisfy(line -> assertThat(line.split("[ {,}]")).contains(one.split(" "))));
  }

  @Test
  void timesAndRules_areTold() throws Exception {
    sandbox.workspace().postAs("Amara", "#community", ADVOCACY);
    await().atMost(PATIENCE).until(() -> done() >= 1);
    String metrics = get("/metrics").body();

    assertThat(metrics)
        .contains("vouch_digest_seconds_bucket{le=\"10.0\"} 0\n")
        .containsPattern("vouch_nudges_total\\{reason=\"(?!none)[a-z_]+\",state=\"[a-z]+\"} 1.0");
    assertThat(value(metrics, "vouch_rounds_look_age_seconds")).isBetween(0.0, 10.0);
    assertThat(value(metrics, "vouch_rounds_waiting_seconds")).isBetween(0.0, 10.0);
  }

  private double done() throws IOException, InterruptedException {
    return value(get("/metrics").body(), "vouch_envelopes_total{outcome=\"done\",type=\"event\"}");
  }

  private List<String> secrets() {
    var roster = sandbox.workspace().roster();
    return List.of(
        sandbox.teamId(),
        roster.find("Amara").id(),
        roster.find("Rita").id(),
        "Amara",
        "community",
        "billing",
        sandbox.botToken(),
        sandbox.signingSecret());
  }

  @Test
  void redisThatStandsStill_leavesTheMetricsThere_andIsNamedAsUnwell() throws Exception {
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    redis("STOP");
    long start = System.nanoTime();
    String metrics = get("/metrics").body();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(value(metrics, "vouch_inbox_waiting")).isNaN();
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(status(parts(), "redis")).isEqualTo("unwell");
    assertThat(status(parts(), "slack")).isEqualTo("ok");

    redis("CONT");
    await().atMost(PATIENCE).until(() -> get("/health/ready").statusCode() == 200);
    await().atMost(PATIENCE).until(() -> value(get("/metrics").body(), "vouch_inbox_waiting") == 0);
  }
}
