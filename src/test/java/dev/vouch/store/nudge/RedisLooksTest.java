package dev.vouch.store.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.nudge.NudgeLog;
import dev.vouch.nudge.NudgeLog.Beside;
import dev.vouch.nudge.moment.Look;
import dev.vouch.store.TestRedis;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** Who is to be looked at, and when, in real Redis. */
class RedisLooksTest {
  private static final Instant NOW = TestWorkspace.NOW;
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Subject ANA = Subject.person("UANA");

  private final TestWorkspace here = new TestWorkspace();
  private final NudgeLog log = here.books.nudges();

  @AfterEach
  void close() {
    here.close();
  }

  private void lookAt(Subject who, Instant from) {
    log.add(List.of(), new Beside(Map.of(), List.of(new Look(who, from))));
  }

  private Optional<Subject> claimed(Instant now) {
    return log.claimLook(now, LEASE).map(Look::at);
  }

  @Test
  void theEarliestReasonCounts() {
    lookAt(ANA, NOW.plusSeconds(100));
    lookAt(ANA, NOW.plusSeconds(900));
    assertThat(claimed(NOW.plusSeconds(99))).isEmpty();
    assertThat(claimed(NOW.plusSeconds(100))).contains(ANA);
  }

  @Test
  void whoeverStoppedInTheMiddle_isMadeUpFor() {
    lookAt(ANA, NOW);
    assertThat(claimed(NOW)).contains(ANA);
    assertThat(claimed(NOW.plusSeconds(60))).isEmpty();
    assertThat(claimed(NOW.plus(LEASE))).contains(ANA);
  }

  @Test
  void settled_comesUpAgainWhenItShall_orNotAtAll() {
    lookAt(ANA, NOW);
    log.settle(log.claimLook(NOW, LEASE).orElseThrow(), NOW.plusSeconds(5_000));
    assertThat(claimed(NOW.plusSeconds(4_999))).isEmpty();
    log.settle(log.claimLook(NOW.plusSeconds(5_000), LEASE).orElseThrow(), null);
    assertThat(claimed(NOW.plus(Duration.ofDays(9_000)))).isEmpty();
  }

  @Test
  void aReasonThatCameMeanwhile_isNotLost() {
    lookAt(ANA, NOW);
    Look look = log.claimLook(NOW, LEASE).orElseThrow();
    here.books
        .relationships()
        .change(ANA, one -> one.with(LedgerEntry.moment("f", Kind.FOLLOWED_UP, NOW)));
    log.settle(look, null);
    assertThat(claimed(NOW)).contains(ANA);
  }

  @Test
  void whatBringsNoMoment_isNoReasonToLook() {
    here.books
        .relationships()
        .change(ANA, one -> one.with(LedgerEntry.moment("h", Kind.HELP, NOW)));
    assertThat(claimed(NOW)).isEmpty();
  }

  @Test
  void renewedAccount_isToBeLookedAt() {
    Subject account = Subject.account("northwind-foods");
    here.books
        .relationships()
        .change(account, one -> one.with(LedgerEntry.moment("r", Kind.RENEWED, NOW)));
    assertThat(claimed(NOW)).contains(account);
  }

  @Test
  void manyAtOnce_takeEachOnce() {
    IntStream.range(0, 200).forEach(i -> lookAt(Subject.person("U" + i), NOW));
    Set<Subject> seen = ConcurrentHashMap.newKeySet();
    List<Subject> twice = new ArrayList<>();
    IntStream.range(0, 400)
        .parallel()
        .forEach(
            i ->
                claimed(NOW)
                    .filter(who -> !seen.add(who))
                    .ifPresent(
                        who -> {
                          synchronized (twice) {
                            twice.add(who);
                          }
                        }));
    assertThat(seen).hasSize(200);
    assertThat(twice).isEmpty();
  }

  @Test
  void whoeverWasForgotten_isNotNoted() {
    here.workspace.forgetting().forget(Set.of("UANA"), "UREP", NOW);
    lookAt(ANA, NOW);
    assertThat(claimed(NOW)).isEmpty();
  }

  @Test
  void aLook_takesAboutAHundredBytes() {
    int people = 5_000;
    List<Look> looks =
        IntStream.range(0, people)
            .mapToObj(
                i -> new Look(Subject.person("U%010d".formatted(i)), NOW.plusSeconds(i * 37L)))
            .toList();
    log.add(List.of(), new Beside(Map.of(), looks));
    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      long bytes = jedis.memoryUsage("vouch:{%s}:looks".formatted(here.team), 0);
      assertThat(bytes / people).isBetween(50L, 130L);
    }
  }
}
