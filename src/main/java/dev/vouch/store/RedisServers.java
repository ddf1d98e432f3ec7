package dev.vouch.store;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisClusterOperationException;
import redis.clients.jedis.providers.ClusterConnectionProvider;
import redis.clients.jedis.util.Delay;
import redis.clients.jedis.util.JedisClusterCRC16;

/**
 * The servers behind an address, and connections to them. Slack waits for three seconds, so nothing
 * here does: a server that does not answer is given up in less than two. Thread-safe.
 */
final class RedisServers implements AutoCloseable {
  private static final int CONNECTIONS = 32;
  private static final Duration WAIT_FOR_A_CONNECTION = Duration.ofSeconds(1);
  private static final Duration CONNECT = Duration.ofMillis(700);
  private static final Duration ANSWER = Duration.ofMillis(1_800);

  /** How soon a fail-over that nobody told of is noticed. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private static final String THE_ONE = "";

  private final UnifiedJedis client;
  private final @Nullable ClusterConnectionProvider cluster;

  /** A Cluster and Sentinels are asked at once where the masters are; one server is not. */
  RedisServers(RedisAddress address) {
    cluster =
        address.kind() == RedisAddress.Kind.CLUSTER
            ? new ClusterConnectionProvider(
                address.nodes(), patient(address.login()), pool(), LOOK_AGAIN)
            : null;
    client = cluster == null ? single(address) : cluster(address, cluster);
  }

  private static UnifiedJedis single(RedisAddress address) {
    return address.kind() == RedisAddress.Kind.SENTINEL
        ? RedisSentinelClient.builder()
            .masterName(address.master())
            .sentinels(address.nodes())
            .sentinelClientConfig(patient(address.sentinelLogin()))
            .sentinelReconnectDelay(Delay.constant(LOOK_AGAIN))
            .clientConfig(patient(address.login()))
            .poolConfig(pool())
            .build()
        : RedisClient.builder()
            .hostAndPort(address.nodes().iterator().next())
            .clientConfig(patient(address.login()))
            .poolConfig(pool())
            .build();
  }

  private static UnifiedJedis cluster(RedisAddress address, ClusterConnectionProvider provider) {
    return RedisClusterClient.builder()
        .nodes(address.nodes())
        .connectionProvider(provider)
        .maxAttempts(3)
        .maxTotalRetriesDuration(ANSWER)
        .build();
  }

  private static DefaultJedisClientConfig patient(DefaultJedisClientConfig.Builder login) {
    return login
        .connectionTimeoutMillis(Math.toIntExact(CONNECT.toMillis()))
        .socketTimeoutMillis(Math.toIntExact(ANSWER.toMillis()))
        .build();
  }

  private static ConnectionPoolConfig pool() {
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(CONNECTIONS);
    pool.setMaxIdle(CONNECTIONS);
    pool.setMaxWait(WAIT_FOR_A_CONNECTION);
    return pool;
  }

  /** Single commands and pipelines, wherever their keys are. */
  UnifiedJedis client() {
    return client;
  }

  /** Names the server that has a key just now; all keys of a workspace have the same. */
  String holder(String key) {
    return cluster == null ? THE_ONE : String.valueOf(cluster.getNode(slot(key)));
  }

  /**
   * A pipeline on one connection to the server that has a key. One that is moved meanwhile is
   * refused there: a pipeline does not follow.
   */
  AbstractPipeline pipelined(String key) {
    if (cluster == null) {
      return client.pipelined();
    }
    HostAndPort holder = cluster.getNode(slot(key));
    if (holder == null) {
      throw new JedisClusterOperationException("nobody in the Cluster has the slot of this key");
    }
    return new Pipeline(cluster.getConnection(holder), true);
  }

  private static int slot(String key) {
    return JedisClusterCRC16.getSlot(key);
  }

  /** What {@code INFO} says on every master. */
  List<String> infos() {
    return cluster == null
        ? List.of(client.info())
        : cluster.getPrimaryNodesConnectionMap().values().stream()
            .map(
                pool -> {
                  try (Connection connection = pool.getResource()) {
                    return new Jedis(connection).info();
                  }
                })
            .toList();
  }

  @Override
  public void close() {
    client.close();
  }
}
