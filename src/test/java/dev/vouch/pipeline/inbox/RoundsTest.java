package dev.vouch.pipeline.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonParser;
import dev.vouch.advocate.Tier;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.digest.DigestChannel;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.NudgeLog.Beside;
import dev.vouch.nudge.moment.Look;
import dev.vouch.pipeline.DigestRound;
import dev.vouch.store.Store;
import dev.vouch.store.TestRedis;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** What is due in many workspaces, with real state. */
class RoundsTest {
  private static final Duration SOON = Duration.ofMillis(20);
  private static final String PRAISE =
      "{\"type\":\"message\",\"channel\":\"C1\",\"user\":\"UAMARA\",\"ts\":\"%s\","
          + "\"text\":\"advocacy: get it\"}";

  private final TestWorkspace here = new TestWorkspace();
  private final TestWorkspace there = new TestWorkspace();
  private final Map<String, Rounds> all = new ConcurrentHashMap<>();
  private final List<String> turns = new ArrayList<>();
  private final WorkerPool pool = new WorkerPool("rounds", this::due, SOON);
  private final CountDownLatch slackAnswers = new CountDownLatch(1);

  @AfterEach
  void close() {
    slackAnswers.countDown();
    pool.close();
    here.close();
    there.close();
  }

  private Collection<String> due(Collection<String> teams) {
    Map<String, Agenda> agendas = here.store.agendas(teams, here.clock.instant());
    agendas.entrySet().removeIf(one -> !all.get(one.getKey()).isDue(one.getValue()));
    return agendas.keySet();
  }

  private Rounds rounds(TestWorkspace of) {
    DigestRound digests = new DigestRound(of.workspace, of.books.digests(), of.clock);
    Rounds rounds =
        new Rounds(
            of.team, List.of(of.nudges::lookDue, of.nudges::sendDue), digests::postDue, of.clock);
    all.put(of.team, rounds);
    return rounds;
  }

  /** Somebody's praise for which their owner is told at once. */
  private static void nudgeIsDue(TestWorkspace in) {
    in.books
        .accounts()
        .change(
            "Northwind Foods",
            account -> account.withTier(Tier.MARQUEE).withOwner("UREP").withSponsor("UEXEC"));
    in.events.read(
        JsonParser.parseString(PRAISE.formatted(SlackTime.ts(in.clock.instant())))
            .getAsJsonObject());
  }

  private static void digestIsDue(TestWorkspace in) {
    in.books.settings().change(settings -> settings.withDigest(daily()));
    LocalDate yesterday = LocalDate.ofInstant(in.clock.instant(), ZoneOffset.UTC).minusDays(1);
    in.books.digests().posted("CDIGEST", yesterday);
  }

  private static DigestChannel daily() {
    return new DigestChannel("CDIGEST", LocalTime.of(9, 0), ZoneOffset.UTC);
  }

  @Test
  void workspaceWhoseSlackHangs_holdsUpNoOther_andHasOneTurnAtATime() {
    AtomicInteger atOnce = new AtomicInteger();
    nudgeIsDue(here);
    here.messenger.whileSending =
        () -> {
          atOnce.incrementAndGet();
          awaitSlack();
        };
    pool.add(rounds(here));
    pool.start();
    await().until(() -> atOnce.get() == 1);
    nudgeIsDue(there);
    digestIsDue(there);
    pool.add(rounds(there));

    await().until(() -> there.messenger.sent.size() == 1 && !there.messenger.digests.isEmpty());
    assertThat(atOnce).hasValue(1);
    assertThat(here.messenger.digests).isEmpty();
  }

