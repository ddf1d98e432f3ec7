package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import dev.vouch.app.DeliveredEvents.Answer;
import dev.vouch.app.DeliveredEvents.Told;
import dev.vouch.app.run.StoredInstallations;
import dev.vouch.app.setting.Config;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance that has many workspaces to join when it starts, and a Redis that takes its time. */
class ManyInstalledTest {
  private static final int MANY = 60;

  @TempDir private Path directory;

  @Test
  void eventOfAWorkspaceThatIsNotJoinedYet_isAcknowledgedInTime() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.standard());
        BundledRedis redis = BundledRedis.open(directory.resolve("redis"));
        Store store = Store.at(redis.address(), InstantSource.system());
        RedisProxy proxy = new RedisProxy(redis.address().uri())) {
      Map<String, String> settings = new HashMap<>(InstallTest.settings(sandbox));
      Config config = Config.from(settings);
      StoredInstallations installed = new StoredInstallations(store.installations(config.cipher()));
      for (int i = 0; i < MANY; i++) {
        installed.save(installation("T0MANY" + i));
      }
      proxy.slow(Duration.ofMillis(100));
      settings.put("REDIS_URL", proxy.url());
      try (ServeProcess app = ServeProcess.ahead(directory, settings, Duration.ZERO)) {
        await().atMost(Duration.ofSeconds(40)).until(() -> app.status("/health/live") == 200);
        Answer answer = said("T0MANY" + (MANY - 1), sandbox, app);

        assertThat(answer.acknowledged()).isTrue();
        assertThat(answer.took()).isLessThan(Duration.ofSeconds(3));
        assertThat(said("T0STRANGER", sandbox, app).took()).isLessThan(Duration.ofSeconds(3));
        assertThat(store.books("T0MANY" + (MANY - 1)).deliveries().backlog().waiting()).isOne();
        app.kill9();
      }
    }
  }

  private static Installation installation(String team) {
    Home home = new Home(team, team, "https://many.slack.example/", "U0");
    return new Installation(
        new Connection(home, null, new Token("xoxb-" + team, home.self(), null)),
        List.of(),
        "U1",
        Instant.now());
  }

  private static Answer said(String team, Sandbox sandbox, ServeProcess app) {
    JsonObject event = new JsonObject();
    event.addProperty("type", "message");
    event.addProperty("channel", "C1");
    event.addProperty("user", "UAMARA");
    event.addProperty("ts", Instant.now().getEpochSecond() + ".000100");
    event.addProperty("text", "hello");
    return new DeliveredEvents(team, sandbox.signingSecret(), InstantSource.system())
        .deliver(new Told("Ev1", event), app.port)
        .join();
  }
}
