package dev.vouch.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.inbox.WorkerPool;
import dev.vouch.slack.door.Reply;
import dev.vouch.store.Store;
import dev.vouch.store.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

class HealthTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  private final String team = TestRedis.freshTeam();
  private final Store store = Store.at(TestRedis.address(), InstantSource.fixed(NOW));
  private final WorkerPool rounds = new WorkerPool("rounds", store::waiting, Duration.ofSeconds(5));
  private boolean slack = true;
  private boolean models = true;
  private final Map<String, String> tokens = new HashMap<>();

  @AfterEach
  void close() {
    rounds.close();
    store.close();
  }

  private Reply ready() {
    return new Health(
            new Health.Parts(
                store, () -> Set.of(team), () -> slack, () -> tokens, rounds, () -> models),
            InstantSource.fixed(NOW))
        .ready();
  }

  private JsonObject told() {
    return JsonParser.parseString(ready().body()).getAsJsonObject();
  }

  private String part(String name) {
    JsonObject part = told().getAsJsonObject("parts").getAsJsonObject(name);
    return part.get("status").getAsString() + ": " + part.get("what").getAsString();
  }

  private void waitsSince(Duration age) {
    store.append(new Envelope("Ev" + age, team, Envelope.Type.EVENT, "{}", NOW.minus(age)));
  }

  @Test
  void everythingWell_isReady() {
    assertThat(ready().status()).isEqualTo(200);
    assertThat(told().getAsJsonObject("parts").keySet())
        .containsExactlyInAnyOrder("redis", "slack", "tokens", "inbox", "rounds", "models");
    assertThat(part("tokens")).isEqualTo("ok: taken by Slack");
    assertThat(part("inbox")).isEqualTo("ok: 0 waiting, 0 dead letters");
  }

  @Test
  void whatWaitsForMinutes_isNoAlarmYet() {
    waitsSince(Duration.ofMinutes(9));
    assertThat(part("inbox")).isEqualTo("ok: 1 waiting, 0 dead letters");
  }

  @Test
  void oldInbox_isToldAsSlow_andLeavesTheInstanceReady() {
    waitsSince(Duration.ofMinutes(11));
    assertThat(part("inbox"))
        .isEqualTo("slow: 1 waiting, some for more than 10 minutes, 0 dead letters");
    assertThat(ready().status()).isEqualTo(200);
    assertThat(told().get("inboxWaiting").getAsLong()).isOne();
  }

  @Test
  void whatWaitsForAToken_isTold_andIsNotSlow() {
    waitsSince(Duration.ofMinutes(11));
    tokens.put(team, "token_revoked");
    assertThat(part("inbox")).isEqualTo("ok: 1 waiting, 1 of them for a token, 0 dead letters");
  }

  @Test
  void redisThatIsNearlyFull_isToldAsLimited_andLeavesTheInstanceReady() {
    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      try {
        long most = Math.round(store.health().memoryBytes() / 0.95);
        jedis.configSet("maxmemory", String.valueOf(most));
        assertThat(part("redis")).isEqualTo("limited: nearly full: no new events are taken in");
        assertThat(ready().status()).isEqualTo(200);
      } finally {
        jedis.configSet("maxmemory", "0");
      }
    }
  }

  @Test
  void lineToSlackThatIsDown_isUnready() {
    slack = false;
    assertThat(ready().status()).isEqualTo(503);
    assertThat(part("slack")).isEqualTo("unwell: not connected");
    assertThat(told().get("status").getAsString()).isEqualTo("unwell");
  }

  @Test
  void refusedToken_isToldWithItsWorkspace_andLeavesTheInstanceReady() {
    tokens.put("T2", "token_revoked");
    assertThat(part("tokens")).isEqualTo("limited: Slack refuses those of {T2=token_revoked}");
    assertThat(ready().status()).isEqualTo(200);
  }

  @Test
  void modelsThatReadWordsAlone_areTold_andDoTheirWork() {
    models = false;
    assertThat(part("models")).isEqualTo("limited: read words alone");
    assertThat(ready().status()).isEqualTo(200);
  }
}
