package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.inbox.Deliveries;
import dev.vouch.pipeline.inbox.Deliveries.Delivery;
import dev.vouch.pipeline.inbox.Inbox;
import dev.vouch.store.server.RedisAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamConsumerInfo;

class RedisInboxTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  private static final RedisInbox.Rules RULES = new RedisInbox.Rules(Duration.ofMillis(30), 100);

  private final String team = TestRedis.freshTeam();
  private Store store;
  private Deliveries deliveries;

  @BeforeEach
  void open() {
    open(RULES);
  }

  private void open(RedisInbox.Rules rules) {
    store = Store.at(TestRedis.address(), InstantSource.fixed(NOW), rules);
    deliveries = store.books(team).deliveries();
  }

  /** Nothing is tried again while a test runs, however slow the machine is. */
  private void withoutSecondTries() {
    store.close();
    open(RedisInbox.Rules.USUAL);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Envelope envelope(String id) {
    return new Envelope(id, team, Envelope.Type.EVENT, "{\"text\":\"é\\u0000\"}", NOW);
  }

  private List<Delivery> take() {
    return deliveries.take(10, List.of()).deliveries();
  }

  @Test
  void sameEventId_comesOutOnce_andIsCounted() {
    withoutSecondTries();
    store.append(envelope("Ev1"));
    store.append(envelope("Ev1"));
    Deliveries.Taken taken = deliveries.take(10, List.of());
    store.append(envelope("Ev1"));
    Deliveries.Taken later = deliveries.take(10, taken.deliveries());

    assertThat(taken.deliveries()).hasSize(1);
    assertThat(taken.repeated()).isOne();
    assertThat(taken.waiting()).isOne();
    assertThat(later).isEqualTo(new Deliveries.Taken(List.of(), 0, 1));
    assertThat(deliveries.backlog()).isEqualTo(new Deliveries.Backlog(0, null, 0));
  }

  @Test
  void sameEventId_takenByTwoWorkers_isOfOne() {
    withoutSecondTries();
    store.append(envelope("Ev1"));
    store.append(envelope("Ev1"));
    try (Store other =
        Store.at(TestRedis.address(), InstantSource.system(), RedisInbox.Rules.USUAL)) {
      List<Delivery> ours = deliveries.take(1, List.of()).deliveries();
      List<Delivery> theirs = other.books(team).deliveries().take(1, List.of()).deliveries();

      assertThat(ours).hasSize(1);
      assertThat(theirs).isEmpty();
    }
  }

  @Test
  void envelope_comesOutAsItWentIn() {
    store.append(envelope("Ev1"));

    assertThat(take()).extracting(Delivery::envelope).containsExactly(envelope("Ev1"));
  }

  @Test
  void finishedEnvelope_leavesNothingBehind() {
    store.append(envelope("Ev1"));
    deliveries.done(take());

    assertThat(deliveries.backlog()).isEqualTo(new Deliveries.Backlog(0, null, 0));
  }

  @Test
  void whatWasDone_goesWithTheNextTake() {
    store.append(envelope("Ev1"));
    List<Delivery> first = take();
    store.append(envelope("Ev2"));
    Deliveries.Taken second = deliveries.take(10, first);

    assertThat(second.deliveries()).extracting(one -> one.envelope().id()).containsExactly("Ev2");
    assertThat(second.waiting()).isOne();
  }

  @Test
  void whatComesAtTheSameTime_isAllStored_andOnceEach() {
    List<CompletableFuture<Void>> stored =
        IntStream.range(0, 90)
            .parallel()
            .mapToObj(i -> store.appendSoon(envelope("Ev" + i / 2)))
            .toList();
    stored.forEach(CompletableFuture::join);

    assertThat(deliveries.take(90, List.of()))
        .satisfies(taken -> assertThat(taken.deliveries()).hasSize(45))
        .satisfies(taken -> assertThat(taken.repeated()).isEqualTo(45));
    assertThat(deliveries.backlog().waiting()).isEqualTo(45);
  }

  @Test
  void moreThanMayWait_isNotTaken_untilThereIsRoom() {
    for (int i = 0; i < 100; i++) {
      store.append(envelope("Ev" + i));
    }

    assertThatThrownBy(() -> store.append(envelope("Ev100"))).isInstanceOf(Inbox.Unavailable.class);
    deliveries.done(take());
    store.append(envelope("Ev100"));
    assertThat(deliveries.backlog().waiting()).isEqualTo(91);
  }

  @Test
  void eventThatSlackRepeatsHoursLater_isKnown() {
    Envelope first = envelope("Ev1");
    store.append(first);
    deliveries.done(take());
    Instant later = NOW.plus(Duration.ofHours(7));
    Envelope again =
        new Envelope("Ev1", team, Envelope.Type.EVENT, first.payload(), later, first.happenedAt());

    store.append(again);

    assertThat(take()).isEmpty();
    assertThat(deliveries.backlog().waiting()).isZero();
  }

  @Test
  void backlogsOfSeveralWorkspaces_areToldAtOnce() {
    String other = TestRedis.freshTeam();
    store.append(envelope("Ev1"));
    store.append(new Envelope("Ev2", other, Envelope.Type.EVENT, "{}", NOW));

    assertThat(store.backlogs(List.of(team, other, "T0")))
        .containsEntry(team, new Deliveries.Backlog(1, NOW, 0))
        .containsEntry("T0", new Deliveries.Backlog(0, null, 0))
        .hasSize(3);
  }

  @Test
  void unfinishedEnvelope_comesAgain_alsoToAnotherWorker() {
    store.append(envelope("Ev1"));
    take();
    try (Store other = Store.at(TestRedis.address(), InstantSource.system(), RULES)) {
      Deliveries others = other.books(team).deliveries();
      List<Delivery> again = new ArrayList<>();
      await().until(() -> again.addAll(others.take(10, List.of()).deliveries()));

      assertThat(again).hasSize(1);
      assertThat(again.get(0).attempts()).isEqualTo(2);
      assertThat(again.get(0).envelope().id()).isEqualTo("Ev1");
    }
  }

  @Test
  void whatADeadWorkerHad_isTakenInItsTime_howeverManyFailedOnesWaitLonger() {
    RedisInbox.Rules slowly = new RedisInbox.Rules(Duration.ofMillis(200), 1_000);
    try (Store failing = Store.at(TestRedis.address(), InstantSource.system(), slowly);
        Store dying = Store.at(TestRedis.address(), InstantSource.system(), slowly)) {
      Deliveries ours = failing.books(team).deliveries();
      stored(failing, 250);
      for (int i = 0; i < 4; i++) {
        List<Delivery> failed = new ArrayList<>();
        await()
            .until(
                () -> failed.addAll(ours.take(250, List.of()).deliveries()) || !failed.isEmpty());
        assertThat(failed).hasSize(250);
        ours.settle(new Deliveries.Settled(List.of(), failed, List.of()));
      }
      failing.append(envelope("EvLeft"));
      assertThat(dying.books(team).deliveries().take(10, List.of()).deliveries()).hasSize(1);

      List<Delivery> next = new ArrayList<>();
      await().until(() -> next.addAll(ours.take(10, List.of()).deliveries()));
      assertThat(next).extracting(one -> one.envelope().id()).containsExactly("EvLeft");
    }
  }

  private void stored(Store where, int number) {
    IntStream.range(0, number)
        .mapToObj(i -> where.appendSoon(envelope("Ev" + i)))
        .toList()
        .forEach(CompletableFuture::join);
  }

  @Test
  void whatComesAgain_isInItsOrder() {
    stored(store, 60);
    List<Delivery> first = deliveries.take(60, List.of()).deliveries();
    List<Delivery> again = new ArrayList<>();
    await().until(() -> again.addAll(deliveries.take(15, List.of()).deliveries()));

    assertThat(again)
        .extracting(Delivery::receipt)
        .isEqualTo(first.subList(0, 15).stream().map(Delivery::receipt).toList());
  }

  @Test
  void whatComesAgainAndWhatIsNew_haveTheirTurnsByTurns() {
    stored(store, 40);
    deliveries.take(40, List.of());
    List<Delivery> again = new ArrayList<>();
    await().until(() -> again.addAll(deliveries.take(10, List.of()).deliveries()));
    store.append(envelope("EvNew"));

    assertThat(again).allMatch(one -> one.attempts() > 1);
    assertThat(take()).extracting(one -> one.envelope().id()).containsExactly("EvNew");
    assertThat(take()).hasSize(10).allMatch(one -> one.attempts() > 1);
  }

  @Test
  void workersOfInstancesThatAreGone_areTakenOut() {
    for (int i = 0; i < 5; i++) {
      store.append(envelope("Ev" + i));
      deliveries.done(someInstanceTakes());
    }
    assertThat(workers()).hasSize(5);
    await().until(() -> workers().stream().allMatch(worker -> worker.getIdle() > 1_000));
    store.append(envelope("Ev5"));
    someInstanceTakes();

    assertThat(workers()).hasSize(1);
  }

  @Test
  void workerThatHasSomethingInHand_isLeftAlone_soThatNothingIsLost() {
    store.append(envelope("Ev1"));
    someInstanceTakes();
    await().until(() -> workers().stream().allMatch(worker -> worker.getIdle() > 1_000));

    assertThat(take()).extracting(one -> one.envelope().id()).containsExactly("Ev1");
  }

  private List<Delivery> someInstanceTakes() {
    try (Store other = Store.at(TestRedis.address(), InstantSource.system(), RULES)) {
      return other.books(team).deliveries().take(10, List.of()).deliveries();
    }
  }

  private List<StreamConsumerInfo> workers() {
    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      return jedis.xinfoConsumers2("vouch:{%s}:inbox".formatted(team), "vouch");
    }
  }

  @Test
  void deadLetter_isOutOfTheWay_withItsReason() {
    store.append(envelope("Ev1"));
    take().forEach(delivery -> deliveries.bury(delivery, "it never worked"));

    assertThat(deliveries.backlog()).isEqualTo(new Deliveries.Backlog(0, null, 1));
    assertThat(deliveries.deadLetters(10))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.envelope()).isEqualTo(envelope("Ev1"));
              assertThat(letter.reason()).isEqualTo("it never worked");
              assertThat(letter.attempts()).isOne();
              assertThat(letter.at()).isEqualTo(NOW);
            });
  }

  @Test
  void replayedDeadLetter_comesAnew_andOnceHoweverOftenItIsAsked() {
    withoutSecondTries();
    store.append(envelope("Ev1"));
    take().forEach(delivery -> deliveries.bury(delivery, "it never worked"));
    Deliveries.DeadLetter letter = deliveries.deadLetters(10).get(0);

    assertThat(deliveries.replay(letter)).isTrue();
    assertThat(deliveries.replay(letter)).isFalse();
    assertThat(deliveries.backlog()).isEqualTo(new Deliveries.Backlog(1, NOW, 0));
    assertThat(take())
        .singleElement()
        .satisfies(
            again -> {
              assertThat(again.envelope()).isEqualTo(envelope("Ev1"));
              assertThat(again.attempts()).isOne();
            });
    store.append(envelope("Ev1"));
    assertThat(take()).as("Slack repeats itself").isEmpty();
  }

  /** While instances are upgraded one after the other, older ones meet what newer ones wrote. */
  @Test
  void whatANewerVersionWrote_holdsUpNothing_andIsKeptAsItCame() {
    Map<String, String> newer = Map.of("about", "TELEPATHY 1 2 Ev1", "payload", "{}", "more", "x");
    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      jedis.xadd("vouch:{%s}:inbox".formatted(team), StreamEntryID.NEW_ENTRY, newer);
      store.append(envelope("Ev2"));
      List<Delivery> taken = take();

      assertThat(taken)
          .extracting(one -> one.envelope().id(), one -> one.envelope().type())
          .containsExactly(tuple("Ev1", Envelope.Type.UNKNOWN), tuple("Ev2", Envelope.Type.EVENT));
      deliveries.bury(taken.get(0), "nobody reads thoughts");
      Deliveries.DeadLetter letter = deliveries.deadLetters(10).get(0);
      assertThat(letter.reason()).isEqualTo("nobody reads thoughts");
      deliveries.done(List.of(taken.get(1)));
      assertThat(deliveries.replay(letter)).isTrue();
      assertThat(jedis.xrange("vouch:{%s}:inbox".formatted(team), "-", "+"))
          .singleElement()
          .satisfies(again -> assertThat(again.getFields()).containsAllEntriesOf(newer));
    }
  }

  @Test
  void byWhatItIsAskedWhoElseSeesIt_staysWithIt_throughTheDeadLettersToo() {
    Envelope shared =
        new Envelope("Ev1", team, Envelope.Type.EVENT, "{}", NOW, NOW, "4-eyJldCI6Im0ifQ");
    store.append(shared);
    Delivery delivery = take().get(0);
    assertThat(delivery.envelope()).isEqualTo(shared);
    deliveries.bury(delivery, "it never worked");
    deliveries.replay(deliveries.deadLetters(10).get(0));
    assertThat(take()).singleElement().extracting(Delivery::envelope).isEqualTo(shared);
  }

  @Test
  void droppedDeadLetter_isGone() {
    store.append(envelope("Ev1"));
    take().forEach(delivery -> deliveries.bury(delivery, "it never worked"));
    Deliveries.DeadLetter letter = deliveries.deadLetters(10).get(0);

    assertThat(deliveries.drop(letter)).isTrue();
    assertThat(deliveries.replay(letter)).isFalse();
    assertThat(deliveries.backlog()).isEqualTo(new Deliveries.Backlog(0, null, 0));
  }

  @Test
  void buryingTwice_makesOneDeadLetter() {
    store.append(envelope("Ev1"));
    Delivery delivery = take().get(0);
    deliveries.bury(delivery, "once");
    deliveries.bury(delivery, "twice");

    assertThat(deliveries.deadLetters(10)).hasSize(1);
  }

  @Test
  void erasedWorkspace_canComeAgain() {
    store.append(envelope("Ev1"));
    take();
    store.erase(team);
    store.append(envelope("Ev2"));

    assertThat(store.books(team).deliveries().take(10, List.of()).deliveries()).hasSize(1);
  }

  @Test
  void redisThatCameBackEmpty_isReadAgain() {
    take();
    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      jedis.del("vouch:{%s}:inbox".formatted(team));
    }
    store.append(envelope("Ev1"));

    assertThatThrownBy(this::take).hasMessageContaining("NOGROUP");
    assertThat(take()).hasSize(1);
  }

  @Test
  void backlog_tellsTheOldest() {
    store.append(envelope("Ev1"));
    store.append(envelope("Ev2"));

    assertThat(deliveries.backlog()).isEqualTo(new Deliveries.Backlog(2, NOW, 0));
  }

  @Test
  void withoutRedis_nothingIsAcknowledged() {
    RedisAddress nobody = new RedisAddress(URI.create("redis://127.0.0.1:1"), false);
    try (Store gone = Store.at(nobody, InstantSource.system())) {
      assertThatThrownBy(() -> gone.append(envelope("Ev1"))).isInstanceOf(Inbox.Unavailable.class);
    }
  }
}
