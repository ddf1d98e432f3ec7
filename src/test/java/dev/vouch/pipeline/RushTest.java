package dev.vouch.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RushTest {
  private static final long MILLIS = 1_000_000;

  private long now;
  private final Rush rush = new Rush(() -> now, nanos -> now += nanos);

  private void arrive(int perSecond, int milliseconds) {
    int count = perSecond * milliseconds / 1_000;
    long gap = TimeUnit.MILLISECONDS.toNanos(milliseconds) / count;
    for (int i = 0; i < count; i++) {
      now += gap;
      rush.arrived();
    }
  }

  /** How long all rest after one worked so long. */
  private long restAfter(long worked) {
    long[] end = new long[1];
    rush.pace(
        () -> {
          now += worked;
          end[0] = now;
        });
    return now - end[0];
  }

  @Test
  void usualTraffic_restsNobody() {
    arrive(1_000, 2_000);
    assertThat(restAfter(MILLIS)).isZero();
  }

  @Test
  void rush_restsNineTimesAsLongAsOneWorked() {
    arrive(5_000, 500);
    assertThat(restAfter(10 * MILLIS)).isBetween(90 * MILLIS, 110 * MILLIS);
  }

  @Test
  void rest_endsWithTheRush() {
    arrive(5_000, 500);
    assertThat(restAfter(200 * MILLIS)).isLessThan(330 * MILLIS);
    assertThat(rush.isOn()).isFalse();
  }

  @Test
  void inARush_twoThreadsNeverWorkAtOnce() throws Exception {
    AtomicLong frozen = new AtomicLong();
    Rush on = new Rush(frozen::get, nanos -> frozen.addAndGet(nanos / 1_000_000));
    for (int i = 0; i < 1_000; i++) {
      frozen.addAndGet(MILLIS / 5);
      on.arrived();
    }
    assertThat(on.isOn()).isTrue();
    var atWork = new AtomicInteger();
    var most = new AtomicInteger();
    Runnable work =
        () -> {
          most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
          Thread.yield();
          atWork.decrementAndGet();
        };
    var threads =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    new Thread(
                        () -> {
                          for (int round = 0; round < 1_000; round++) {
                            on.pace(work);
                          }
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(most).hasValue(1);
  }

  @Test
  void rush_isForgottenSoonAfterItEnds() {
    arrive(5_000, 500);
    now += TimeUnit.MILLISECONDS.toNanos(301);
    assertThat(rush.isOn()).isFalse();
  }

  @Test
  void burstAfterSilence_isNoRushByItself() {
    now += TimeUnit.HOURS.toNanos(1);
    for (int i = 0; i < 100; i++) {
      rush.arrived();
    }
    assertThat(rush.isOn()).isFalse();
  }
}
