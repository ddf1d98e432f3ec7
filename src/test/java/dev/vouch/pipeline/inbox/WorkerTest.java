package dev.vouch.pipeline.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonObject;
import dev.vouch.mention.MentionId;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.Envelope;
import dev.vouch.store.TestRedis;
import dev.vouch.store.TestWorkspace;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XClaimParams;
import redis.clients.jedis.params.XPendingParams;
import redis.clients.jedis.resps.StreamPendingEntry;

class WorkerTest {
  private final TestWorkspace here = new TestWorkspace();

  @AfterEach
  void close() {
    here.close();
  }

  private void arrives(String id, int second, String text) {
    JsonObject event =
        TestWorkspace.said(
            new MentionId("C1", "17640000%02d.000000".formatted(second)), "UAMARA", text);
    arrives(id, event.toString());
  }

  private void arrives(String id, String payload) {
    here.store.append(
        new Envelope(id, here.team, Envelope.Type.EVENT, payload, here.clock.instant()));
  }

  private long heard() {
    return here.books.advocates().heard("UAMARA", 100).size();
  }

  @Test
  void everyEnvelope_hasItsEffect() {
    here.start();
    for (int i = 0; i < 50; i++) {
      arrives("Ev" + i, i, "praise");
    }
    await().until(() -> heard() == 50 && here.books.deliveries().backlog().waiting() == 0);
  }

  @Test
  void poisonMessage_stopsNobody_andBecomesADeadLetter() {
    here.start();
    arrives("EvPoison", 1, "boom");
    arrives("EvJson", "{not json");
    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      jedis.xadd(
          "vouch:{%s}:inbox".formatted(here.team),
          StreamEntryID.NEW_ENTRY,
          Map.of("about", "TELEPATHY 1 2 EvNewer", "payload", "{}"));
    }
    arrives("EvGood", 2, "praise");