  private void awaitSlack() {
    try {
      slackAnswers.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void digest_comesAtItsTime_withoutAnotherReasonForARound() {
    digestIsDue(here);
    rounds(here).all();
    here.messenger.digests.clear();
    pool.add(all.get(here.team));
    pool.start();
    here.clock.advance(Duration.ofHours(22));
    await().pollDelay(SOON.multipliedBy(10)).until(() -> here.messenger.digests.isEmpty());
    here.clock.advance(Duration.ofHours(2));

    await().until(() -> here.messenger.digests.size() == 1);
  }

  /** It stands there by when it was said, twice that where it was told of two who were erased. */
  @Test
  void whatIsToBeEdited_isDueAtOnce() {
    rounds(here);
    due(List.of(here.team));
    for (int turn = 0; turn < 3; turn++) {
      all.get(here.team).round();
    }
    assertThat(due(List.of(here.team))).isEmpty();
    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      double twice = 2.0 * here.clock.instant().getEpochSecond();
      jedis.zadd("vouch:{%s}:edits".formatted(here.team), twice, "C1:1764000000.000001");
    }

    assertThat(due(List.of(here.team))).containsExactly(here.team);
  }

  @Test
  void digestThatAnotherInstanceSetUp_isSeenAtTheNextLook() {
    pool.add(rounds(here));
    pool.start();
    await().until(() -> due(List.of(here.team)).isEmpty());
    try (Store other = Store.at(TestRedis.address(), here.clock)) {
      other.books(here.team).digests().posted("CDIGEST", LocalDate.EPOCH);
      other.books(here.team).settings().change(settings -> settings.withDigest(daily()));
    }

    await().until(() -> here.messenger.digests.size() == 1);
  }

  @Test
  void brokenLooks_holdUpNeitherTheNext_norWhatIsToBeSent_andComeLaterAndLater() {
    Instant now = here.clock.instant();
    List<Look> broken =
        IntStream.range(0, 15).mapToObj(i -> look("A" + i, now.minusSeconds(60 - i))).toList();
    here.books.nudges().add(List.of(), new Beside(Map.of(), broken));
    here.books
        .nudges()
        .add(List.of(), new Beside(Map.of(), List.of(look("AWELL", now.minusSeconds(1)))));
    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      broken.forEach(
          one ->
              jedis.set(
                  "vouch:{%s}:relation:account:%s".formatted(here.team, one.at().id()), "broken"));
      nudgeIsDue(here);
      rounds(here).all();

      String looks = "vouch:{%s}:looks".formatted(here.team);
      assertThat(jedis.zscore(looks, "account:AWELL")).isNull();
      assertThat(here.messenger.sent).hasSize(1);
      List<Long> pauses = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        double again = jedis.zscore(looks, "account:A0");
        pauses.add(Math.round(again - here.clock.instant().toEpochMilli() / 1_000.0));
        here.clock.advance(Duration.ofSeconds(pauses.get(i)));
        rounds(here).all();
      }
      assertThat(pauses)
          .containsExactly(
              120L, 120L, 240L, 480L, 960L, 1920L, 3840L, 7680L, 15_360L, 21_600L, 21_600L,
              21_600L);
      assertThat(here.store.setbacks(here.team, here.clock.instant()))
          .hasSize(15)
          .allSatisfy(one -> assertThat(one.what()).isEqualTo("look"))
          .allSatisfy(one -> assertThat(one.since()).isEqualTo(now))
          .allSatisfy(one -> assertThat(one.why()).isEqualTo("JedisDataException"));
    }
  }

  private static Look look(String account, Instant at) {
    return new Look(Subject.account(account), at);
  }

  @Test
  void nudgeThatNobodyCanRead_holdsUpNoOther_andComesLater() {
    nudgeIsDue(here);
    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      String prefix = "vouch:{%s}:".formatted(here.team);
      jedis.hset(prefix + "nudges", "old", "{\"kind\":\"of another time\"}");
      jedis.zadd(prefix + "nudges:due", 1, "old");
      here.nudges.sendDue();

      assertThat(here.messenger.sent).hasSize(1);
      assertThat(jedis.zscore(prefix + "nudges:due", "old"))
          .isEqualTo(here.clock.instant().getEpochSecond() + 120.0);
    }
  }

  @Test
  void kindOfWorkThatBreaks_holdsUpNoOtherKind_andIsTriedAgain() {
    Rounds rounds =
        new Rounds(
            here.team,
            List.of(
                () -> {
                  throw new NoClassDefFoundError("a damaged jar");
                },
                () -> turns.add("second")),
            () -> here.clock.instant().plusSeconds(3_600),
            here.clock);
    Agenda nothing = new Agenda(false, "mark");
    assertThat(rounds.isDue(nothing)).isTrue();
    while (turns.size() < 2) {
      rounds.round();
    }

    assertThat(rounds.isDue(nothing)).as("what broke is not done").isTrue();
  }

  @Test
  void idleWorkspaces_costOneCommandALook_andNoRound() {
    AtomicInteger worked = new AtomicInteger();
    List<String> teams = IntStream.range(0, 1_200).mapToObj(i -> TestRedis.freshTeam()).toList();
    Instant never = here.clock.instant().plus(Duration.ofDays(1));
    for (String team : teams) {
      all.put(
          team,
          new Rounds(team, List.of(() -> worked.incrementAndGet() < 0), () -> never, here.clock));
    }
    due(teams).forEach(team -> work(all.get(team)));
    assertThat(worked).as("each once after the start").hasValue(1_200);
    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      jedis.configResetStat();
      assertThat(due(teams)).isEmpty();
      assertThat(here.store.waiting(teams)).isEmpty();
      String stats = jedis.info("commandstats");

      assertThat(calls(stats, "evalsha")).isEqualTo(1_200);
      assertThat(calls(stats, "xlen")).isEqualTo(1_200);
      assertThat(calls(stats, "script")).as("pipelines").isEqualTo(3);
      assertThat(calls(stats, "eval")).isZero();
    }
  }

  private static void work(Rounds rounds) {
    while (rounds.round() > 0) {
      assertThat(rounds.team()).isNotEmpty();
    }
  }

  private static long calls(String stats, String command) {
    String start = "cmdstat_" + command + ":calls=";
    return stats
        .lines()
        .filter(line -> line.startsWith(start))
        .mapToLong(line -> Long.parseLong(line.substring(start.length(), line.indexOf(','))))
        .sum();
  }
}
