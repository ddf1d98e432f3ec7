package dev.vouch.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.app.setting.Config;
import dev.vouch.app.setting.Secret;
import dev.vouch.classify.Classifier;
import dev.vouch.sandbox.Sandbox;
import dev.vouch.sandbox.SandboxSettings;
import dev.vouch.store.Store;
import dev.vouch.store.server.BundledRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** Starting while Redis is away or full. */
class VouchStartTest {
  @TempDir private Path directory;
  private final Sandbox sandbox = Sandbox.start(SandboxSettings.standard());
  private BundledRedis redis;
  private Store store;
  private Vouch vouch;

  @BeforeEach
  void redisIsAway() throws IOException {
    redis = BundledRedis.open(directory);
    store = Store.at(redis.address(), sandbox.clock());
    String pid = Files.readString(directory.resolve("redis/redis.pid")).strip();
    ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    server.destroyForcibly();
    await().until(() -> !server.isAlive());
    Config config =
        Config.from(Map.of("VOUCH_DATA_DIR", directory.toString()))
            .forSandbox(
                sandbox.apiUrl(), new Secret(sandbox.botToken()), new Secret(sandbox.appToken()));
    vouch = new Vouch(config, store, Classifier::shipped, sandbox.clock());
  }

  @AfterEach
  void stop() {
    vouch.close();
    store.close();
    redis.close();
    sandbox.close();
  }

  private CompletableFuture<Void> starting() {
    return CompletableFuture.runAsync(
        () -> {
          try {
            vouch.start();
          } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void absentRedis_isWaitedFor() {
    CompletableFuture<Void> starting = starting();
    await().until(() -> vouch.port() > 0);
    redis.revive();

    await().until(vouch::isSlackConnected);
    assertThat(starting).isCompleted();
  }

  @Test
  void fullRedis_isWaitedFor() {
    redis.revive();
    try (Jedis jedis = new Jedis(redis.address().uri())) {
      jedis.configSet("maxmemory", "1");
      CompletableFuture<Void> starting = starting();
      await().until(() -> jedis.info("errorstats").contains("errorstat_OOM"));
      jedis.configSet("maxmemory", "0");

      await().until(vouch::isSlackConnected);
      assertThat(starting).isCompleted();
    }
  }

  @Test
  void waitForRedis_endsWithTheApp() {
    CompletableFuture<Void> starting = starting();
    await().until(() -> vouch.port() > 0);
    vouch.close();

    await().until(starting::isDone);
    assertThat(starting).isCompleted();
    assertThat(vouch.isSlackConnected()).isFalse();
  }
}
