package dev.vouch.store;

import dev.vouch.store.server.RedisAddress;
import dev.vouch.store.server.RedisProcess;
import dev.vouch.store.server.TestCertificate;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;

/** A real Redis with two replicas, watched by three Sentinels with a password of their own. */
public final class RedisSentinels implements AutoCloseable {
  private final @Nullable TestCertificate certificate;
  private final RedisProcess master;
  private final List<RedisProcess> replicas = new ArrayList<>();
  private final List<RedisProcess> sentinels = new ArrayList<>();

  public RedisSentinels() throws IOException {
    this(null);
  }

  /**
   * @param certificate what all of them show to whoever connects; null where nothing is encrypted
   */
  RedisSentinels(@Nullable TestCertificate certificate) throws IOException {
    this.certificate = certificate;
    RedisProcess.Options data = new RedisProcess.Options("hush", certificate);
    RedisProcess.Options watch = new RedisProcess.Options("watch", certificate);
    master = RedisProcess.server(data);
    RedisProcess.eventually(master::answers);
    for (int i = 0; i < 2; i++) {
      replicas.add(
          RedisProcess.server(data, "--replicaof", "127.0.0.1", String.valueOf(master.port())));
    }
    RedisProcess.eventually(() -> master.says("replication", "slave0:") && online() == 2);
    for (int i = 0; i < 3; i++) {
      sentinels.add(RedisProcess.sentinel(watch, lines()));
    }
    sentinels.forEach(sentinel -> RedisProcess.eventually(() -> knowsAll(sentinel)));
  }

  private long online() {
    try (Jedis jedis = master.talk()) {
      return jedis
          .info("replication")
          .lines()
          .filter(line -> line.contains("state=online"))
          .count();
    }
  }

  private String lines() {
    return """
        sentinel monitor keeper 127.0.0.1 %d 2
        sentinel auth-pass keeper hush
        sentinel down-after-milliseconds keeper 700
        sentinel failover-timeout keeper 3000
        """
        .formatted(master.port());
  }

  private static boolean knowsAll(RedisProcess sentinel) {
    return sentinel.says("sentinel", "slaves=2,sentinels=3");
  }

  public RedisAddress address(int replicas) {
    String hosts =
        sentinels.stream()
            .map(sentinel -> "127.0.0.1:" + sentinel.port())
            .collect(Collectors.joining(","));
    RedisProcess.Options data = new RedisProcess.Options("hush", certificate);
    return new RedisAddress(
        URI.create(data.scheme() + "-sentinel://:hush@" + hosts + "/0#keeper"),
        false,
        replicas,
        "watch",
        data.authorities());
  }

  public RedisProcess master() {
    return master;
  }

  void killSentinels() {
    sentinels.forEach(RedisProcess::kill);
  }

  void startSentinelsAgain() {
    sentinels.forEach(RedisProcess::startAgain);
  }

  @Override
  public void close() {
    sentinels.forEach(RedisProcess::close);
    replicas.forEach(RedisProcess::close);
    master.close();
  }
}