    await().until(() -> heard() == 1);
    await().until(() -> here.books.deliveries().backlog().dead() == 3);
    assertThat(here.books.deliveries().deadLetters(10))
        .extracting(letter -> letter.envelope().id() + ": " + letter.reason())
        .containsExactlyInAnyOrder(
            "EvPoison: IllegalStateException",
            "EvJson: JsonSyntaxException",
            "EvNewer: IllegalStateException");
    assertThat(here.books.deliveries().backlog().waiting()).isZero();
  }

  @Test
  void failure_isLoggedWithTheIdsOfWorkspaceAndEnvelope() {
    Logger log = (Logger) LoggerFactory.getLogger(Worker.class);
    ListAppender<ILoggingEvent> kept = new ListAppender<>();
    kept.list = new CopyOnWriteArrayList<>();
    kept.start();
    log.addAppender(kept);
    try {
      here.start();
      arrives("EvJson", "{not json");
      await().until(() -> here.books.deliveries().backlog().dead() == 1);
    } finally {
      log.detachAppender(kept);
    }
    assertThat(kept.list)
        .extracting(ILoggingEvent::getMDCPropertyMap)
        .containsExactly(Map.of("team", here.team, "envelope", "EvJson"));
  }

  /** What others see, too, has its effect here once, and stays in hand until they have it. */
  @Test
  void whatCannotBePassedOn_hasItsEffectOnce_andComesAgainUntilItCan() {
    AtomicInteger done = new AtomicInteger();
    AtomicInteger tries = new AtomicInteger();
    here.instructions = delivery -> done.incrementAndGet();
    here.sharing =
        batch ->
            batch.isEmpty() || tries.incrementAndGet() > 2
                ? Map.of()
                : Map.of(batch.get(0).receipt(), new Directory.Unreachable("away", null, null));
    here.store.append(
        new Envelope("Ev1", here.team, Envelope.Type.INSTRUCTION, "{}", here.clock.instant()));
    here.start();

    await().until(() -> tries.get() == 3 && here.books.deliveries().backlog().waiting() == 0);
    assertThat(done).hasValue(1);
    assertThat(here.books.deliveries().backlog().dead()).isZero();
  }

  /** A poison here may be none there. */
  @Test
  void whatIsPutAsideHere_isPassedOnBefore() {
    AtomicInteger tries = new AtomicInteger();
    here.sharing =
        batch ->
            batch.isEmpty() || tries.incrementAndGet() > 2
                ? Map.of()
                : Map.of(batch.get(0).receipt(), new Inbox.Unavailable("full", null));
    arrives("EvJson", "{not json");
    here.start();

    await().until(() -> here.books.deliveries().backlog().dead() == 1);
    assertThat(tries).hasValue(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"overflow", "unloadable"})
  void textThatBreaksWithAnError_stopsNobody(String text) {
    here.start();
    arrives("EvDeep", 1, text);
    arrives("EvGood", 2, "praise");

    await().until(() -> heard() == 1);
    await().until(() -> here.books.deliveries().backlog().dead() == 1);
  }

  @Test
  void fullRedis_delaysButBuriesNothing() {
    here.worker.round();
    arrives("Ev1", 1, "praise");
    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      try {
        jedis.configSet("maxmemory", "1");
        here.start();
        await().until(() -> tries(jedis) > 6);
      } finally {
        jedis.configSet("maxmemory", "0");
      }
    }

    await().until(() -> heard() == 1);
    assertThat(here.books.deliveries().backlog().dead()).isZero();
  }

  /** How often the oldest envelope was tried; many times if it is not there any more. */
  private long tries(Jedis jedis) {
    XPendingParams first =
        XPendingParams.xPendingParams(StreamEntryID.MINIMUM_ID, StreamEntryID.MAXIMUM_ID, 1);
    return jedis.xlen("vouch:{%s}:inbox".formatted(here.team)) == 0
        ? Long.MAX_VALUE
        : jedis.xpending("vouch:{%s}:inbox".formatted(here.team), "vouch", first).stream()
            .mapToLong(StreamPendingEntry::getDeliveredTimes)
            .sum();
  }

  @Test
  void unreachableSlack_delaysButLosesNothing() {
    here.directory.reachable = false;
    here.start();
    arrives("Ev1", 1, "praise");
    await().until(() -> here.books.deliveries().backlog().waiting() == 1);
    here.directory.reachable = true;

    await().until(() -> heard() == 1);
    assertThat(here.books.deliveries().backlog().dead()).isZero();
  }

  @Test
  void refusedToken_buriesNothing_howeverLongItLasts() {
    here.directory.tokenRefused = true;
    arrives("Ev1", 1, "praise");
    here.worker.round();
    wasTried(5_000);
    await().until(() -> here.worker.round() == 1);
    assertThat(here.books.deliveries().backlog().dead()).isZero();

    here.directory.tokenRefused = false;
    wasTried(5_001);
    await().until(() -> here.worker.round() == 1);
    assertThat(heard()).isOne();
  }

  /** After days without a token Slack has many questions to answer, and says 429 to some. */
  @Test
  void slackAway_afterATokenWasRefusedForLong_buriesNothing() {
    here.directory.tokenRefused = true;
    arrives("Ev1", 1, "praise");
    here.worker.round();
    wasTried(5_000);
    await().until(() -> here.worker.round() == 1);
    here.worker.round();
    here.directory.tokenRefused = false;
    here.directory.reachable = false;
    isDueAgain();
    await().until(() -> here.worker.round() == 1);
    assertThat(here.books.deliveries().backlog()).extracting("waiting", "dead").contains(1L, 0L);

    here.directory.reachable = true;
    here.worker.round();
    isDueAgain();
    await().until(() -> here.worker.round() == 1);
    assertThat(heard()).isOne();
  }

  @Test
  void whatWaitedForLong_isNotBuriedAtItsFirstFailure() {
    here.directory.reachable = false;
    arrives("Ev1", 1, "boom");
    here.worker.round();
    wasTried(40);
    await().until(() -> here.worker.round() == 1);
    here.directory.reachable = true;
    for (int failures = 1; failures <= 5; failures++) {
      assertThat(here.books.deliveries().backlog().dead()).as("failures: " + failures).isZero();
      here.worker.round();
      isDueAgain();
      await().until(() -> here.worker.round() == 1);
    }
    assertThat(here.books.deliveries().backlog().dead()).isOne();
  }

  /** Whoever takes this message dies of it, as for want of memory; nothing else has to. */
  @Test
  void messageThatKillsWhoeverTakesIt_takesNoOtherDown_andBecomesADeadLetter() {
    here.worker.round();
    arrives("EvDeadly", 1, "praise");
    arrives("EvGood", 2, "praise");
    for (int deaths = 0; deaths < 2; deaths++) {
      assertThat(somebodyTakesAndDies()).containsExactly("EvDeadly", "EvGood");
    }
    for (int deaths = 2; deaths < 5; deaths++) {
      assertThat(somebodyTakesAndDies()).containsExactly("EvDeadly");
      Deliveries.Taken other = here.books.deliveries().take(64, List.of());
      if (!other.deliveries().isEmpty()) {
        here.books.deliveries().done(other.deliveries());
      }
    }
    isDueAgain();
    await()
        .until(() -> here.books.deliveries().backlog().waiting() == 0 || here.worker.round() > 9);

    assertThat(heard()).isZero();
    assertThat(here.books.deliveries().deadLetters(10))
        .extracting(letter -> letter.envelope().id() + ": " + letter.reason())
        .containsExactly("EvDeadly: NeverEnded");
  }

  private List<String> somebodyTakesAndDies() {
    isDueAgain();
    return here.books.deliveries().take(64, List.of()).deliveries().stream()
        .map(delivery -> delivery.envelope().id())
        .toList();
  }

  /** All that waits is due again, as after its pause. */
  private void isDueAgain() {
    String again = "vouch:{%s}:inbox:again".formatted(here.team);
    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      jedis
          .zrangeWithScores(again, 0, -1)
          .forEach(one -> jedis.zadd(again, one.getScore() / 1_000, one.getElement()));
    }
  }

  @Test
  void unreachableSlack_isGivenUpAfterADay() {
    here.directory.reachable = false;
    arrives("Ev1", 1, "praise");
    here.worker.round();
    wasTried(299);
    await().until(() -> here.worker.round() == 1);

    assertThat(here.books.deliveries().deadLetters(10))
        .extracting(Deliveries.DeadLetter::reason)
        .containsExactly("users.info: HTTP 503");
  }

  /** The oldest envelope was tried as often, the last time an hour ago. */
  private void wasTried(int times) {
    String inbox = "vouch:{%s}:inbox".formatted(here.team);
    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      StreamEntryID oldest = jedis.xrange(inbox, (StreamEntryID) null, null, 1).get(0).getID();
      XClaimParams as = XClaimParams.xClaimParams().idle(3_600_000).retryCount(times);
      jedis.xclaim(inbox, "vouch", "worker-before", 0, as, oldest);
      jedis.zadd(inbox + ":again", 0, oldest.toString());
    }
  }

  @Test
  void greetingWhoseAnswerNeverCame_isLookedForBeforeItGoesAgain() {
    here.messenger.losesAnswers = true;
    asks("Ev1", 1);
    here.worker.round();
    assertThat(here.messenger.lookups).hasValue(0);

    here.messenger.losesAnswers = false;
    await().until(() -> here.worker.round() == 1);
    assertThat(here.messenger.lookups).as("it may still be on its way").hasValue(0);
    greetingIsOver();
    await().until(() -> here.worker.round() == 1);
    asks("Ev2", 2);
    await().until(() -> here.worker.round() == 1);
    assertThat(here.messenger.replies).hasSize(2);
    assertThat(here.messenger.lookups).hasValue(1);
  }

  private void greetingIsOver() {
    String claim = "vouch:{%s}:claim:greeting:DAMARA:1764000001.000000".formatted(here.team);
    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      assertThat(jedis.pttl(claim)).isBetween(1L, 40_000L);
      jedis.del(claim);
    }
  }

  private void asks(String id, int second) {
    arrives(
        id,
        "{\"type\":\"message\",\"channel\":\"DAMARA\",\"user\":\"UAMARA\",\"ts\":\"17640000%02d.000000\",\"text\":\"hi\"}"
            .formatted(second));
  }

  @Test
  void closing_leavesWhatWasNotDoneInTheInbox() {
    here.start();
    here.worker.close();
    arrives("Ev1", 1, "praise");

    assertThat(here.books.deliveries().take(10, List.of()).deliveries()).hasSize(1);
  }
}
