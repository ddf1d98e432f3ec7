package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisDataException;

class TogetherTest {

  @Test
  void workspaceOfWhichRedisTellsNothing_keepsNoOtherFromItsAnswer() {
    String broken = TestRedis.freshTeam();
    String sound = TestRedis.freshTeam();
    try (Store store = Store.at(TestRedis.address(), InstantSource.system());
        Jedis jedis = new Jedis(TestRedis.address().uri())) {
      jedis.set("vouch:{%s}:nudges:due".formatted(broken), "no sorted set");

      assertThat(store.agendas(List.of(broken, sound), Instant.now())).containsOnlyKeys(sound);
      assertThatThrownBy(() -> store.agendas(List.of(broken), Instant.now()))
          .isInstanceOf(JedisDataException.class);
    }
  }
}
