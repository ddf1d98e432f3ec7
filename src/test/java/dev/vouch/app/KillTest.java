package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.app.DeliveredEvents.Answer;
import dev.vouch.app.DeliveredEvents.Told;
import dev.vouch.app.RedisProxy.Stop;
import dev.vouch.store.server.BundledRedis;
import dev.vouch.store.server.RedisAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The running app is killed with {@code kill -9} between any two steps of a message's way, and ends
 * as one that nobody has disturbed, field by field.
 */
class KillTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path directory;

  /** Where the app is killed, one in each part of the day. */
  private enum Step {
    BEFORE_APPEND,
    BETWEEN_APPEND_AND_ACKNOWLEDGEMENT,
    MID_BATCH,
    BETWEEN_EFFECT_AND_RECEIPT,
    MID_SEND
  }

  @Test
  void killedAtAnyStep_itLeavesWhatAnUndisturbedRunLeaves() throws Exception {
    try (BundledRedis redis = BundledRedis.open(directory.resolve("redis"))) {
      List<Town.Left> undisturbed = undisturbed(redis);
      assertThat(undisturbed.get(Step.MID_SEND.ordinal()).nudges()).hasSize(1);
      try (Town town = new Town(redis.address());
          RedisProxy proxy = new RedisProxy(redis.address().uri());
          Killing killing = new Killing(town, redis.address(), proxy)) {
        for (Step step : Step.values()) {
          killing.at(step);
          Town.Left expected = undisturbed.get(step.ordinal());
          assertThat(town.left()).as("killed at %s", step).isEqualTo(expected);
        }
      }
    }
  }

  private ServeProcess start(Town town, String redisUrl) throws IOException {
    ServeProcess app = ServeProcess.ahead(directory, town.settings(redisUrl), town.ahead());
    await().atMost(PATIENCE).until(app::isReady);
    return app;
  }

  private static List<Told> events(Town town, Step step) {
    List<Told> events = new ArrayList<>(town.day(step.ordinal()));
    if (step == Step.MID_SEND) {
      events.add(town.advocacy("Amara", step.ordinal()));
    }
    return events;
  }

  private List<Town.Left> undisturbed(BundledRedis redis) throws Exception {
    List<Town.Left> left = new ArrayList<>();
    try (RunningTown running = new RunningTown(redis.address())) {
      for (Step step : Step.values()) {
        left.add(running.after(events(running.town, step)));
      }
    }
    return left;
  }

  /** A worker takes what is next in the inbox, as one of the group of all workers. */
  static boolean takes(List<String> words) {
    return words.get(0).equals("EVALSHA")
        && words.contains("vouch")
        && words.stream().anyMatch(word -> word.endsWith(":inbox:again"));
  }

  /** The same day with an app that is killed in each part of it, and started again. */
  private final class Killing implements AutoCloseable {
    private final Town town;
    private final RedisAddress redis;
    private final RedisProxy proxy;
    private ServeProcess app;

    Killing(Town town, RedisAddress redis, RedisProxy proxy) throws IOException {
      this.town = town;
      this.redis = redis;
      this.proxy = proxy;
      this.app = start(town, proxy.url());
    }

    void at(Step step) throws Exception {
      List<Told> events = events(town, step);
      List<Told> again =
          switch (step) {
            case BEFORE_APPEND -> whileTaken(events, proxy::before);
            case BETWEEN_APPEND_AND_ACKNOWLEDGEMENT -> whileTaken(events, proxy::after);
            case MID_BATCH -> whileWorkedOff(events, midBatch());
            case BETWEEN_EFFECT_AND_RECEIPT ->
                whileWorkedOff(events, words -> words.get(0).equals("XACK"));
            case MID_SEND -> whileSent(events);
          };
      app = start(town, proxy.url());
      again.forEach(this::insist);
      town.settleWithoutPauses();
    }

    private void insist(Told told) {
      town.slack.insist(told, () -> app.port);
    }

    /**
     * The fourth event is on its way into the inbox; it was not acknowledged, so it comes again.
     */
    private List<Told> whileTaken(List<Told> events, Where where) throws Exception {
      events.subList(0, 3).forEach(this::insist);
      Told cut = events.get(3);
      Stop stop =
          where.command(words -> words.stream().anyMatch(word -> word.endsWith(" " + cut.id())));
      CompletableFuture<Answer> answer = town.slack.deliver(cut, app.port);
      stop.await();
      app.kill9();
      assertThat(answer.join().acknowledged()).isFalse();
      return events.subList(3, events.size());
    }

    /** All are acknowledged, and none comes again. */
    private List<Told> whileWorkedOff(List<Told> events, Predicate<List<String>> command)
        throws Exception {
      Stop takes = proxy.before(KillTest::takes);
      Stop stop = proxy.before(command);
      events.forEach(this::insist);
      takes.await();
      takes.release();
      stop.await();
      app.kill9();
      return List.of();
    }

    /** The third message of a batch. */
    private static Predicate<List<String>> midBatch() {
      AtomicInteger written = new AtomicInteger();
      return words ->
          words.get(0).equals("EVALSHA")
              && words.stream().anyMatch(word -> word.contains(":mentions:"))
              && written.incrementAndGet() == 3;
    }

    /** Slack has the message, and its answer is never heard. */
    private List<Told> whileSent(List<Told> events) throws Exception {
      town.sandbox.faults().silentNext("chat.postMessage", Duration.ofSeconds(3), 1);
      events.forEach(this::insist);
      await().atMost(PATIENCE).until(() -> town.nudgesOf("Rita").size() == 1);
      app.kill9();
      town.sandbox.clock().advance(Duration.ofMinutes(10));
      assertThat(RedisTime.endClaims(redis, "*:nudges:claim:*"))
          .as("what the dead one had claimed")
          .hasSize(1);
      return List.of();
    }

    @Override
    public void close() {
      app.close();
    }
  }

  /** Before or after a command. */
  private interface Where {
    Stop command(Predicate<List<String>> command);
  }
}
