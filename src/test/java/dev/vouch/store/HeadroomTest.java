package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.inbox.Inbox;
import dev.vouch.store.server.BundledRedis;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

class HeadroomTest {
  /** More than can come in before memory is looked at for the first time. */
  private static final int MOST = 10_000;

  private static final RedisInbox.Rules RULES = new RedisInbox.Rules(Duration.ofSeconds(5), MOST);

  @TempDir private Path directory;

  @Test
  void boundShrinks_fromSeventyPercentToNinety() {
    assertThat(Headroom.shareAt(0)).isOne();
    assertThat(Headroom.shareAt(0.7)).isOne();
    assertThat(Headroom.shareAt(0.8)).isBetween(0.49, 0.51);
    assertThat(Headroom.shareAt(0.9)).isZero();
    assertThat(Headroom.shareAt(1.2)).isZero();
  }

  @Test
  void whileMemoryGetsShort_whoHasMostWaitingIsRefused_andOthersAreNot() {
    try (BundledRedis redis = BundledRedis.open(directory);
        Jedis jedis = new Jedis(redis.address().uri());
        Store store = Store.at(redis.address(), InstantSource.system(), RULES)) {
      jedis.setrange("so much that what comes and goes is little", 20_000_000, "x");
      taken(store, "TLOUD", 10);
      jedis.configSet("maxmemory", String.valueOf(Math.round(store.health().memoryBytes() / 0.75)));
      int loud = taken(store, "TLOUD", MOST);

      assertThat(loud).isBetween(MOST / 3, MOST * 9 / 10);
      assertThat(store.health().isTight()).isFalse();
      assertThat(taken(store, "TQUIET", 50)).isEqualTo(50);
      jedis.configSet("maxmemory", String.valueOf(Math.round(store.health().memoryBytes() / 0.93)));
      assertThat(store.health().isTight()).isTrue();
      assertThat(taken(store, "TQUIET", 50)).as("until it looks").isLessThan(5);
      assertThat(taken(store, "TQUIET", 50)).isZero();
      jedis.configSet("maxmemory", "0");
      assertThat(taken(store, "TLOUD", 50)).isEqualTo(50);
    }
  }

  /** How many of so many are taken in. */
  private static int taken(Store store, String team, int number) {
    int taken = 0;
    for (int i = 0; i < number; i++) {
      try {
        store.append(new Envelope("Ev", team, Envelope.Type.EVENT, "{}", Instant.ofEpochSecond(i)));
        taken++;
      } catch (Inbox.Unavailable e) {
        assertThat(e).hasMessageContaining("memory");
      }
    }
    return taken;
  }
}
