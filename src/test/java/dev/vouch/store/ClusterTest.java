package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.vouch.digest.DigestChannel;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.pipeline.DigestRound;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.Inbox.Unavailable;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
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

  @Test
  @Order(2)
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
  @Order(3)
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
  @Order(4)
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
