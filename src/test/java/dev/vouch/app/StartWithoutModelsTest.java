package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vouch.app.run.Vouch;
import dev.vouch.app.setting.Config;
import dev.vouch.classify.Classifier;
import dev.vouch.store.Store;
import dev.vouch.store.server.BundledRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting while the models are not read yet. */
class StartWithoutModelsTest {
  @TempDir private Path directory;
  private BundledRedis redis;
  private Town town;

  @BeforeEach
  void start() {
    redis = BundledRedis.open(directory);
    town = new Town(redis.address());
  }

  @AfterEach
  void stop() {
    town.close();
    redis.close();
  }

  private Vouch vouch(Store store, Supplier<Classifier> models) {
    Map<String, String> settings = new HashMap<>(town.settings(redis.address().uri().toString()));
    settings.put("VOUCH_HOST", "127.0.0.1");
    settings.put("PORT", "0");
    return new Vouch(Config.from(settings), store, models, town.sandbox.clock());
  }

  private static void start(Vouch vouch) {
    try {
      vouch.start();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void eventIsTakenIn_andReadOnceTheModelsAre() {
    CompletableFuture<Classifier> models = new CompletableFuture<>();
    try (Store store = Store.at(redis.address(), town.sandbox.clock());
        Vouch vouch = vouch(store, models::join)) {
      CompletableFuture<Void> starting = CompletableFuture.runAsync(() -> start(vouch));
      await().until(() -> vouch.port() > 0);
      town.slack.insist(town.advocacy("Amara", 1), vouch::port);
      assertThat(town.books().deliveries().backlog().waiting()).isOne();

      models.complete(Classifier.shipped());
      town.settle();
      assertThat(town.nudgesOf("Rita")).hasSize(1);
      assertThat(starting).isCompleted();
    }
  }

  @Test
  void modelsThatCannotBeRead_endTheStart() {
    try (Store store = Store.at(redis.address(), town.sandbox.clock());
        Vouch vouch =
            vouch(
                store,
                () -> {
                  throw new UncheckedIOException(new IOException("words-intent.bin is damaged"));
                })) {
      assertThatThrownBy(() -> start(vouch)).hasMessageContaining("words-intent.bin is damaged");
    }
  }
}
