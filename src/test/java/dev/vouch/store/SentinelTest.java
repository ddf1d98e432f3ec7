package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.store.server.RedisProcess;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Vouch on a real Redis that Sentinels watch, whose master is killed. */
class SentinelTest {

  @Test
  void masterKilled_losesNothingAcknowledged_andRecoversWithoutAHand() throws IOException {
    losesNothing(RedisProcess::kill);
  }

  @Test
  void masterFrozen_losesNothingAcknowledged_andIsGivenUpInTime() throws IOException {
    losesNothing(RedisProcess::freeze);
  }

  private static void losesNothing(Consumer<RedisProcess> accident) throws IOException {
    try (RedisSentinels redis = new RedisSentinels();
        Store store = Store.at(redis.address(1), Clock.systemUTC())) {
      AppendStream events = new AppendStream(store, TestRedis.freshTeam());
      try (events) {
        RedisProcess.eventually(() -> events.stored() > 100);
        accident.accept(redis.master());
        RedisProcess.eventually(() -> events.refused() > 0);
        int before = events.stored();
        RedisProcess.eventually(() -> events.stored() > before + 100);
      }
      assertThat(events.slowest()).isLessThan(Duration.ofMillis(2_500));
      assertThat(events.odd()).isEmpty();
      assertThat(events.lost()).isEmpty();
      assertThat(store.health().appendOnly()).isTrue();
    }
  }
}
