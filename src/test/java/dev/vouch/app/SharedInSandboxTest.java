package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.app.run.StoredInstallations;
import dev.vouch.app.run.Vouch;
import dev.vouch.app.setting.Config;
import dev.vouch.classify.Classifier;
import dev.vouch.pipeline.Directory.Home;
import dev.vouch.sandbox.Sandbox;
import dev.vouch.sandbox.SandboxSettings;
import dev.vouch.slack.Startup.Connection;
import dev.vouch.slack.Tokens.Token;
import dev.vouch.slack.install.Installation;
import dev.vouch.store.Store;
import dev.vouch.store.server.BundledRedis;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over Socket Mode, what the sandbox names one workspace with reaches another that shares it. */
class SharedInSandboxTest {
  private static final String ELSEWHERE = "T0ELSEWHERE";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path directory;

  /** The workspace of the sandbox by its own token, or as one of those that installed Vouch. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsSaidInASharedChannel_reachesTheOtherToo(boolean botToken) throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.standard());
        BundledRedis redis = BundledRedis.open(directory);
        Store store = Store.at(redis.address(), InstantSource.system())) {
      SmallCompany.furnish(sandbox);
      sandbox.workspace().roster().installElsewhere(ELSEWHERE);
      Config config = Config.from(settings(sandbox, botToken));
      install(ELSEWHERE, "xoxb-elsewhere", store, config);
      if (!botToken) {
        install(sandbox.teamId(), sandbox.botToken(), store, config);
      }
      try (Vouch vouch = new Vouch(config, store, Classifier::shipped, InstantSource.system())) {
        vouch.start();
        await().atMost(PATIENCE).until(vouch::isSlackConnected);
        await().atMost(PATIENCE).until(() -> isAtWork(vouch, ELSEWHERE));
        sandbox.workspace().postAs("Rita", "#general", "only among us");
        sandbox.workspace().postAs("Amara", "#community", "lovely export");
        await().atMost(PATIENCE).until(() -> waiting(store, ELSEWHERE) == 1);
        await().atMost(PATIENCE).until(() -> waiting(store, sandbox.teamId()) == 0);
        assertThat(waiting(store, ELSEWHERE)).as("Slack takes that token for nobody's").isOne();
      }
    }
  }

  private static Map<String, String> settings(Sandbox sandbox, boolean botToken) throws Exception {
    Map<String, String> settings = new HashMap<>(InstallTest.settings(sandbox));
    settings.remove("SLACK_SIGNING_SECRET");
    settings.put("SLACK_APP_TOKEN", sandbox.appToken());
    settings.put("PORT", String.valueOf(ServeProcess.freePort()));
    settings.put("VOUCH_HOST", "127.0.0.1");
    if (botToken) {
      settings.put("SLACK_BOT_TOKEN", sandbox.botToken());
    }
    return settings;
  }

  private static void install(String team, String token, Store store, Config config) {
    Home home = new Home(team, team, "https://%s.slack.example/".formatted(team), "U0VOUCH");
    new StoredInstallations(store.installations(config.cipher()))
        .save(
            new Installation(
                new Connection(home, null, new Token(token, "U0VOUCH", null)),
                List.of(),
                "U1",
                Instant.EPOCH));
  }

  private static boolean isAtWork(Vouch vouch, String team) {
    try {
      return vouch.workspace(team) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static long waiting(Store store, String team) {
    return store.books(team).deliveries().backlog().waiting();
  }
}
