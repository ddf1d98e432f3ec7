package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.pipeline.Directory.Home;
import dev.vouch.pipeline.Envelope;
import dev.vouch.store.RedisInstallations.Standing;
import dev.vouch.store.key.Script;
import dev.vouch.store.server.RedisServers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** Who has installed Vouch and who leaves, as several instances see it. */
class RedisInstallationsTest {
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

  private final Store store = Store.at(TestRedis.address(), Clock.systemUTC());
  private final RedisServers servers = new RedisServers(TestRedis.address());
  private final UnifiedJedis redis = servers.client();
  private final RedisInstallations all =
      store.installations(new TokenCipher("a key of thirty-two characters.."));
  private final String team = TestRedis.freshTeam();

  @BeforeEach
  void install() {
    all.save(team, "granted", AT);
    store.remember(new Home(team, "Lumo", "https://lumo.slack.example/", "U0"));
    store.append(new Envelope("Ev1", team, Envelope.Type.EVENT, "{}", AT));
  }

  @AfterEach
  void close() {
    all.end(team, Instant.now());
    store.close();
    servers.close();
  }

  @Test
  void everyChange_isSeenByOneLook() {
    String installed = all.changed();
    assertThat(all.changed()).isEqualTo(installed);
    assertThat(all.standing().since()).containsEntry(team, String.valueOf(AT.toEpochMilli()));

    all.save(team, "granted anew", AT.plusSeconds(9));
    String again = all.changed();
    assertThat(again).isNotEqualTo(installed);
    assertThat(all.of(team)).hasValue("granted anew");

    all.end(team, AT.plusSeconds(60));
    assertThat(all.changed()).isNotEqualTo(again).isNotEqualTo(installed);
    assertThat(all.standing().leaving()).contains(team);
  }

  @Test
  void grant_isKeptEncrypted() {
    assertThat(redis.hget("vouch:{installed}:grants", team)).doesNotContain("granted");
  }

  @Test
  void wordOfAnOlderRemoval_endsNothing() {
    assertThat(all.end(team, AT.minusSeconds(60))).isFalse();
    assertThat(all.end("T-never-installed", AT.plusSeconds(60))).isFalse();
    assertThat(all.standing().isAtWork(team)).isTrue();

    assertThat(all.end(team, AT.plusSeconds(60))).isTrue();
    assertThat(all.of(team)).isEmpty();
    assertThat(all.end(team, AT.plusSeconds(60))).isFalse();
  }

  @Test
  void whoLeaves_isErasedToTheEnd_andWaitsWithComingBackUntilThen() {
    String other = TestRedis.freshTeam();
    store.remember(new Home(other, "Globex", "https://globex.slack.example/", "U9"));
    Dump neighbour = new Dump(redis, other);
    var untouched = neighbour.all();
    all.end(team, AT.plusSeconds(60));
    all.save(team, "granted anew", AT.plusSeconds(90));
    assertThat(all.eraseLeaving()).doesNotContain(team);
    assertThat(new Dump(redis, team).all()).isNotEmpty();
    assertThat(all.standing().isAtWork(team)).isFalse();

    erased();

    assertThat(new Dump(redis, team).all()).isEmpty();
    assertThat(store.teams()).contains(other).doesNotContain(team);
    assertThat(neighbour.all()).isEqualTo(untouched);
    Standing now = all.standing();
    assertThat(now.isAtWork(team)).isTrue();
    assertThat(all.of(team)).hasValue("granted anew");
  }

  @Test
  void whatIsWrittenAfterwardsByOneWhoStoodStill_isErasedToo() {
    assertThat(all.endAgain(team)).isFalse();
    all.end(team, AT.plusSeconds(60));
    erased();
    store.append(new Envelope("Ev2", team, Envelope.Type.EVENT, "{}", AT));

    assertThat(all.endAgain(team)).isTrue();
    erased();
    assertThat(new Dump(redis, team).all()).isEmpty();
    all.save(team, "granted anew", AT.plusSeconds(90));
    assertThat(all.endAgain(team)).isFalse();
  }

  @Test
  void oneErasesAtATime_andWhoeverWasOvertakenErasesNothing() {
    TeamEraser first = new TeamEraser(redis, team);
    redis.set("vouch:{" + team + "}:claim:erase", "somebody else");

    assertThat(first.erase()).isEmpty();
    assertThat(new Dump(redis, team).all()).hasSizeGreaterThan(1);
    assertThat(
            Script.TEAM_ERASE.run(
                redis,
                List.of("vouch:{" + team + "}:claim:erase", "vouch:{" + team + "}:inbox"),
                List.of("the first", "5000")))
        .isEqualTo(0L);
    assertThat(redis.exists("vouch:{" + team + "}:inbox")).isTrue();

    first.eraseAlone();
    assertThat(new Dump(redis, team).all()).isEmpty();
  }

  /** It is looked after every moment, as the instances do. */
  private void erased() {
    await().atMost(Duration.ofSeconds(20)).until(() -> all.eraseLeaving().contains(team));
  }
}
