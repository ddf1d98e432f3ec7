package dev.vouch.pipeline.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
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

  /** How long all rest before one works. */
  private static long rest(Rush rush, LongSupplier now) {
    long[] work = new long[1];
    rush.pace(() -> work[0] = now.getAsLong());
    long start = now.getAsLong();
    rush.pace(() -> work[0] = now.getAsLong());
    return work[0] - start;
  }

  /** A rush that goes on while anybody naps, and the time in it. */
  private static Rush endless(AtomicLong time) {
    Rush[] rush = new Rush[1];
    Runnable more =
        () -> {
          for (int i = 0; i < 1_000; i++) {
            time.addAndGet(MILLIS / 5);
            rush[0].arrived();
          }
        };
    rush[0] = new Rush(time::get, nanos -> more.run());
    more.run();
    return rush[0];
  }

  @Test
  void usualTraffic_restsNobody() {
    arrive(1_000, 2_000);
    assertThat(rest(rush, () -> now)).isZero();
  }

  @Test
  void longRush_stillHasSomeWorkEveryFiveSeconds() {
    AtomicLong time = new AtomicLong();
    Rush on = endless(time);
    assertThat(rest(on, time::get)).isBetween(5_000 * MILLIS, 5_400 * MILLIS);
    assertThat(on.isOn()).isTrue();
  }

  @Test
  void rest_endsWithTheRush() {
    arrive(5_000, 500);
    long start = now;
    rush.pace(() -> {});
    assertThat(now - start).isBetween(200 * MILLIS, 330 * MILLIS);
    assertThat(rush.isOn()).isFalse();
  }

  @Test
  void inARush_twoThreadsNeverWorkAtOnce() throws Exception {
    Rush on = endless(new AtomicLong());
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
                          for (int round = 0; round < 20; round++) {
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
