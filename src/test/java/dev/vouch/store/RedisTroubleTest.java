package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.vouch.store.server.BundledRedis;
import dev.vouch.store.server.RedisAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** With the refusals of a real server. */
class RedisTroubleTest {
  @TempDir private Path directory;

  @Test
  void fullServer_isPassing_andSeenInItsHealth() {
    try (BundledRedis redis = BundledRedis.open(directory);
        Jedis jedis = new Jedis(redis.address().uri());
        Store store = Store.at(redis.address(), InstantSource.system())) {
      assertThat(store.health().isFull()).isFalse();
      jedis.configSet("maxmemory", "1");

      assertThat(RedisTrouble.isPassing(catchThrowable(() -> jedis.set("a", "b")))).isTrue();
      Throwable inScript =
          catchThrowable(() -> jedis.eval("return redis.call('SET', KEYS[1], 'b')", 1, "a"));
      assertThat(RedisTrouble.isPassing(inScript)).isTrue();
      assertThat(store.health().isFull()).isTrue();
    }
  }

  @Test
  void absentServer_isPassing_andSaysWhatToDo() {
    RedisAddress nobody = new RedisAddress(URI.create("redis://127.0.0.1:1"), false);
    try (Store store = Store.at(nobody, InstantSource.system())) {
      Throwable refused = catchThrowable(store::teams);
      assertThat(RedisTrouble.isPassing(refused)).isTrue();
      assertThat(RedisTrouble.tell(refused)).contains("127.0.0.1:1", "REDIS_URL");
    }
  }

  @Test
  void wrongCommand_isNotPassing() {
    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      jedis.set("text", "no number");
      Throwable refused = catchThrowable(() -> jedis.incr("text"));
      assertThat(RedisTrouble.isPassing(refused)).isFalse();
      assertThat(RedisTrouble.isPassing(new IllegalStateException("OOM "))).isFalse();
    }
  }
}
