package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.app.DeliveredEvents.Answer;
import dev.vouch.app.DeliveredEvents.Told;
import dev.vouch.sandbox.workspace.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.Jedis;

/** The running app while Redis is slow, hangs, is away or full. */
class FaultsTest extends DisturbedDay {
  /** What Redis may do. */
  private enum Trouble {
    SLOW(proxy -> proxy.slow(Duration.ofSeconds(2))),
    HANGING(RedisProxy::hang),
    GONE(RedisProxy::leave),
    FULL(proxy -> holdAtMost("1"));

    private final Consumer<RedisProxy> begin;

    Trouble(Consumer<RedisProxy> begin) {
      this.begin = begin;
    }

    static void end(RedisProxy proxy) {
      proxy.heal();
      holdAtMost("0");
    }
  }

  /** Redis refuses to write more than that; 0 stands for no bound. */
  private static void holdAtMost(String bytes) {
    try (Jedis jedis = new Jedis(redis.address().uri())) {
      jedis.configSet("maxmemory", bytes);
    }
  }

  @AfterEach
  void holdAnything() {
    holdAtMost("0");
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void redisInTrouble_meansNoLateAndNoEmptyAcknowledgement_andPassesByItself(Trouble trouble)
      throws Exception {
    try (RunningTown running = new RunningTown(redis.address())) {
      List<Told> events = running.town.day(0);
      events.subList(0, 2).forEach(running::insist);
      trouble.begin.accept(running.proxy);
      List<Answer> meanwhile =
          Stream.concat(events.subList(2, 6).stream(), events.subList(2, 4).stream())
              .map(running::deliver)
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();

      assertThat(meanwhile)
          .allSatisfy(answer -> assertThat(answer.took()).isLessThan(SLACK_WAITS))
          .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(503));
      Trouble.end(running.proxy);
      events.subList(2, events.size()).forEach(running::insist);
      running.town.settleWithoutPauses();
      assertThat(running.town.left()).isEqualTo(undisturbed);
    }
  }

  /**
   * Redis is away for longer than anybody's lease while a nudge is on its way. By what Redis holds
   * that is the same as a few seconds after which every claim and every pause has ended: no other
   * clock runs meanwhile.
   */
  @Test
  void redisAwayForLongerThanTheLeases_meansNothingLostAndNothingSentAgain() throws Exception {
    Town.Left expected;
    try (RunningTown running = new RunningTown(redis.address())) {
      expected = running.after(withAdvocacy(running.town));
    }
    Town town = new Town(redis.address());
    try (RunningTown first = new RunningTown(town, redis.address());
        RunningTown second = new RunningTown(town, redis.address())) {
      town.sandbox.faults().silentNext("chat.postMessage", Duration.ofSeconds(1), 1);
      withAdvocacy(town).forEach(first::insist);
      await().until(() -> town.nudgesOf("Rita").size() == 1);
      List.of(first, second).forEach(one -> one.proxy.hang());
      assertThat(RedisTime.endClaims(redis.address(), "*:nudges:claim:*")).hasSize(1);
      List<CompletableFuture<Answer>> meanwhile =
          town.dayWithoutActs(0).stream().map(second::deliver).toList();
      assertThat(meanwhile).noneSatisfy(one -> assertThat(one.join().acknowledged()).isTrue());
      List.of(first, second).forEach(one -> one.proxy.heal());
      town.settleWithoutPauses();
      second.doWhatIsDue();
      first.doWhatIsDue();

      assertThat(town.left()).isEqualTo(expected);
    }
  }

  private static List<Told> withAdvocacy(Town town) {
    List<Told> events = new ArrayList<>(town.day(0));
    events.add(town.advocacy("Amara", 0));
    return events;
  }

  @Test
  void commandsAndButtonsWhileRedisHangs_areAnsweredKindlyAndInTime() throws Exception {
    try (RunningTown running = RunningTown.delivering(redis.address())) {
      Town town = running.town;
      running.insist(town.advocacy("Amara", 0));
      town.awaitWorkedOff();
      running.doWhatIsDue();
      running.proxy.hang();

      assertAnsweredKindly(
          town,
          "#general",
          () -> town.sandbox.workspace().commandAs("Rita", "#general", "/vouch top"));
      String messages = town.sandbox.workspace().dmChannelWithBot("Rita").id();
      assertAnsweredKindly(town, messages, () -> town.press("Rita", "Doing it"));
    }
  }

  private static void assertAnsweredKindly(Town town, String channel, Supplier<Outcome> asked) {
    long start = System.nanoTime();
    assertThat(asked.get().error()).isEmpty();
    await()
        .atMost(SLACK_WAITS.minusNanos(System.nanoTime() - start))
        .until(
            () ->
                town.sandbox.workspace().ephemerals("Rita", channel).toString().contains("Sorry"));
  }
}
