package dev.vouch.pipeline.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.nudge.ask.Ask.State;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Asking.Refusal;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.pipeline.ask.AskDispatch.Begun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many who ask the same person at once, and many who send. */
class AsksAtOnceTest extends AmaraIsReady {
  @Test
  void twoWhoPressAtOnce_askOnce() throws Exception {
    List<Begun> begun = atOnce(2, number -> send("p" + number, number == 0 ? "UREP" : "UMAN"));
    assertThat(begun).filteredOn(one -> one.refused() == null).hasSize(1);
    assertThat(begun)
        .filteredOn(one -> one.refused() != null)
        .allSatisfy(
            one ->
                assertThat(Objects.requireNonNull(one.refused()).why())
                    .isEqualTo(Refusal.ASK_OPEN));
    round.doDue();
    assertThat(line.sent).hasSize(1);
  }

  @Test
  void twoInstances_sendOnce() throws Exception {
    send("a", "UREP");
    List<Boolean> done =
        atOnce(
            8,
            number -> {
              new AskRound(here.workspace, here.clock).doDue();
              return true;
            });
    assertThat(done).hasSize(8);
    assertThat(line.sent).hasSize(1);
    assertThat(ask("a").state()).isEqualTo(State.SENT);
  }

  @Test
  void onePressTwice_isOneAsk() throws Exception {
    List<Begun> begun = atOnce(20, number -> send("a", "UREP"));
    assertThat(begun).allSatisfy(one -> assertThat(one.refused()).isNull());
    round.doDue();
    assertThat(line.sent).hasSize(1);
    assertThat(ledger(Kind.ASK)).hasSize(1);
  }

  @Test
  void aThousandAsksAtOnce_openOne_andKeepGoodwillAboveItsFloor() throws Exception {
    change(AMARA, between -> between.without("help"));
    change(
        AMARA, between -> between.with(LedgerEntry.moment("tea", Kind.HELP, now()).worth(1_900)));
    here.clock.advance(Duration.ofSeconds(1));
    Rung[] ladder = Rung.values();
    List<Begun> begun =
        atOnce(
            1_000,
            number ->
                dispatch.send(
                    new Asking(
                        "x" + number + ":UAMARA",
                        ladder[number % ladder.length],
                        number % 2 == 0 ? "UREP" : "UMAN",
                        "please"),
                    "UAMARA",
                    now()));
    assertThat(begun).filteredOn(one -> one.refused() == null).hasSize(1);
    assertThat(ledger(Kind.ASK))
        .singleElement()
        .satisfies(
            ask -> assertThat(Rung.of(ask).orElseThrow().size().milliAsks()).isEqualTo(1_000));
    assertThat(goodwill(AMARA)).isBetween(Goodwill.FLOOR - 1e-9, 1.0);
    round.doDue();
    assertThat(line.sent).hasSize(1);
  }

  private interface Task<T> {
    T run(int number);
  }

  private static <T> List<T> atOnce(int times, Task<T> task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        running.add(threads.submit(() -> task.run(number)));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
