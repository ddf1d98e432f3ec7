package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.app.DeliveredEvents.Told;
import dev.vouch.pipeline.inbox.Deliveries;
import dev.vouch.store.server.BundledRedis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message of which every instance dies with {@code kill -9} that takes it. */
class DeadlyMessageTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir private Path directory;

  @Test
  void itTakesNoOtherMessageDown_andIsADeadLetterInTheEnd() throws Exception {
    try (BundledRedis redis = BundledRedis.open(directory.resolve("redis"));
        Town town = new Town(redis.address());
        RedisProxy proxy = new RedisProxy(redis.address().uri())) {
      Told deadly = town.advocacy("Amara", 1);
      int deaths = 0;
      while (dead(town).isEmpty() && deaths < 9) {
        boolean isFirst = deaths == 0;
        AtomicBoolean reached = touches(deadly, proxy);
        ServeProcess app = ServeProcess.ahead(directory, town.settings(proxy.url()), town.ahead());
        if (isFirst) {
          town.slack.insist(deadly, () -> app.port);
          town.day(0).forEach(told -> town.slack.insist(told, () -> app.port));
        }
        await()
            .atMost(PATIENCE)
            .until(
                () -> {
                  if (!isFirst) {
                    RedisTime.endPauses(redis.address(), town.sandbox.teamId());
                  }
                  return reached.get() || !dead(town).isEmpty();
                });
        deaths += reached.get() ? 1 : 0;
        if (!reached.get()) {
          town.settleWithoutPauses();
        }
        app.kill9();
      }

      assertThat(deaths).isEqualTo(5);
      assertThat(dead(town)).extracting(one -> one.envelope().id()).containsExactly(deadly.id());
      assertThat(town.books().advocates().acts(town.person("Priya"))).hasSize(1);
      assertThat(town.books().deliveries().backlog().waiting()).isZero();
    }
  }

  /** From now on whoever asks Redis about that message gets no answer, until it is killed. */
  private static AtomicBoolean touches(Told deadly, RedisProxy proxy) {
    String ts = deadly.event().get("ts").getAsString();
    AtomicBoolean reached = new AtomicBoolean();
    Object unused =
        proxy.before(
            words -> {
              boolean touched =
                  words.get(0).startsWith("EVAL")
                      && words.stream().anyMatch(word -> word.contains(":mentions:"))
                      && words.stream().anyMatch(word -> word.contains(ts));
              return touched && reached.compareAndSet(false, true);
            });
    return reached;
  }

  private static List<Deliveries.DeadLetter> dead(Town town) {
    return town.books().deliveries().deadLetters(9);
  }
}
