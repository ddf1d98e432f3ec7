package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.app.DeliveredEvents.Answer;
import dev.vouch.app.DeliveredEvents.Told;
import dev.vouch.store.server.BundledRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * Something happens to the running app, or to its Redis, while events come over several connections
 * at once. No event comes again after it was acknowledged, and what is left is what an app that
 * nobody has disturbed leaves, field by field.
 */
class UnderLoadTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SLACK_WAITS = Duration.ofSeconds(3);
  private static final int PARTS = 30;

  private static Town.Left undisturbed;
  @TempDir private Path directory;
  private BundledRedis redis;
  private Town town;
  private volatile ServeProcess app;

  @BeforeAll
  static void undisturbed(@TempDir Path directory) throws Exception {
    try (BundledRedis redis = BundledRedis.open(directory);
        RunningTown running = new RunningTown(redis.address())) {
      undisturbed = running.after(events(running.town));
    }
    assertThat(undisturbed.nudges()).hasSize(1);
  }

  @BeforeEach
  void start() throws Exception {
    redis = BundledRedis.open(directory.resolve("state"));
    town = new Town(redis.address());
    startApp();
  }

  @AfterEach
  void stop() {
    app.close();
    town.close();
    redis.close();
  }

  /** With the Redis of the data directory, which the app looks after. */
  private void startApp() throws IOException {
    Map<String, String> settings = new HashMap<>(town.settings(""));
    settings.remove("REDIS_URL");
    app = ServeProcess.ahead(directory, settings, town.ahead());
    await().atMost(PATIENCE).until(app::isReady);
  }

  private static List<Told> events(Town town) {
    List<Told> events = new ArrayList<>(town.day(0));
    for (int part = 1; part < PARTS; part++) {
      events.addAll(town.calmDay(part));
    }
    events.add(town.advocacy("Amara", PARTS));
    return events;
  }

  /** What happens in the middle. */
  @FunctionalInterface
  private interface Accident {
    void happen() throws Exception;
  }

  private void underLoad(Accident accident) throws Exception {
    List<Told> events = events(town);
    try (Load load = new Load(town.slack, events, () -> app.port)) {
      load.awaitHalf();
      accident.happen();
      load.awaitAll();
    }
    List<Answer> answers = town.slack.answers();
    assertThat(answers.stream().filter(Answer::acknowledged)).hasSameSizeAs(events);
    assertThat(answers)
        .as("some came while nobody could take them")
        .hasSizeGreaterThan(events.size())
        .allSatisfy(answer -> assertThat(answer.took()).isLessThan(SLACK_WAITS));
  }

  private void assertNothingIsLostNorDoubled() {
    town.settleWithoutPauses();
    assertThat(town.left()).isEqualTo(undisturbed);
  }

  @Test
  void appToldToEnd_endsInTime_andTheNextOneGoesOn() throws Exception {
    underLoad(
        () -> {
          assertThat(app.endsInTime()).isTrue();
          startApp();
        });

    assertNothingIsLostNorDoubled();
  }

  @Test
  void redisKilled_isStartedAgainOnItsFiles_andTheAppGoesOnWithoutAHand() throws Exception {
    underLoad(() -> redis().destroyForcibly());

    await()
        .ignoreExceptionsInstanceOf(JedisConnectionException.class)
        .until(() -> town.store.health().appendOnly());
    assertNothingIsLostNorDoubled();
  }

  private ProcessHandle redis() throws IOException {
    String pid = Files.readString(directory.resolve("state/redis/redis.pid")).strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }
}
