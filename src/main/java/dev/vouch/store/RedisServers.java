package dev.vouch.store;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.ClusterConnectionProvider;
import redis.clients.jedis.providers.ConnectionProvider;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.providers.SentineledConnectionProvider;
import redis.clients.jedis.util.Delay;
import redis.clients.jedis.util.JedisClusterCRC16;

/**
 * The servers behind an address, and connections to them. Slack waits for three seconds, so nothing
 * here does: a server that hangs was seen to cost two waits for an answer, so two of them and the
 * time in line before make less than three seconds. Thread-safe.
 */
final class RedisServers implements AutoCloseable {
  private static final int CONNECTIONS = 32;
  private static final Duration WAIT_FOR_A_CONNECTION = Duration.ofSeconds(1);
  private static final Duration CONNECT = Duration.ofMillis(500);
  private static final Duration ANSWER = Duration.ofMillis(950);

  /** How soon a fail-over that nobody told of is noticed. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private static final String THE_ONE = "";

  private final ConnectionProvider servers;
  private final UnifiedJedis client;

  /** A Cluster and Sentinels are asked at once where the masters are; one server is not. */
  RedisServers(RedisAddress address) {
    DefaultJedisClientConfig login = patient(address.login());
    switch (address.kind()) {
      case SERVER -> {
        HostAndPort server = address.nodes().iterator().next();
        servers = new PooledConnectionProvider(server, login, pool());
        client = RedisClient.builder().hostAndPort(server).connectionProvider(servers).build();
      }
      case SENTINEL -> {
        servers = watched(address, login);
        client =
            RedisSentinelClient.builder()
                .masterName(address.master())
                .sentinels(address.nodes())
                .connectionProvider(servers)
                .build();
      }
      case CLUSTER -> {
        servers = new ClusterConnectionProvider(address.nodes(), login, pool(), LOOK_AGAIN);
        client =
            RedisClusterClient.builder()
                .nodes(address.nodes())
                .connectionProvider(servers)
                .maxAttempts(3)
                .maxTotalRetriesDuration(ANSWER)
                .build();
      }
      default -> throw new IllegalStateException("no such kind: " + address.kind());
    }
  }

  private static ConnectionProvider watched(RedisAddress address, DefaultJedisClientConfig login) {
    return new SentineledConnectionProvider(
        address.master(),
        login,
        pool(),
        address.nodes(),
        patient(address.sentinelLogin()),
        Delay.constant(LOOK_AGAIN));
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
    return servers instanceof ClusterConnectionProvider cluster
        ? String.valueOf(cluster.getNode(slot(key)))
        : THE_ONE;
  }

  /**
   * Sends a pipeline over one connection to the server that has a key, and waits for the answers.
   * What has moved meanwhile is refused there: a pipeline does not follow. (Jedis' own way to close
   * one waits a second time for a server that hangs.)
   */
  <T> T send(String key, Function<AbstractPipeline, T> queue) {
    try (Connection connection = connection(key)) {
      try {
        Pipeline pipeline = new Pipeline(connection, false);
        T queued = queue.apply(pipeline);
        pipeline.sync();
        return queued;
      } catch (RuntimeException e) {
        connection.setBroken();
        throw e;
      }
    }
  }

  private Connection connection(String key) {
    return servers instanceof ClusterConnectionProvider cluster
        ? cluster.getConnectionFromSlot(slot(key))
        : servers.getConnection();
  }

  private static int slot(String key) {
    return JedisClusterCRC16.getSlot(key);
  }

  /** What {@code INFO} says on every master. */
  List<String> infos() {
    return servers instanceof ClusterConnectionProvider cluster
        ? cluster.getPrimaryNodesConnectionMap().values().stream().map(RedisServers::info).toList()
        : List.of(client.info());
  }

  private static String info(ConnectionPool server) {
    try (Connection connection = server.getResource()) {
      return new Jedis(connection).info();
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
