package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.app.RedisProxy.Stop;
import dev.vouch.store.server.BundledRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The running app is killed with {@code kill -9} while it posts a digest, and another one starts
 * after it: there is exactly one digest, wherever the first was killed.
 */
class DigestKillTest {
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

  private static ServeProcess start(Town town, String redisUrl) throws IOException {
    ServeProcess app = ServeProcess.ahead(directory, town.settings(redisUrl), town.ahead());
    await().atMost(PATIENCE).until(app::isReady);
    return app;
  }

  /** It has begun, and Slack has not been asked. */
  @Test
  void killedBetweenBegunAndAsking_itIsPostedOnceByTheNext() throws Exception {
    try (Town town = town();
        RedisProxy proxy = new RedisProxy(redis.address().uri())) {
      Stop begun = proxy.after(DigestKillTest::begins);
      try (ServeProcess app = start(town, proxy.url())) {
        begun.await();
        app.kill9();
      }
      assertThat(town.digests()).isZero();
      theNextPostsOne(town);
    }
  }

  private static boolean begins(List<String> words) {
    return words.get(0).startsWith("EVAL")
        && words.stream().anyMatch(word -> word.endsWith(":digests:begun"));
  }

  /** Slack has the message, and its answer is never heard. */
  @Test
  void killedBetweenAskingAndTheAnswer_itIsNotPostedAgain() throws Exception {
    try (Town town = town()) {
      town.sandbox.faults().silentNext("chat.postMessage", Duration.ofSeconds(4), 1);
      try (ServeProcess app = start(town, redis.address().uri().toString())) {
        await().atMost(PATIENCE).until(() -> town.digests() == 1);
        app.kill9();
      }
      assertThat(town.isDigestNoted()).isFalse();
      theNextPostsOne(town);
    }
  }

  /** It stands there, and its chart does not. */
  @Test
  void killedBeforeItsChart_theNextPostsThatAlone() throws Exception {
    try (Town town = town()) {
      town.sandbox.faults().slowNext("files.getUploadURLExternal", Duration.ofSeconds(8), 1);
      try (ServeProcess app = start(town, redis.address().uri().toString())) {
        await().atMost(PATIENCE).until(() -> asksForChart(town));
        app.kill9();
      }
      assertThat(town.digests()).isOne();
      assertThat(charts(town)).isZero();
      Object ended = RedisTime.endClaims(redis.address(), "*:claim:say:*");
      assertThat(ended).isNotNull();
      theNextPostsOne(town);
      assertThat(charts(town)).isOne();
    }
  }

  /** Slack has the chart, too, and its answer is never heard. */
  @Test
  void killedBetweenItsChartAndTheAnswer_thatIsNotPostedAgain() throws Exception {
    try (Town town = town()) {
      town.sandbox.faults().silentNext("files.completeUploadExternal", Duration.ofSeconds(8), 1);
      try (ServeProcess app = start(town, redis.address().uri().toString())) {
        await().atMost(PATIENCE).until(() -> charts(town) == 1);
        app.kill9();
      }
      assertThat(town.isDigestNoted()).isFalse();
      theNextPostsOne(town);
      assertThat(charts(town)).isOne();
    }
  }

  /** It has begun with the chart, so that the answer that is slow is not the next one's. */
  private static boolean asksForChart(Town town) {
    return !town.sandbox.calls("files.getUploadURLExternal").isEmpty();
  }

  private static int charts(Town town) {
    return town.sandbox.workspace().files().all().size();
  }

  /** Slack has answered, and it is not noted. */
  @Test
  void killedBetweenTheAnswerAndNotingIt_itIsNotPostedAgain() throws Exception {
    try (Town town = town();
        RedisProxy proxy = new RedisProxy(redis.address().uri())) {
      Stop noting = proxy.before(DigestKillTest::notes);
      try (ServeProcess app = start(town, proxy.url())) {
        noting.await();
        app.kill9();
      }
      assertThat(town.isDigestNoted()).isFalse();
      theNextPostsOne(town);
    }
  }

  private static boolean notes(List<String> words) {
    return words.get(0).equals("HSET") && words.get(1).endsWith(":digests");
  }

  private static Town town() {
    Town town = new Town(redis.address());
    town.digestIsDue();
    return town;
  }

  private static void theNextPostsOne(Town town) throws Exception {
    assertThat(RedisTime.endClaims(redis.address(), "*:digests:claim:*"))
        .as("what the dead one had claimed")
        .hasSize(1);
    try (ServeProcess app = start(town, redis.address().uri().toString())) {
      await().atMost(PATIENCE).until(town::isDigestNoted);
      app.kill9();
    }
    assertThat(town.digests()).isOne();
  }
}
