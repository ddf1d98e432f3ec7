package dev.vouch.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import dev.vouch.mention.MentionId;
import dev.vouch.store.TestRedis;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
  private final TestWorkspace noisy = new TestWorkspace();
  private final TestWorkspace quiet = new TestWorkspace();
  private final WorkerPool pool = new WorkerPool(noisy.store::backlogs, Duration.ofMillis(20));

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
    WorkerPool unaided = new WorkerPool(teams -> Map.of(), Duration.ofMillis(20));
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
}
