package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.app.run.Backend;
import dev.vouch.app.setting.Config;
import dev.vouch.sandbox.Sandbox;
import dev.vouch.sandbox.SandboxSettings;
import dev.vouch.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installing over OAuth: the word for the browser, the token kept encrypted, the work begun. */
class InstallTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ADVOCACY =
      "If you run several entities, just get Lumo, worth every penny.";

  @TempDir private Path directory;

  private static HttpResponse<String> get(String url, String cookie)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElseThrow();
  }

  /** Goes the way that a browser goes; the page at its end. */
  static HttpResponse<String> install(ServeProcess vouch) throws IOException, InterruptedException {
    HttpResponse<String> toSlack = get(vouch.url() + "/slack/install", "");
    String cookie = toSlack.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    // Slack takes the address to come back to from the app's settings; the look-alike has none.
    String redirect = "&redirect_uri=" + vouch.url() + "/slack/oauth_redirect";
    HttpResponse<String> back = get(location(toSlack) + redirect, "");
    URI target = URI.create(location(back));
    return get(vouch.url() + target.getPath() + "?" + target.getRawQuery(), cookie);
  }

  static Map<String, String> settings(Sandbox sandbox) {
    return Map.of(
        "SLACK_API_URL", sandbox.apiUrl(),
        "SLACK_SIGNING_SECRET", sandbox.signingSecret(),
        "SLACK_CLIENT_ID", "1.2",
        "SLACK_CLIENT_SECRET", "a client secret",
        "VOUCH_SECRET_KEY", "a key of thirty-two characters..");
  }

  @Test
  void installedWorkspace_isHeard_alsoAfterARestart() throws Exception {
    int port = ServeProcess.freePort();
    SandboxSettings delivering =
        SandboxSettings.standard().withRequestUrl("http://127.0.0.1:" + port + "/slack/events");
    try (Sandbox sandbox = Sandbox.start(delivering)) {
      try (ServeProcess vouch = new ServeProcess(directory, port, settings(sandbox))) {
        await().atMost(PATIENCE).until(() -> vouch.status("/health/live") == 200);
        HttpResponse<String> page = install(vouch);
        assertThat(page.statusCode()).isEqualTo(200);
        SmallCompany.furnish(sandbox);
        sandbox.workspace().postAs("Amara", "#community", ADVOCACY);
        await().atMost(PATIENCE).until(() -> acts(sandbox) == 1);
        assertThat(vouch.log()).doesNotContain(sandbox.botToken());
      }
      try (ServeProcess again = new ServeProcess(directory, port, settings(sandbox))) {
        await().atMost(PATIENCE).until(again::isReady);
        sandbox.workspace().postAs("Amara", "#community", ADVOCACY);
        await().atMost(PATIENCE).until(() -> acts(sandbox) == 2);
        assertThat(get(again.url() + "/slack/oauth_redirect?code=x&state=y", "").statusCode())
            .isBetween(400, 499);
      }
    }
  }

  @Test
  void removedApp_takesAllItsDataAlong() throws Exception {
    int port = ServeProcess.freePort();
    SandboxSettings delivering =
        SandboxSettings.standard().withRequestUrl("http://127.0.0.1:" + port + "/slack/events");
    try (Sandbox sandbox = Sandbox.start(delivering);
        ServeProcess vouch = new ServeProcess(directory, port, settings(sandbox))) {
      await().atMost(PATIENCE).until(() -> vouch.status("/health/live") == 200);
      install(vouch);
      SmallCompany.furnish(sandbox);
      sandbox.workspace().postAs("Amara", "#community", ADVOCACY);
      await().atMost(PATIENCE).until(() -> acts(sandbox) == 1);
      sandbox.clock().advance(Duration.ofSeconds(5));

      sandbox.workspace().uninstall();
      await().atMost(PATIENCE).until(() -> people(sandbox) == 0);
    }
  }

  private int acts(Sandbox sandbox) {
    String amara = sandbox.workspace().roster().find("Amara").id();
    try (Backend backend = backend()) {
      return backend.store().books(sandbox.teamId()).advocates().acts(amara).size();
    }
  }

  private int people(Sandbox sandbox) {
    try (Backend backend = backend()) {
      Store store = backend.store();
      return store.people(sandbox.teamId()).size() + store.teams().size();
    }
  }

  private Backend backend() {
    Map<String, String> settings = Map.of("VOUCH_DATA_DIR", directory.resolve("state").toString());
    return Backend.open(Config.from(settings), InstantSource.system());
  }
}
