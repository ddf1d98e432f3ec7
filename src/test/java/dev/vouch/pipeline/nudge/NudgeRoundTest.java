package dev.vouch.pipeline.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.NudgePolicy;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.TestClock;
import dev.vouch.pipeline.Workspace;
import dev.vouch.store.Store;
import dev.vouch.store.TestRedis;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** That each nudge is sent once, whoever dies and whatever gets lost, with real state. */
class NudgeRoundTest {
  private static final MentionId ID = new MentionId("C1", SlackTime.ts(TestWorkspace.NOW));
  private static final String INTRO = Nudge.idOf(NudgeKind.EXEC_INTRO, ID);

  private final TestWorkspace here = new TestWorkspace();

  @BeforeEach
  void marqueeAdvocate() {
    here.marquee();
    event(
        "{\"type\":\"message\",\"channel\":\"C1\",\"user\":\"UAMARA\",\"ts\":\"%s\",\"text\":\"advocacy:"
            + " get it\"}");
  }

  @AfterEach
  void close() {
    here.close();
  }

  private void deletion() {
    event(
        "{\"type\":\"message\",\"subtype\":\"message_deleted\",\"channel\":\"C1\",\"deleted_ts\":\"%s\"}");
  }

  private void event(String json) {
    event(json, ID);
  }

  private void event(String json, MentionId id) {
    here.events.read(JsonParser.parseString(json.formatted(id.ts())).getAsJsonObject());
  }

  private Nudge nudge(String id) {
    return here.nudge(id);
  }

  @Test
  void lostAnswer_isLookedUpBeforeTheNudgeIsSentAgain() {
    here.messenger.losesAnswers = true;
    here.nudges.sendDue();
    assertThat(nudge(INTRO).state()).isEqualTo(State.HELD);

    here.messenger.losesAnswers = false;
    here.clock.advance(Duration.ofMinutes(3));
    here.nudges.sendDue();
    assertThat(nudge(INTRO).state()).isEqualTo(State.SENT);
    assertThat(here.messenger.sent).hasSize(1);
    assertThat(here.messenger.lookups).hasValue(1);
  }

  @Test
  void firstSending_looksUpNothing() {
    here.nudges.sendDue();

    assertThat(here.messenger.sent).hasSize(1);
    assertThat(here.messenger.lookups).hasValue(0);
  }

  @Test
  void sendingThatNeverArrived_isLookedForAndBegunAnew() {
    here.messenger.losesAnswers = true;
    here.nudges.sendDue();
    here.messenger.sent.clear();

    here.messenger.losesAnswers = false;
    here.clock.advance(Duration.ofMinutes(3));
    here.nudges.sendDue();
    assertThat(here.messenger.lookups).hasValue(1);
    assertThat(here.messenger.sent).hasSize(1);
    assertThat(nudge(INTRO).state()).isEqualTo(State.SENT);
  }

  @Test
  void sendingThatArrived_isNoted_thoughTheOwnersDayIsOver() {
    here.messenger.losesAnswers = true;
    here.nudges.sendDue();

    here.messenger.losesAnswers = false;
    here.clock.advance(Duration.ofHours(12));
    here.nudges.sendDue();
    assertThat(nudge(INTRO).state()).isEqualTo(State.SENT);
    here.clock.advance(Duration.ofHours(24));
    here.nudges.sendDue();
    assertThat(here.messenger.sent).hasSize(1);
  }

  @Test
  void sendingThatArrived_isTakenBackWhereItIsRead_whenTheMessageWasDeletedMeanwhile() {
    here.messenger.losesAnswers = true;
    here.nudges.sendDue();
    here.messenger.losesAnswers = false;
    deletion();
    assertThat(here.messenger.shown).isEmpty();

    here.clock.advance(Duration.ofMinutes(3));
    here.nudges.sendDue();
    assertThat(nudge(INTRO).state()).isEqualTo(State.NOTHING);
    assertThat(here.messenger.shown).extracting(Nudge::id).containsExactly(INTRO);
    assertThat(here.messenger.shown.get(0).sent()).isNotNull();
    here.clock.advance(Duration.ofMinutes(3));
    here.nudges.sendDue();
    assertThat(here.messenger.lookups).hasValue(1);
  }

