package dev.vouch.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.pipeline.Deliveries.Backlog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  private static String scrape(Supplier<Map<String, Backlog>> backlogs) {
    try (Metrics metrics = new Metrics(backlogs, InstantSource.fixed(NOW))) {
      return metrics.scrape().body();
    }
  }

  @Test
  void inboxesOfAllWorkspaces_areToldTogether_inOneCallAScrape() {
    AtomicInteger calls = new AtomicInteger();
    String told =
        scrape(
            () -> {
              calls.incrementAndGet();
              return Map.of(
                  "T1", new Backlog(3, NOW.minusSeconds(40), 1),
                  "T2", new Backlog(4, NOW.minusSeconds(90), 0),
                  "T3", new Backlog(0, null, 1));
            });

    assertThat(told.lines())
        .contains(
            "vouch_inbox_waiting 7.0", "vouch_inbox_oldest_seconds 90.0", "vouch_dead_letters 2.0");
    assertThat(calls).hasValue(1);
  }

  @Test
  void nothingWaiting_isNought() {
    assertThat(scrape(Map::of).lines())
        .contains("vouch_inbox_waiting 0.0", "vouch_inbox_oldest_seconds 0.0");
  }

  @Test
  void absentRedis_leavesTheRestOfTheScrapeThere() {
    String told =
        scrape(
            () -> {
              throw new IllegalStateException("no Redis");
            });

    assertThat(told.lines()).contains("vouch_inbox_waiting NaN", "vouch_dead_letters NaN");
    assertThat(told).contains("jvm_memory_used_bytes");
  }

  @Test
  void redisThatHangs_holdsAScrapeUpForLessThanTwoSeconds() {
    CountDownLatch never = new CountDownLatch(1);
    Supplier<Map<String, Backlog>> hanging =
        () -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Map.of();
        };
    long start = System.nanoTime();

    assertThat(scrape(hanging).lines()).contains("vouch_inbox_oldest_seconds NaN");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void gauges_surviveTheCollectionOfGarbage() {
    try (Metrics metrics =
        new Metrics(() -> Map.of("T1", new Backlog(5, NOW, 0)), InstantSource.fixed(NOW))) {
      System.gc();
      assertThat(metrics.scrape().body().lines()).contains("vouch_inbox_waiting 5.0");
    }
  }
}
