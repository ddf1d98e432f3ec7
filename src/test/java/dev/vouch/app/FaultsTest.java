package dev.vouch.app;

import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.app.DeliveredEvents.Answer;
import dev.vouch.app.DeliveredEvents.Told;
import dev.vouch.nudge.Nudge;
import dev.vouch.sandbox.api.Faults;
import dev.vouch.store.BundledRedis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The running app while Redis or Slack's Web API is slow, hangs, is away or answers nonsense. */
class FaultsTest {
  /** What Slack waits for an acknowledgement. */
  private static final Duration SLACK_WAITS = Duration.ofSeconds(3);

  @TempDir private static Path directory;
  private static BundledRedis redis;
  private static Town.Left undisturbed;

  @BeforeAll
  static void start() throws Exception {
    redis = BundledRedis.open(directory);
    try (RunningTown running = new RunningTown(redis.address())) {
      undisturbed = running.after(running.town.day(0));
    }
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  /** What Redis may do. */
  private enum Trouble {
    SLOW(proxy -> proxy.slow(Duration.ofSeconds(2))),
    HANGING(RedisProxy::hang),
    GONE(RedisProxy::leave);

    private final Consumer<RedisProxy> begin;

    Trouble(Consumer<RedisProxy> begin) {
      this.begin = begin;
    }
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
          .noneSatisfy(answer -> assertThat(answer.acknowledged()).isTrue());
      running.proxy.heal();
      events.subList(2, events.size()).forEach(running::insist);
      running.town.settleWithoutPauses();
      assertThat(running.town.left()).isEqualTo(undisturbed);
    }
  }

  /** What Slack may answer to a message that Vouch sends; the first is heard eight seconds late. */
  private enum Answered {
    NOTHING(faults -> faults.silentNext("chat.postMessage", Duration.ofMillis(8_500), 1)),
    TOO_MANY_REQUESTS(faults -> faults.failNext("chat.postMessage", 429, 30, 1)),
    SERVER_ERROR(faults -> faults.failNext("chat.postMessage", 500, 0, 1)),
    HTML(faults -> faults.htmlNext("chat.postMessage", 1)),
    TOKEN_REVOKED(faults -> faults.errorNext("chat.postMessage", "token_revoked", 1));

    private final Consumer<Faults> plan;

    Answered(Consumer<Faults> plan) {
      this.plan = plan;
    }
  }

  @ParameterizedTest
  @EnumSource(Answered.class)
  void whateverSlackAnswers_theNudgeArrivesOnce(Answered answered) throws Exception {
    try (RunningTown running = new RunningTown(redis.address())) {
      Town town = running.town;
      answered.plan.accept(town.sandbox.faults());
      running.insist(town.advocacy("Amara", 0));
      running.doWhatIsDue();
      town.awaitWorkedOff();
      running.doWhatIsDue();
      assertThat(town.sandbox.calls("chat.postMessage")).hasSize(1);
      for (int i = 0; i < 3; i++) {
        town.sandbox.clock().advance(Duration.ofMinutes(3));
        running.doWhatIsDue();
      }

      assertThat(town.nudgesOf("Rita")).hasSize(1);
      assertThat(town.books().nudges().openFor(town.person("Rita"), 10))
          .extracting(Nudge::state)
          .containsExactly(Nudge.State.SENT);
    }
  }

  /** Slack refuses the first of two for a moment; the second must not pass it by. */
  @ParameterizedTest
  @EnumSource(names = {"TOO_MANY_REQUESTS", "SERVER_ERROR"})
  void nudgesOfOnePerson_arriveInTheirOrder(Answered answered) throws Exception {
    try (RunningTown running = new RunningTown(redis.address())) {
      Town town = running.town;
      answered.plan.accept(town.sandbox.faults());
      running.insist(town.advocacy("Amara", 1));
      town.awaitWorkedOff();
      running.doWhatIsDue();
      running.insist(town.advocacy("Yuki", 0));
      town.awaitWorkedOff();
      running.doWhatIsDue();
      assertThat(town.nudgesOf("Rita")).isEmpty();
      for (int i = 0; i < 3; i++) {
        town.sandbox.clock().advance(Duration.ofMinutes(3));
        running.doWhatIsDue();
      }

      assertThat(town.nudgesOf("Rita")).hasSize(2).isSortedAccordingTo(reverseOrder());
    }
  }

  /** What Slack may do with a greeting; another instance takes the message again meanwhile. */
  private enum Dawdling {
    DOES_IT_LATE(faults -> faults.slowNext("chat.postMessage", Duration.ofMillis(7_500), 1)),
    ANSWERS_TOO_LATE(faults -> faults.silentNext("chat.postMessage", Duration.ofMillis(8_500), 1));

    private final Consumer<Faults> plan;

    Dawdling(Consumer<Faults> plan) {
      this.plan = plan;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverTakesADirectMessageAgain_doesNotGreetAgain(Dawdling dawdling) throws Exception {
    Town town = new Town(redis.address());
    try (RunningTown first = new RunningTown(town, redis.address());
        RunningTown second = new RunningTown(town, redis.address())) {
      dawdling.plan.accept(town.sandbox.faults());
      first.insist(town.directMessage("Yuki"));
      await().pollDelay(Duration.ofSeconds(9)).until(() -> true);
      RedisTime.endClaims(redis.address(), "*:claim:greeting:*");
      town.settleWithoutPauses();

      assertThat(town.sandbox.workspace().dmWithBot("Yuki")).hasSize(1);
    }
  }

  @Test
  void tokenThatIsRevoked_holdsUpNoAcknowledgement_andWhatCameMeanwhileIsWorkedOff()
      throws Exception {
    try (RunningTown running = new RunningTown(redis.address())) {
      running.town.sandbox.faults().loseToken("token_revoked");
      Set<Integer> statuses = new HashSet<>();
      for (Told told : running.town.day(0)) {
        Answer answer = running.deliver(told).join();
        statuses.add(answer.status());
        assertThat(answer.took()).isLessThan(SLACK_WAITS);
      }
      assertThat(statuses).containsExactly(200);
      running.town.sandbox.faults().clear();
      running.town.settleWithoutPauses();

      assertThat(running.town.left()).isEqualTo(undisturbed);
    }
  }
}