  @Test
  void nudgeThatChangedSinceItWasTaken_isNotSent() {
    here.directory.whileAsking = this::deletion;
    here.nudges.sendDue();

    assertThat(nudge(INTRO).state()).isEqualTo(State.NOTHING);
    assertThat(here.messenger.sent).isEmpty();
  }

  @Test
  void twoInstances_sendOnce_howeverTheirClocksDiffer() {
    TestClock ahead = new TestClock(TestWorkspace.NOW.plus(Duration.ofMinutes(20)));
    try (Store store = Store.at(TestRedis.address(), ahead)) {
      Workspace same = TestWorkspace.through(store, here);
      NudgeDesk other = new NudgeDesk(same, new NudgePolicy(here.team), ahead);
      here.messenger.whileSending = other::sendDue;
      here.nudges.sendDue();
      other.sendDue();
    }

    assertThat(here.messenger.sent).hasSize(1);
    assertThat(here.messenger.lookups).hasValue(0);
  }

  @Test
  void whatBreaksWhileSending_isLookedForBeforeItIsSentAgain() {
    here.messenger.whileSending =
        () -> {
          throw new StackOverflowError("as good as killed");
        };
    here.nudges.sendDue();
    assertThat(nudge(INTRO).state()).isEqualTo(State.HELD);
    here.messenger.whileSending = () -> {};
    here.clock.advance(Duration.ofMinutes(3));
    here.nudges.sendDue();

    assertThat(here.messenger.sent).hasSize(1);
    assertThat(nudge(INTRO).state()).isEqualTo(State.SENT);
  }

