package dev.vouch.pipeline.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import dev.vouch.mention.MentionId;
import dev.vouch.pipeline.Envelope;
import dev.vouch.store.TestRedis;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
  private final TestWorkspace noisy = new TestWorkspace();
  private final TestWorkspace quiet = new TestWorkspace();
  private final WorkerPool pool =
      new WorkerPool("inboxes", noisy.store::waiting, Duration.ofMillis(20));

  @AfterEach
  void close() {
    pool.close();
    noisy.close();
    quiet.close();
  }

  private static void arrives(TestWorkspace where, int number) {
    JsonObject event =
        TestWorkspace.said(
            new MentionId("C1", "1764%06d.000000".formatted(number)), "UAMARA", "praise");
    where.store.append(
        new Envelope(
            "Ev" + number,
            where.team,
            Envelope.Type.EVENT,
            event.toString(),
            where.clock.instant()));
  }

  private static long waiting(TestWorkspace where) {
    return where.books.deliveries().backlog().waiting();
  }

  @Test
  void noisyWorkspace_doesNotStarveAQuietOne() {
    for (int i = 0; i < 4_000; i++) {
      arrives(noisy, i);
    }
    pool.add(noisy.worker);
    pool.add(quiet.worker);
    pool.start();
    await().until(() -> waiting(noisy) < 4_000);
    long before = waiting(noisy);
    arrives(quiet, 1);
    pool.wake(quiet.team);
    await()
        .pollInterval(Duration.ofMillis(2))
        .until(() -> !quiet.books.advocates().heard("UAMARA", 1).isEmpty());

    assertThat(before - waiting(noisy)).as("noisy ones handled meanwhile").isLessThan(1_000);
    assertThat(waiting(noisy)).isPositive();
  }

  @Test
  void whatAnotherInstanceLeftBehind_isFoundWithoutBeingTold() {
    pool.add(noisy.worker);
    pool.start();
    arrives(noisy, 1);

    await().until(() -> waiting(noisy) == 0);
  }

  @Test
  void wokenDuringItsTurn_aWorkspaceHasAnotherOne() {
    WorkerPool unaided = new WorkerPool("inboxes", teams -> List.of(), Duration.ofMillis(20));
    unaided.add(noisy.worker);
    noisy.store.onArrival(unaided::wake);
    unaided.start();
    for (int i = 0; i < 300; i++) {
      arrives(noisy, i);
    }

    await().until(() -> waiting(noisy) == 0);
    unaided.close();
  }

  @Test
  void whatWasFinishedInARush_isNotDoneOnceMoreByAnotherInstance() throws InterruptedException {
    for (int i = 0; i < 10; i++) {
      arrives(noisy, i);
    }
    AtomicBoolean over = new AtomicBoolean();
    Thread rush = new Thread(() -> rushUntil(over));
    rush.start();
    try (TestWorkspace elsewhere = new TestWorkspace(TestRedis.address(), noisy.team)) {
      pool.add(noisy.worker);
      pool.start();
      await().until(() -> noisy.books.advocates().heard("UAMARA", 20).size() == 10);

      await().atMost(Duration.ofSeconds(2)).until(() -> waiting(noisy) == 0);
      assertThat(elsewhere.worker.round()).isZero();
    } finally {
      over.set(true);
      rush.join();
    }
  }

  /** In another workspace thousands come in a second. */
  private void rushUntil(AtomicBoolean over) {
    while (!over.get()) {
      IntStream.range(0, 100).forEach(i -> pool.wake("TBUSY"));
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  @Test
  void workspaceThatLeft_hasNoMoreTurns() {
    pool.add(noisy.worker);
    pool.start();
    pool.remove(noisy.worker);
    noisy.worker.close();
    pool.add(quiet.worker);
    arrives(noisy, 1);
    arrives(quiet, 1);

    await().until(() -> waiting(quiet) == 0);
    assertThat(waiting(noisy)).isOne();
  }

  /** What a turn may throw. */
  private static final List<Throwable> BREAKS =
      List.of(
          new StackOverflowError(),
          new NoClassDefFoundError(),
          new OutOfMemoryError("of a test"),
          new IllegalStateException());

  private static WorkerPool.Turns turns(String team, IntSupplier round) {
    return new WorkerPool.Turns() {
      @Override
      public String team() {
        return team;
      }

      @Override
      public int round() {
        return round.getAsInt();
      }
    };
  }

  private static <T extends Throwable> void raise(Throwable any) throws T {
    @SuppressWarnings("unchecked")
    T failure = (T) any;
    throw failure;
  }

  @Test
  void whateverATurnThrows_itsWorkspaceHasMore_andSoHaveTheOthers() {
    AtomicInteger broken = new AtomicInteger();
    AtomicInteger others = new AtomicInteger();
    try (WorkerPool rounds = new WorkerPool("rounds", teams -> teams, Duration.ofMillis(5))) {
      rounds.add(
          turns(
              "TBROKEN",
              () -> {
                WorkerPoolTest.<RuntimeException>raise(BREAKS.get(broken.getAndIncrement() % 4));
                return 0;
              }));
      rounds.add(turns("TWELL", () -> others.getAndIncrement() < 0 ? 1 : 0));
      rounds.start();

      await().until(() -> broken.get() > 100 && others.get() > 100);
    }
  }

  @Test
  void lookThatBreaks_isTriedAgain_andTellsItsAgeMeanwhile() {
    AtomicInteger looks = new AtomicInteger();
    AtomicBoolean breaks = new AtomicBoolean(true);
    WorkerPool.Look look =
        teams -> {
          looks.incrementAndGet();
          if (breaks.get()) {
            WorkerPoolTest.<RuntimeException>raise(BREAKS.get(looks.get() % 4));
          }
          return teams;
        };
    try (WorkerPool rounds = new WorkerPool("rounds", look, Duration.ofMillis(5))) {
      rounds.start();
      await().until(() -> looks.get() >= 20);
      assertThat(rounds.sinceLook()).isGreaterThan(Duration.ofMillis(90));
      breaks.set(false);

      await().until(() -> rounds.sinceLook().toMillis() < 90);
    }
  }

  @Test
  void whoStandsInLine_isSeenFromOutside() {
    CountDownLatch go = new CountDownLatch(1);
    try (WorkerPool rounds = new WorkerPool("rounds", teams -> teams, Duration.ofMillis(5))) {
      for (int i = 0; i < 17; i++) {
        rounds.add(turns("T" + i, () -> waitFor(go)));
      }
      rounds.start();
      await().until(() -> rounds.longestInLine().toMillis() > 100);
      go.countDown();

      await().until(() -> rounds.longestInLine().toMillis() < 100);
    }
  }

  private static int waitFor(CountDownLatch go) {
    try {
      go.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
