package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.vouch.advocate.identity.Merge;
import dev.vouch.digest.DigestChannel;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Mode;
import dev.vouch.pipeline.DigestRound;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.inbox.Inbox.Unavailable;
import dev.vouch.store.server.RedisProcess;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Vouch on a real Redis Cluster: three masters, of which one is killed at the end. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterTest {
  private static RedisCluster cluster;

  @BeforeAll
  static void start() {
    cluster = new RedisCluster();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  @Order(1)
  void workspacesOfAllMasters_areHeardNudgedDigestedAndErased() {
    for (int master = 0; master < 3; master++) {
      try (TestWorkspace here =
          new TestWorkspace(cluster.address(1), RedisCluster.freshTeamOn(master))) {
        isHeardNudgedAndDigested(here);
        isErased(here);
      }
    }
  }

  private static void isHeardNudgedAndDigested(TestWorkspace here) {
    here.marquee();
    here.books
        .settings()
        .change(
            settings ->
                settings.withDigest(
                    new DigestChannel("CDIGEST", LocalTime.of(9, 0), ZoneId.of("UTC"))));
    DigestRound digests = new DigestRound(here.workspace, here.books.digests(), here.clock);
    digests.postDue();
    here.store.append(advocacy(here));
    here.store.append(advocacy(here));
    assertThat(here.store.backlogs(List.of(here.team)).get(here.team).waiting()).isEqualTo(2);
    here.start();
    RedisProcess.eventually(() -> !here.books.nudges().about("UAMARA", 10).isEmpty());
    RedisProcess.eventually(() -> here.books.deliveries().backlog().waiting() == 0);
    here.clock.advance(Duration.ofDays(1));
    digests.postDue();

    assertThat(here.store.people(here.team)).containsExactly("UAMARA");
    assertThat(here.books.advocates().acts("UAMARA")).hasSize(1);
    assertThat(here.messenger.digests)
        .singleElement()
        .satisfies(digest -> assertThat(digest.totals().advocacy()).isOne());
  }

  private static Envelope advocacy(TestWorkspace here) {
    JsonObject event =
        TestWorkspace.said(
            new MentionId("C1", SlackTime.ts(TestWorkspace.NOW)),
            "UAMARA",
            "advocacy: just get it");
    return new Envelope("Ev1", here.team, Envelope.Type.EVENT, event.toString(), TestWorkspace.NOW);
  }

  private static void isErased(TestWorkspace here) {
    here.store.erase(here.team);
    assertThat(here.store.people(here.team)).isEmpty();
    assertThat(here.books.advocates().contact("UAMARA")).isEmpty();
    assertThat(here.books.nudges().latest(10)).isEmpty();
  }

  /** Each does the same on a single server and on a master, one after the other. */
  @Test
  @Order(2)
  void twoIdsOfOneHuman_areJoinedPartedAndErased_asOnASingleServer() {
    for (int master = 0; master < 3; master++) {
      try (TestWorkspace single = new TestWorkspace();
          TestWorkspace there =
              new TestWorkspace(cluster.address(1), RedisCluster.freshTeamOn(master))) {
        Lives one = new Lives(single, Mode.OFF);
        Lives other = new Lives(there, Mode.OFF);
        new Random(master).ints(60, 0, 100_000).forEach(number -> happens(number, one, other));
        Map<String, List<String>> before = same(single, there);
        both(ClusterTest::merge, single, there);
        assertThat(same(single, there)).isNotEqualTo(before);
        both(ClusterTest::unmerge, single, there);
        assertThat(same(single, there)).isEqualTo(before);
        both(ClusterTest::merge, single, there);
        new Random(9).ints(30, 0, 100_000).forEach(number -> happens(number, one, other));
        same(single, there);
        both(ClusterTest::forget, single, there);
        assertThat(same(single, there).toString()).doesNotContain(Lives.ONE, Lives.OTHER);
      }
    }
  }

  private static void happens(int number, Lives one, Lives other) {
    one.happens(number);
    other.happens(number);
  }

  private static void both(Consumer<TestWorkspace> deed, TestWorkspace one, TestWorkspace other) {
    deed.accept(one);
    deed.accept(other);
  }

  private static void merge(TestWorkspace in) {
    Merge merge = new Merge(Lives.ONE, "Amara", Lives.OTHER, "UREP", TestWorkspace.NOW);
    assertThat(in.books.identities().merge(merge)).isEmpty();
  }

  private static void unmerge(TestWorkspace in) {
    assertThat(in.books.identities().unmerge(Lives.OTHER, "UREP", TestWorkspace.NOW)).isEmpty();
  }

  private static void forget(TestWorkspace in) {
    assertThat(in.books.forgetting().forget(List.of(Lives.OTHER), "UREP", TestWorkspace.NOW).left())
        .isEmpty();
  }

  /** What both hold, field by field; who was forgotten is salted with chance. */
  private static Map<String, List<String>> same(TestWorkspace single, TestWorkspace there) {
    Map<String, List<String>> state = single.state();
    Map<String, List<String>> held = there.state();
    state.remove("forgotten");
    held.remove("forgotten");
    assertThat(held.keySet()).isEqualTo(state.keySet());
    held.forEach((key, values) -> assertThat(values).as(key).isEqualTo(state.get(key)));
    assertThat(there.store.audit(there.team, TestWorkspace.NOW).differences())
        .filteredOn(one -> !one.what().equals("goodwill"))
        .isEmpty();
    return state;
  }

  @Test
  @Order(3)
  void everyWorkspaceIsFound_whicheverMasterHasIt_andHealthLooksAtAllMasters() {
    List<String> teams =
        List.of(
            RedisCluster.freshTeamOn(0), RedisCluster.freshTeamOn(1), RedisCluster.freshTeamOn(2));
    try (Store store = Store.at(cluster.address(0), java.time.Clock.systemUTC())) {
      teams.forEach(
          team ->
              store.remember(
                  new dev.vouch.pipeline.Directory.Home(team, "Lumo", "https://l.example/", "U")));
      assertThat(store.teams()).containsAll(teams);
      assertThat(store.backlogs(teams)).containsOnlyKeys(teams);
      assertThat(store.health().appendOnly()).isTrue();
      assertThat(store.health().policy()).isEqualTo("noeviction");
      try (var second = cluster.master(1).talk()) {
        second.configSet("maxmemory-policy", "allkeys-lru");
        assertThat(store.health().policy()).isEqualTo("allkeys-lru");
        second.configSet("maxmemory-policy", "noeviction");
      }
    }
  }

  @Test
  @Order(4)
  void moreReplicasWantedThanThereAre_meansNoAcknowledgement() {
    String team = RedisCluster.freshTeamOn(1);
    try (Store store = Store.at(cluster.address(2), java.time.Clock.systemUTC())) {
      Envelope envelope = new Envelope("Ev1", team, Envelope.Type.EVENT, "{}", TestWorkspace.NOW);
      long start = System.nanoTime();
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> store.append(envelope)).isInstanceOf(Unavailable.class);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }
  }

  @Test
  @Order(5)
  void masterKilled_losesNothingAcknowledged_recovers_andHoldsUpNoOther() {
    String team = RedisCluster.freshTeamOn(2);
    try (Store store = Store.at(cluster.address(1), java.time.Clock.systemUTC())) {
      AppendStream there = new AppendStream(store, team);
      AppendStream elsewhere = new AppendStream(store, RedisCluster.freshTeamOn(0));
      try (there;
          elsewhere) {
        RedisProcess.eventually(() -> there.stored() > 100);
        cluster.master(2).kill();
        RedisProcess.eventually(() -> cluster.replica(2).says("replication", "role:master"));
        cluster.master(2).startAgain();
        int before = there.stored();
        RedisProcess.eventually(() -> there.stored() > before + 100);
      }
      assertThat(there.refused()).isPositive();
      assertThat(there.slowest()).isLessThan(Duration.ofSeconds(3));
      assertThat(there.odd()).isEmpty();
      assertThat(there.lost()).isEmpty();
      assertThat(elsewhere.refused()).isZero();
      assertThat(elsewhere.odd()).isEmpty();
      assertThat(elsewhere.lost()).isEmpty();
    }
  }
}