  @Test
  void whatSomebodyTookAndNeverGaveBack_isFreeWhenTheLeaseIsOver_byTheClockOfRedis() {
    assertThat(here.books.nudges().claimDue(here.clock.instant(), Duration.ofMinutes(2)))
        .isPresent();
    here.clock.advance(Duration.ofHours(1));
    here.nudges.sendDue();
    assertThat(here.messenger.sent).isEmpty();

    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      String claim = "vouch:{%s}:nudges:claim:%s".formatted(here.team, INTRO);
      assertThat(jedis.pttl(claim)).isBetween(1L, 120_000L);
      jedis.del(claim);
    }
    here.clock.advance(Duration.ofMinutes(3));
    here.nudges.sendDue();
    assertThat(here.messenger.sent).hasSize(1);
  }

  @Test
  void whatIsTakenBySomebodyElse_isNotGivenBack() {
    try (Store other = Store.at(TestRedis.address(), here.clock)) {
      here.books.nudges().claimDue(here.clock.instant(), Duration.ofMinutes(2));
      other.books(here.team).nudges().release(INTRO);
      here.clock.advance(Duration.ofMinutes(3));

      assertThat(here.books.nudges().claimDue(here.clock.instant(), Duration.ofMinutes(2)))
          .isEmpty();
    }
  }

  /** Jon's is about a later message, and was decided about a second later. */
  private String secondNudge() {
    here.clock.advance(Duration.ofSeconds(1));
    MentionId later = new MentionId("B1", SlackTime.ts(TestWorkspace.NOW.plusSeconds(1)));
    event(
        "{\"type\":\"message\",\"channel\":\"B1\",\"user\":\"UJON\",\"ts\":\"%s\",\"text\":\"advocacy:"
            + " get it\"}",
        later);
    return Nudge.idOf(NudgeKind.EXEC_INTRO, later);
  }

  private void slackSays(RuntimeException refusal) {
    here.messenger.beforeSending =
        () -> {
          throw refusal;
        };
  }

  private void slackIsWell() {
    here.messenger.beforeSending = () -> {};
  }

  private List<String> sent() {
    return here.messenger.sent.stream().map(one -> one.nudge().id()).toList();
  }

  @Test
  void nudgeThatSlackRefusesForAMoment_isNotOvertaken() {
    String second = secondNudge();
    AtomicBoolean first = new AtomicBoolean(true);
    here.messenger.beforeSending =
        () -> {
          if (first.getAndSet(false)) {
            throw new Directory.Unreachable("chat.postMessage: HTTP 500", null, null);
          }
        };
    here.nudges.sendDue();
    here.clock.advance(Duration.ofSeconds(60));
    here.nudges.sendDue();
    assertThat(sent()).isEmpty();

    here.clock.advance(Duration.ofSeconds(60));
    here.nudges.sendDue();
    here.clock.advance(Duration.ofSeconds(2));
    here.nudges.sendDue();
    assertThat(sent()).containsExactly(INTRO, second);
  }

  @Test
  void twoInstances_keepTheOrderToo() {
    slackSays(new Directory.Unreachable("chat.postMessage: HTTP 500", null, null));
    here.nudges.sendDue();
    slackIsWell();
    String second = secondNudge();
    try (Store store = Store.at(TestRedis.address(), here.clock)) {
      NudgeDesk other =
          new NudgeDesk(TestWorkspace.through(store, here), new NudgePolicy(here.team), here.clock);
      other.sendDue();
      assertThat(sent()).isEmpty();
      here.clock.advance(Duration.ofMinutes(3));
      other.sendDue();
      here.clock.advance(Duration.ofSeconds(2));
      other.sendDue();
    }

    assertThat(sent()).containsExactly(INTRO, second);
  }

  @Test
  void nudgeThatComesWhileAnotherIsOnItsWay_goesRightAfter() {
    String second = secondNudge();
    try (Store store = Store.at(TestRedis.address(), here.clock)) {
      NudgeDesk other =
          new NudgeDesk(TestWorkspace.through(store, here), new NudgePolicy(here.team), here.clock);
      here.messenger.beforeSending =
          () -> {
            slackIsWell();
            other.sendDue();
          };
      here.nudges.sendDue();
      assertThat(sent()).containsExactly(INTRO);
      here.clock.advance(Duration.ofSeconds(1));
      other.sendDue();
    }

    assertThat(sent()).containsExactly(INTRO, second);
  }

  @Test
  void nudgeThatSlackWantsLater_goesThen_andTheNextRightAfter() {
    String second = secondNudge();
    Instant later = here.clock.instant().plusSeconds(30);
    slackSays(new Directory.Unreachable("chat.postMessage: HTTP 429", null, later));
    here.nudges.sendDue();
    slackIsWell();
    here.clock.advance(Duration.ofSeconds(29));
    here.nudges.sendDue();
    assertThat(sent()).isEmpty();

    here.clock.advance(Duration.ofSeconds(1));
    here.nudges.sendDue();
    assertThat(sent()).containsExactly(INTRO);
    here.clock.advance(Duration.ofSeconds(1));
    here.nudges.sendDue();
    assertThat(sent()).containsExactly(INTRO, second);
  }

  @Test
  void nudgeThatWaits_holdsUpNothingForSomebodyElse() {
    slackSays(new Directory.Unreachable("chat.postMessage: HTTP 500", null, null));
    here.nudges.sendDue();
    slackIsWell();
    here.books.accounts().change("Northwind Foods", account -> account.withOwner("UMAN"));
    String second = secondNudge();
    here.nudges.sendDue();

    assertThat(sent()).containsExactly(second);
  }

  @Test
  void nudgeThatBreaks_letsOthersPass() {
    slackSays(new IllegalStateException("this nudge breaks the messenger"));
    here.nudges.sendDue();
    slackIsWell();
    String second = secondNudge();
    here.nudges.sendDue();

    assertThat(sent()).containsExactly(second);
  }

  @Test
  void nudgeThatIsTakenBackWhileItWaits_letsOthersPass() {
    slackSays(new Directory.Unreachable("chat.postMessage: HTTP 500", null, null));
    here.nudges.sendDue();
    deletion();
    slackIsWell();
    String second = secondNudge();
    for (int i = 0; i < 3; i++) {
      here.clock.advance(Duration.ofMinutes(2));
      here.nudges.sendDue();
    }

    assertThat(sent()).containsExactly(second);
  }
}
