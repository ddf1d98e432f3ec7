package dev.vouch.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.pipeline.inbox.Deliveries.Backlog;
import dev.vouch.store.RedisHealth;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  private static final RedisHealth REDIS =
      new RedisHealth(false, "7.0.0", true, "noeviction", 30, 40);

  private final Set<String> teams = new HashSet<>(Set.of("T1", "T2", "T3"));
  private final Set<String> refused = new HashSet<>();

  private Metrics metrics(Function<Collection<String>, Map<String, Backlog>> backlogs) {
    return new Metrics(
        new Metrics.Sources(() -> teams, backlogs, () -> refused, () -> REDIS),
        InstantSource.fixed(NOW));
  }

  private String scrape(Function<Collection<String>, Map<String, Backlog>> backlogs) {
    try (Metrics metrics = metrics(backlogs)) {
      return metrics.scrape().body();
    }
  }

  private static final Map<String, Backlog> WAITING =
      Map.of(
          "T1", new Backlog(3, NOW.minusSeconds(40), 1),
          "T2", new Backlog(4, NOW.minusSeconds(90), 0),
          "T3", new Backlog(0, null, 1));

  @Test
  void inboxesOfAllWorkspaces_areToldTogether_inOneCallAScrape() {
    AtomicInteger calls = new AtomicInteger();
    String told =
        scrape(
            asked -> {
              calls.incrementAndGet();
              return WAITING;
            });

    assertThat(told.lines())
        .contains(
            "vouch_inbox_waiting 7.0",
            "vouch_inbox_largest 4.0",
            "vouch_inbox_held 0.0",
            "vouch_inbox_oldest_seconds 90.0",
            "vouch_inbox_unread 0.0",
            "vouch_dead_letters 2.0",
            "vouch_tokens_refused 0.0",
            "vouch_redis_memory 0.75");
    assertThat(told).contains("take the max of them, not the sum");
    assertThat(calls).hasValue(1);
  }

  @Test
  void whatWaitsForAToken_hidesNoOtherDelay_andIsToldByItself() {
    refused.add("T2");

    assertThat(scrape(asked -> WAITING).lines())
        .contains(
            "vouch_inbox_waiting 7.0",
            "vouch_inbox_largest 3.0",
            "vouch_inbox_held 4.0",
            "vouch_inbox_oldest_seconds 40.0",
            "vouch_tokens_refused 1.0");
  }

  @Test
  void inboxesOfAServerThatIsAway_areUnknown_andNotNought() {
    teams.add("T4");

    assertThat(scrape(asked -> WAITING).lines())
        .contains(
            "vouch_inbox_waiting NaN",
            "vouch_inbox_oldest_seconds NaN",
            "vouch_inbox_unread 1.0",
            "vouch_redis_memory NaN");
  }

  @Test
  void nothingWaiting_isNought() {
    teams.clear();
    assertThat(scrape(asked -> Map.of()).lines())
        .contains("vouch_inbox_waiting 0.0", "vouch_inbox_oldest_seconds 0.0");
  }

  @Test
  void absentRedis_leavesTheRestOfTheScrapeThere() {
    String told =
        scrape(
            asked -> {
              throw new IllegalStateException("no Redis");
            });

    assertThat(told.lines())
        .contains("vouch_inbox_waiting NaN", "vouch_dead_letters NaN", "vouch_inbox_unread 3.0");
    assertThat(told).contains("jvm_memory_used_bytes");
  }

  @Test
  void redisThatHangs_holdsAScrapeUpForLessThanTwoSeconds() {
    CountDownLatch never = new CountDownLatch(1);
    Function<Collection<String>, Map<String, Backlog>> hanging =
        asked -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Map.of();
        };
    scrape(asked -> WAITING); // Whatever is loaded with the first scrape is loaded.
    long start = System.nanoTime();

    assertThat(scrape(hanging).lines()).contains("vouch_inbox_oldest_seconds NaN");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void gauges_surviveTheCollectionOfGarbage() {
    try (Metrics metrics = metrics(asked -> WAITING)) {
      System.gc();
      assertThat(metrics.scrape().body().lines()).contains("vouch_inbox_waiting 7.0");
    }
  }
}
