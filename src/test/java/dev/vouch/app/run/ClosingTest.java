package dev.vouch.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClosingTest {

  @Test
  void thousands_areClosedByFewThreads() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    AtomicInteger closed = new AtomicInteger();
    List<AutoCloseable> parts = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      parts.add(
          () -> {
            threads.add(Thread.currentThread());
            closed.incrementAndGet();
          });
    }
    Closing.together(parts, Duration.ofSeconds(20));

    assertThat(closed).hasValue(10_000);
    assertThat(threads).hasSizeLessThanOrEqualTo(32);
  }

  @Test
  void partThatHangs_orFails_keepsNoOtherFromClosing_andIsWaitedForUntilTheLimit() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger closed = new AtomicInteger();
    List<AutoCloseable> parts = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      parts.add(never::await);
      parts.add(
          () -> {
            throw new NoClassDefFoundError("a damaged jar");
          });
    }
    for (int i = 0; i < 100; i++) {
      parts.add(closed::incrementAndGet);
    }
    long began = System.nanoTime();
    Closing.together(parts, Duration.ofMillis(500));

    assertThat(closed).hasValue(100);
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isBetween(Duration.ofMillis(500), Duration.ofSeconds(5));
    never.countDown();
  }
}
