package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.app.DeliveredEvents.Told;
import dev.vouch.app.RedisProxy.Stop;
import dev.vouch.store.server.BundledRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three instances of the app on one Redis, one of which dies with a batch in its hands. */
class InstancesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int PARTS = 6;

  @TempDir private Path directory;

  @Test
  void oneOfThreeIsKilled_andTheOthersLeaveWhatOneAloneLeaves() throws Exception {
    try (BundledRedis redis = BundledRedis.open(directory.resolve("redis"))) {
      Town.Left alone = byOneAlone(redis);
      assertThat(alone.nudges()).hasSize(2);
      try (Town town = town(redis);
          RedisProxy proxy = new RedisProxy(redis.address().uri());
          ServeProcess first = start(town, proxy.url());
          ServeProcess second = start(town, redis.address().uri().toString());
          ServeProcess third = start(town, redis.address().uri().toString())) {
        killedAtWork(first, town, proxy);
        List<ServeProcess> others = List.of(second, third);
        AtomicInteger next = new AtomicInteger();
        days(town).forEach(told -> insist(town, told, others, next));
        // One may still have the end of a complaint in hand while another reads what is said next.
        town.awaitWorkedOff();
        acts(town).forEach(told -> insist(town, told, others, next));
        town.settle();

        assertThat(town.left().whoeverSent()).isEqualTo(alone.whoeverSent());
        assertThat(town.digests()).isOne();
        assertThat(others).allSatisfy(one -> assertThat(done(one)).isPositive());
      }
    }
  }

  private static void insist(Town town, Told told, List<ServeProcess> others, AtomicInteger next) {
    town.slack.insist(told, () -> others.get(next.getAndIncrement() % others.size()).port);
  }

  /**
   * It has acknowledged a part of the day, and dies with all of it in hand. With the complaint
   * written, and the edit that ends it not, nudges would rightly wait for the next day.
   */
  private static void killedAtWork(ServeProcess app, Town town, RedisProxy proxy)
      throws InterruptedException {
    Stop stop =
        proxy.before(
            words ->
                words.get(0).equals("EVALSHA")
                    && words.stream().anyMatch(word -> word.contains(":mentions:")));
    town.day(0).forEach(told -> town.slack.insist(told, () -> app.port));
    stop.await();
    app.kill9();
  }

  private static Town town(BundledRedis redis) {
    Town town = new Town(redis.address());
    town.digestIsDue();
    return town;
  }

  private ServeProcess start(Town town, String redisUrl) throws IOException {
    ServeProcess app = ServeProcess.ahead(directory, town.settings(redisUrl), town.ahead());
    await().atMost(PATIENCE).until(app::isReady);
    return app;
  }

  private static List<Told> days(Town town) {
    List<Told> events = new ArrayList<>(town.day(0));
    for (int part = 1; part < PARTS; part++) {
      events.addAll(town.dayWithoutActs(part));
    }
    return events;
  }

  /** Nobody acts twice: which of two acts is nudged for hangs on which is worked off first. */
  private static List<Told> acts(Town town) {
    return List.of(town.advocacy("Amara", 1), town.advocacy("Yuki", 2));
  }

  private Town.Left byOneAlone(BundledRedis redis) throws Exception {
    try (RunningTown running = new RunningTown(town(redis), redis.address())) {
      List<Told> events = new ArrayList<>(days(running.town));
      events.addAll(acts(running.town));
      return running.after(events);
    }
  }

  /** How many events an instance has worked off. */
  private static double done(ServeProcess app) {
    return app.page("/metrics")
        .lines()
        .filter(line -> line.startsWith("vouch_envelopes_total{outcome=\"done\",type=\"event\"}"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}
