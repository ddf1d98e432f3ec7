package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.vouch.advocate.identity.Merge;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Exposure;
import dev.vouch.nudge.Holdout;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.NudgeLog;
import dev.vouch.nudge.moment.Moment;
import dev.vouch.nudge.moment.Occasion;
import dev.vouch.store.key.Keys;
import dev.vouch.store.server.RedisServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** Nudges and exposures do not grow without end. */
class NudgeRetentionTest {
  private static final Instant NOW = TestWorkspace.NOW;
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(740));
  private static final String AMARA = "UAMARA";
  private static final String JON = "UJON";

  private final TestWorkspace here = new TestWorkspace();
  private final NudgeLog log = here.books.nudges();
  private final RedisServers servers = new RedisServers(TestRedis.address());
  private final UnifiedJedis redis = servers.client();

  @AfterEach
  void close() {
    servers.close();
    here.close();
  }

  private static Nudge nudge(String person, int number, State state, Instant at) {
    MentionId mention = new MentionId("C1", "1764%06d.000000".formatted(number));
    Occasion occasion = Occasion.said(Moment.ACT, mention, "https://x.example", List.of());
    Nudge.Party party = new Nudge.Party("UREP", person, "Amara", "Fairbank", "UEXEC");
    boolean waits = state == State.PAUSED || state == State.SENT;
    Nudge.Posted posted = state == State.SENT ? new Nudge.Posted("DREP", "1764000000.1") : null;
    return Nudge.draft(NudgeKind.DELIGHT, occasion, party, at)
        .living(new Nudge.Life(state, "", waits ? at : null, posted, null, null, null));
  }

  /** The keys of the workspace in which the nudge stands. */
  private Set<String> standsIn(Nudge nudge) {
    Set<String> keys = new TreeSet<>();
    new Walk(redis, new Keys(here.team))
        .each(
            entry -> {
              if (entry.field().equals(nudge.id())) {
                keys.add(entry.key());
              }
            });
    return keys;
  }

  @Test
  void nudgesOfMoreThanTwoYears_goWithNewOnes_fromEveryIndex() {
    List<Nudge> old =
        List.of(
            nudge(AMARA, 1, State.SENT, LONG_AGO),
            nudge(AMARA, 2, State.NOTHING, LONG_AGO),
            nudge(JON, 3, State.PAUSED, LONG_AGO),
            nudge(JON, 4, State.DOING, LONG_AGO));
    Nudge lastYear = nudge(JON, 5, State.NOT_THIS, NOW.minus(Duration.ofDays(700)));
    log.add(old);
    log.add(lastYear);
    old.forEach(one -> assertThat(standsIn(one)).hasSizeGreaterThan(2));

    log.add(nudge(AMARA, 6, State.NOTHING, NOW));
    assertThat(log.latest(9)).as("two for one, so that none holds up a send").hasSize(4);
    log.add(nudge(AMARA, 7, State.NOTHING, NOW));

    old.forEach(one -> assertThat(standsIn(one)).as(one.id()).isEmpty());
    assertThat(standsIn(lastYear)).isNotEmpty();
    assertThat(here.store.audit(here.team, NOW).differences()).isEmpty();
  }

  @Test
  void whatWasAboutAnIdThatWasMerged_goesFromBoth() {
    says(AMARA, 1);
    says(JON, 2);
    assertThat(here.books.identities().merge(new Merge(JON, "Jon", AMARA, "UREP", NOW))).isEmpty();
    Nudge old = nudge(AMARA, 1, State.NOTHING, LONG_AGO);
    log.add(old);
    assertThat(standsIn(old)).hasSize(4);
    log.add(nudge(AMARA, 2, State.NOTHING, NOW));

    assertThat(standsIn(old)).isEmpty();
  }

  private void says(String person, int second) {
    JsonObject event = new JsonObject();
    event.addProperty("type", "message");
    event.addProperty("channel", "C1");
    event.addProperty("user", person);
    event.addProperty("ts", "17630000%02d.000000".formatted(second));
    event.addProperty("text", "praise");
    here.events.read(event);
  }

  @Test
  void exposures_areKeptByTheQuarter_andForAYearAfterIt() {
    expose(AMARA, 1, NOW);
    expose(JON, 2, NOW.minus(Duration.ofDays(100)));
    String key = new Keys(here.team).exposures(NudgeKind.DELIGHT, Holdout.quarter(NOW));

    assertThat(redis.ttl(key)).isBetween(365L * 86_400, 400L * 86_400);
    assertThat(exposed(NOW, NOW)).containsExactly(AMARA);
    assertThat(exposed(NOW.minus(Duration.ofDays(365)), NOW)).containsExactlyInAnyOrder(AMARA, JON);
  }

  private void expose(String person, int number, Instant at) {
    Nudge nudge = nudge(person, number, State.NOTHING, at);
    Exposure exposure = new Exposure(person, NudgeKind.DELIGHT, at, false);
    log.add(List.of(nudge), new NudgeLog.Beside(Map.of(nudge.id(), exposure), List.of()));
  }

  private List<String> exposed(Instant from, Instant to) {
    return log.exposures(NudgeKind.DELIGHT, from, to).stream().map(Exposure::person).toList();
  }
}
