package dev.vouch.app;

import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.nudge.Nudge;
import dev.vouch.sandbox.api.Faults;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The running app while Slack's Web API is silent, answers nonsense or refuses. */
class SlackFaultsTest extends DisturbedDay {
  @ParameterizedTest
  @EnumSource(Answered.class)
  void whateverSlackAnswers_theNudgeArrivesOnce(Answered answered) throws Exception {
    try (RunningTown running = new RunningTown(redis.address())) {
      Town town = running.town;
      answered.plan(town, "chat.postMessage");
      running.insist(town.advocacy("Amara", 0));
      running.doWhatIsDue();
      town.awaitWorkedOff();
      running.doWhatIsDue();
      assertThat(town.sandbox.calls("chat.postMessage")).hasSize(1);
      for (int i = 0; i < 3; i++) {
        town.sandbox.clock().advance(Duration.ofMinutes(3));
        running.doWhatIsDue();
      }

      assertAcknowledgedInTime(running);
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
      answered.plan(town, "chat.postMessage");
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
      running.town.day(0).forEach(told -> running.deliver(told).join());
      assertAcknowledgedInTime(running);
      running.town.sandbox.faults().clear();
      running.town.settleWithoutPauses();

      assertThat(running.town.left()).isEqualTo(undisturbed);
    }
  }

  /** Every event is acknowledged in Slack's three seconds, whatever becomes of the call. */
  private static void assertAcknowledgedInTime(RunningTown running) {
    assertThat(running.town.slack.answers())
        .isNotEmpty()
        .allSatisfy(answer -> assertThat(answer.acknowledged()).isTrue())
        .allSatisfy(answer -> assertThat(answer.took()).isLessThan(SLACK_WAITS));
  }

  /** Until a method was called, and may be called again where Slack has asked for a rest. */
  private static void awaitRestAfter(Town town, String method) {
    await().until(() -> !town.sandbox.calls(method).isEmpty());
    town.sandbox.clock().advance(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @EnumSource(Answered.class)
  void whateverSlackAnswersWhenAskedWhoSomebodyIs_whatTheySaidIsHeard(Answered answered)
      throws Exception {
    try (RunningTown running = new RunningTown(redis.address())) {
      answered.plan(running.town, "users.info");
      running.town.day(0).stream().map(running::deliver).toList().forEach(CompletableFuture::join);
      awaitRestAfter(running.town, "users.info");
      running.town.settleWithoutPauses();

      assertAcknowledgedInTime(running);
      assertThat(running.town.left()).isEqualTo(undisturbed);
    }
  }

  @ParameterizedTest
  @EnumSource(Answered.class)
  void whateverSlackAnswersToAnUpdate_theMessageChanges(Answered answered) throws Exception {
    try (RunningTown running = RunningTown.delivering(redis.address())) {
      Town town = running.town;
      running.insist(town.advocacy("Amara", 0));
      town.awaitWorkedOff();
      running.doWhatIsDue();
      answered.plan(town, "chat.update");

      assertThat(town.press("Rita", "Doing it").error()).isEmpty();
      awaitRestAfter(town, "chat.update");
      town.settleWithoutPauses();
      assertAcknowledgedInTime(running);
      assertThat(town.sandbox.calls("chat.update")).hasSizeGreaterThan(1);
      assertThat(town.sandbox.workspace().dmWithBot("Rita"))
          .singleElement()
          .satisfies(message -> assertThat(message.toString()).doesNotContain("Doing it"));
    }
  }
}
