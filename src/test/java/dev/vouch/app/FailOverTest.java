package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.app.DeliveredEvents.Answer;
import dev.vouch.app.DeliveredEvents.Told;
import dev.vouch.store.RedisSentinels;
import dev.vouch.store.server.BundledRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.exceptions.JedisException;

/** Two instances of the app, and a master that is killed in the middle of their work. */
class FailOverTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SLACK_WAITS = Duration.ofSeconds(3);
  private static final int PARTS = 30;

  @TempDir private Path directory;

  @Test
  void masterKilledUnderLoad_losesNothingAcknowledged_andSendsNothingAgain() throws Exception {
    Town.Left alone = byOneAlone();
    assertThat(alone.nudges()).hasSize(2);
    try (RedisSentinels redis = new RedisSentinels();
        Town town = new Town(redis.address(1));
        ServeProcess first = start(town);
        ServeProcess second = start(town)) {
      List<ServeProcess> both = List.of(first, second);
      both.forEach(one -> await().atMost(PATIENCE).until(one::isReady));
      for (Told told : before(town)) {
        town.slack.insist(told, () -> first.port);
        town.settle();
      }
      AtomicInteger next = new AtomicInteger();
      try (Load load =
          new Load(town.slack, meanwhile(town), () -> both.get(next.getAndIncrement() % 2).port)) {
        load.awaitHalf();
        redis.master().kill();
        load.awaitAll();
      }

      assertThat(town.slack.answers())
          .allSatisfy(answer -> assertThat(answer.took()).isLessThan(SLACK_WAITS))
          .anySatisfy(answer -> assertThat(answer.acknowledged()).isFalse());
      assertThat(town.slack.answers().stream().filter(Answer::acknowledged))
          .hasSize(before(town).size() + meanwhile(town).size());
      settle(town);
      assertThat(town.left().whoeverSent()).isEqualTo(alone.whoeverSent());
    }
  }

  /** Connections from before the fail-over break at their first use. */
  private static void settle(Town town) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(JedisException.class)
        .until(() -> town.store.health().appendOnly());
    town.settle();
  }

  private ServeProcess start(Town town) throws IOException {
    Map<String, String> settings =
        new HashMap<>(town.settings(town.store.address().uri().toString()));
    settings.put("VOUCH_SENTINEL_PASSWORD", "watch");
    settings.put("VOUCH_REDIS_REPLICAS", "1");
    return ServeProcess.ahead(directory, settings, town.ahead());
  }

  private Town.Left byOneAlone() throws Exception {
    try (BundledRedis redis = BundledRedis.open(directory.resolve("redis"));
        RunningTown running = new RunningTown(redis.address())) {
      running.after(before(running.town));
      return running.after(meanwhile(running.town));
    }
  }

  /**
   * When the master dies, Rita was asked for the first introduction. One after the other, because
   * it waits until tomorrow where it is heard before Yuki's complaint is edited away.
   */
  private static List<Told> before(Town town) {
    List<Told> events = new ArrayList<>(town.day(0));
    events.add(town.advocacy("Yuki", 0));
    return events;
  }

  /** She is asked for the second one while it is dead, or after. */
  private static List<Told> meanwhile(Town town) {
    List<Told> events = new ArrayList<>();
    for (int part = 1; part < PARTS; part++) {
      events.addAll(town.calmDay(part));
    }
    events.add(events.size() / 2, town.advocacy("Amara", PARTS));
    return events;
  }
}
