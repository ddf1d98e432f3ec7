package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonParser;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.app.run.Backend;
import dev.vouch.app.setting.Config;
import dev.vouch.sandbox.Sandbox;
import dev.vouch.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} as an operator sees it: a process with settings, a port and signals. */
class ServeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ADVOCACY =
      "Café Zürich here: we went from 3 days to 4 hours with Lumo. If you run several entities, just get it.";

  @TempDir private Path directory;

  private static Map<String, String> http(Sandbox sandbox) {
    return Map.of(
        "SLACK_API_URL", sandbox.apiUrl(),
        "SLACK_BOT_TOKEN", sandbox.botToken(),
        "SLACK_SIGNING_SECRET", sandbox.signingSecret());
  }

  private static Map<String, String> socket(String apiUrl, Sandbox sandbox) {
    return Map.of(
        "SLACK_API_URL", apiUrl,
        "SLACK_BOT_TOKEN", sandbox.botToken(),
        "SLACK_APP_TOKEN", sandbox.appToken());
  }

  private Sandbox delivering(int port) {
    return Sandbox.start(
        SandboxSettings.standard().withRequestUrl("http://127.0.0.1:" + port + "/slack/events"));
  }

  private List<AdvocacyAct> acts(Sandbox sandbox, String person) {
    Map<String, String> settings = new HashMap<>();
    settings.put("VOUCH_DATA_DIR", directory.resolve("state").toString());
    try (Backend backend = Backend.open(Config.from(settings), InstantSource.system())) {
      String id = sandbox.workspace().roster().find(person).id();
      return backend.store().books(sandbox.teamId()).advocates().acts(id);
    }
  }

  @Test
  void httpMode_hearsSignedEvents_answersCommands_andStopsInTime() throws Exception {
    int port = ServeProcess.freePort();
    try (Sandbox sandbox = delivering(port);
        ServeProcess vouch = new ServeProcess(directory, port, http(sandbox))) {
      await().atMost(PATIENCE).until(vouch::isReady);
      SmallCompany.furnish(sandbox);
      sandbox.workspace().postAs("Amara", "#community", ADVOCACY);
      await().atMost(PATIENCE).until(() -> acts(sandbox, "Amara").size() == 1);

      assertThat(sandbox.workspace().commandAs("Rita", "#general", "/vouch top").error()).isEmpty();
      assertThat(sandbox.workspace().ephemerals("Rita", "#general").get(0).toString())
          .contains("Amara");
      assertThat(vouch.status("/slack/nothing")).isEqualTo(404);
      assertThat(vouch.status("/health/live")).isEqualTo(200);
      assertThat(vouch.endsInTime()).isTrue();
      assertThat(vouch.log())
          .doesNotContain("Zürich")
          .doesNotContain(sandbox.botToken())
          .doesNotContain(sandbox.signingSecret());
    }
  }

  @Test
  void stateAndAcknowledgedEvents_surviveKill9() throws Exception {
    int port = ServeProcess.freePort();
    try (Sandbox sandbox = delivering(port)) {
      try (ServeProcess vouch = new ServeProcess(directory, port, http(sandbox))) {
        await().atMost(PATIENCE).until(vouch::isReady);
        SmallCompany.furnish(sandbox);
        for (int i = 0; i < 20; i++) {
          sandbox.workspace().postAs("Amara", "#community", ADVOCACY);
        }
        assertThat(sandbox.awaitQuiet(PATIENCE)).isTrue();
        vouch.kill9();
      }
      try (ServeProcess again = new ServeProcess(directory, port, http(sandbox))) {
        await().atMost(PATIENCE).until(again::isReady);
        await().atMost(PATIENCE).until(() -> acts(sandbox, "Amara").size() == 20);
      }
    }
  }

  @Test
  void startWhileSlackIsAway_waitsAndConnectsLater() throws Exception {
    int slackPort = ServeProcess.freePort();
    String apiUrl = "http://127.0.0.1:" + slackPort + "/api/";
    Map<String, String> tokens;
    try (Sandbox template = Sandbox.start(SandboxSettings.standard())) {
      tokens = socket(apiUrl, template);
    }
    try (ServeProcess vouch = new ServeProcess(directory, ServeProcess.freePort(), tokens)) {
      await().atMost(PATIENCE).until(() -> vouch.log().contains("trying again"));
      assertThat(vouch.status("/health/live")).isEqualTo(200);
      assertThat(vouch.status("/health/ready")).isEqualTo(503);
      assertThat(vouch.isAlive()).isTrue();

      try (Sandbox sandbox = Sandbox.start(SandboxSettings.standard().withPort(slackPort))) {
        SmallCompany.furnish(sandbox);
        await().atMost(PATIENCE).until(vouch::isReady);
        sandbox.workspace().postAs("Amara", "#community", ADVOCACY);
        await().atMost(PATIENCE).until(() -> acts(sandbox, "Amara").size() == 1);
      }
      assertThat(vouch.endsInTime()).isTrue();
    }
  }

  @Test
  void jsonLog_hasOneObjectALine_withEachMessageOnce() throws Exception {
    Map<String, String> settings =
        Map.of(
            "SLACK_API_URL", "http://127.0.0.1:1/api/",
            "SLACK_BOT_TOKEN", "xoxb-nobody",
            "SLACK_APP_TOKEN", "xapp-nobody",
            "VOUCH_LOG", "json");
    try (ServeProcess vouch = new ServeProcess(directory, ServeProcess.freePort(), settings)) {
      await().atMost(PATIENCE).until(() -> vouch.log().contains("trying again"));
      assertThat(vouch.endsInTime()).isTrue();
      assertThat(vouch.log().lines())
          .isNotEmpty()
          .allSatisfy(
              line ->
                  assertThat(JsonParser.parseString(line).getAsJsonObject().keySet())
                      .contains("timestamp", "level", "loggerName", "formattedMessage")
                      .doesNotContain("message", "arguments"));
    }
  }

  @Test
  void stopWhileWaitingForSlack_isInTime() throws Exception {
    Map<String, String> tokens =
        Map.of(
            "SLACK_API_URL", "http://127.0.0.1:1/api/",
            "SLACK_BOT_TOKEN", "xoxb-nobody",
            "SLACK_APP_TOKEN", "xapp-nobody");
    try (ServeProcess vouch = new ServeProcess(directory, ServeProcess.freePort(), tokens)) {
      await().atMost(PATIENCE).until(() -> vouch.log().contains("trying again"));
      assertThat(vouch.endsInTime()).isTrue();
    }
  }

  @Test
  void startWhileCluster_orSentinelsAreAway_waits_asForOneServer() throws Exception {
    String nobody = "127.0.0.1:" + ServeProcess.freePort();
    for (String address :
        List.of(
            "redis://" + nobody,
            "redis-cluster://" + nobody,
            "redis-sentinel://" + nobody + "#m")) {
      Map<String, String> settings =
          Map.of(
              "REDIS_URL", address,
              "SLACK_API_URL", "http://127.0.0.1:1/api/",
              "SLACK_BOT_TOKEN", "xoxb-nobody",
              "SLACK_SIGNING_SECRET", "nobody");
      try (ServeProcess vouch = new ServeProcess(directory, ServeProcess.freePort(), settings)) {
        await().atMost(PATIENCE).until(() -> vouch.log().contains("waiting for Redis"));
        assertThat(vouch.status("/health/live")).isEqualTo(200);
        assertThat(vouch.status("/health/ready")).isEqualTo(503);
        assertThat(vouch.endsInTime()).isTrue();
      }
    }
  }

  @Test
  void refusedToken_endsWithAClearSentence() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.standard())) {
      Map<String, String> wrong = new HashMap<>(socket(sandbox.apiUrl(), sandbox));
      wrong.put("SLACK_BOT_TOKEN", "xoxb-of-somebody-else");
      try (ServeProcess vouch = new ServeProcess(directory, ServeProcess.freePort(), wrong)) {
        assertThat(vouch.exitCode()).isEqualTo(2);
        assertThat(vouch.log()).contains("SLACK_BOT_TOKEN").doesNotContain("xoxb-of-somebody-else");
      }
    }
  }

  @Test
  void missingSettings_areNamedTogether() throws IOException, InterruptedException {
    try (ServeProcess vouch = new ServeProcess(directory, ServeProcess.freePort(), Map.of())) {
      assertThat(vouch.exitCode()).isEqualTo(2);
      assertThat(vouch.log())
          .contains("SLACK_BOT_TOKEN")
          .contains("SLACK_APP_TOKEN")
          .doesNotContain("\tat ");
    }
  }
}
