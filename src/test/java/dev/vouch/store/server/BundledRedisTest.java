package dev.vouch.store.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

class BundledRedisTest {
  @TempDir private Path directory;

  private static Jedis connect(BundledRedis redis) {
    return new Jedis(redis.address().uri());
  }

  private ProcessHandle process() throws IOException {
    String pid = Files.readString(directory.resolve("redis/redis.pid")).strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  @Test
  void state_isThereAfterARestart() {
    try (BundledRedis redis = BundledRedis.open(directory);
        Jedis jedis = connect(redis)) {
      jedis.set("kept", "yes");
    }
    try (BundledRedis redis = BundledRedis.open(directory);
        Jedis jedis = connect(redis)) {
      assertThat(jedis.get("kept")).isEqualTo("yes");
    }
  }

  @Test
  void state_isThereAfterKill9() throws IOException {
    BundledRedis killed = BundledRedis.open(directory);
    try (Jedis jedis = connect(killed)) {
      for (int i = 0; i < 1_000; i++) {
        jedis.rpush("acknowledged", String.valueOf(i));
      }
    }
    ProcessHandle process = process();
    process.destroyForcibly();
    await().until(() -> !process.isAlive());

    try (BundledRedis redis = BundledRedis.open(directory);
        Jedis jedis = connect(redis)) {
      assertThat(jedis.llen("acknowledged")).isEqualTo(1_000);
    }
  }

  @Test
  void killedServer_isRevivedWhereItWas() throws IOException {
    try (BundledRedis redis = BundledRedis.open(directory)) {
      try (Jedis jedis = connect(redis)) {
        jedis.set("kept", "yes");
      }
      RedisAddress before = redis.address();
      kill(process());
      redis.revive();

      assertThat(redis.address()).isEqualTo(before);
      try (Jedis jedis = connect(redis)) {
        assertThat(jedis.get("kept")).isEqualTo("yes");
      }
    }
  }

  @Test
  void closedServer_staysClosed() throws IOException {
    BundledRedis redis = BundledRedis.open(directory);
    redis.close();
    redis.revive();

    assertThatThrownBy(
            () -> {
              try (Jedis jedis = connect(redis)) {
                jedis.ping();
              }
            })
        .isInstanceOf(JedisException.class);
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    await().until(() -> !process.isAlive());
  }

  @Test
  void secondOpening_sharesTheServerAndDoesNotStopIt() {
    try (BundledRedis first = BundledRedis.open(directory);
        Jedis jedis = connect(first)) {
      BundledRedis second = BundledRedis.open(directory);
      assertThat(second.address()).isEqualTo(first.address());
      second.close();
      assertThat(jedis.ping()).isEqualTo("PONG");
    }
  }

  @Test
  void serverWhoseOwnerDied_isTakenOver() throws IOException {
    BundledRedis lost = BundledRedis.open(directory);
    RedisFile file = new RedisFile(directory.resolve("redis/server.json"));
    RedisFile.Server server = file.read().orElseThrow();
    file.write(new RedisFile.Server(server.port(), server.password(), Long.MAX_VALUE));

    BundledRedis heir = BundledRedis.open(directory);
    assertThat(heir.address()).isEqualTo(lost.address());
    ProcessHandle process = process();
    heir.close();
    await().until(() -> !process.isAlive());
  }

  @Test
  void server_letsNobodyInWithoutItsPassword() {
    try (BundledRedis redis = BundledRedis.open(directory);
        Jedis stranger = new Jedis("127.0.0.1", redis.address().uri().getPort())) {
      assertThatThrownBy(stranger::ping)
          .isInstanceOf(JedisException.class)
          .hasMessageContaining("NOAUTH");
      assertThat(redis.address().toString())
          .isEqualTo("redis://***@127.0.0.1:" + redis.address().uri().getPort());
    }
  }

  @Test
  void filesWithThePassword_areTheOwnersAlone() throws IOException {
    try (BundledRedis redis = BundledRedis.open(directory)) {
      assertThat(redis.address().bundled()).isTrue();
      for (String name : new String[] {"server.json", "redis.conf"}) {
        assertThat(
                PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(directory.resolve("redis").resolve(name))))
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void halfWrittenAddress_isNoAddress() throws IOException {
    Path path = directory.resolve("server.json");
    Files.writeString(path, "{\"port\": 12");
    assertThat(new RedisFile(path).read()).isEmpty();
  }

  @Test
  void address_withoutPassword_printsWhole() {
    assertThat(new RedisAddress(URI.create("redis://cache:6379/2"), false).redacted())
        .isEqualTo("redis://cache:6379/2");
  }
}
