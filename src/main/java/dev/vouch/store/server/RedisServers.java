package dev.vouch.store.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
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
public final class RedisServers implements AutoCloseable {
  private static final int CONNECTIONS = 32;
  private static final Duration WAIT_FOR_A_CONNECTION = Duration.ofSeconds(1);
  private static final Duration CONNECT = Duration.ofMillis(500);
  private static final Duration ANSWER = Duration.ofMillis(950);

  /** How soon a fail-over that nobody told of is noticed. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private static final String THE_ONE = "";
  private static final CompletableFuture<Void> FOUND = CompletableFuture.completedFuture(null);

  private final RedisAddress address;
  private final ReentrantLock finding = new ReentrantLock();
  private volatile @Nullable Found found;
  private CompletableFuture<Void> search =
      CompletableFuture.failedFuture(new IllegalStateException());

  /** Asks nobody: a Cluster and Sentinels are asked where the masters are when it matters first. */
  public RedisServers(RedisAddress address) {
    this.address = address;
  }

  /** The way to the servers. */
  private record Found(ConnectionProvider servers, UnifiedJedis client) {}

  /**
   * Nobody waits here for a Cluster or Sentinels that are looked for: those who come meanwhile
   * share one search, and are told if it takes longer than a moment.
   *
   * @param threads one of which looks, where nobody does
   * @return completes when it is known where they are; fails with {@link JedisException}
   */
  public CompletableFuture<Void> whenFound(Executor threads) {
    if (found != null) {
      return FOUND;
    }
    return search(threads)
        .copy()
        .orTimeout(WAIT_FOR_A_CONNECTION.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized CompletableFuture<Void> search(Executor threads) {
    if (search.isDone()) {
      search = CompletableFuture.runAsync(this::found, threads);
    }
    return search;
  }

  /** One at a time looks for them; the others wait for a moment, and fail if it takes longer. */
  private Found found() {
    Found known = found;
    if (known != null) {
      return known;
    }
    if (!isMyTurn()) {
      throw new JedisConnectionException("its servers are still being looked for");
    }
    try {
      known = found == null ? find() : found;
      found = known;
      return known;
    } finally {
      finding.unlock();
    }
  }

  private boolean isMyTurn() {
    try {
      return finding.tryLock(WAIT_FOR_A_CONNECTION.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Found find() {
    DefaultJedisClientConfig login = patient(address.login());
    return switch (address.kind()) {
      case SERVER -> server(login);
      case SENTINEL -> watched(login);
      case CLUSTER -> cluster(login);
    };
  }

  private Found server(DefaultJedisClientConfig login) {
    HostAndPort server = address.nodes().iterator().next();
    ConnectionProvider servers = new PooledConnectionProvider(server, login, pool());
    return new Found(
        servers, RedisClient.builder().hostAndPort(server).connectionProvider(servers).build());
  }

  /** Jedis leaves a thread behind each time that no server answers, so one is asked before. */
  private Found cluster(DefaultJedisClientConfig login) {
    if (address.nodes().stream().noneMatch(node -> knowsCluster(node, login))) {
      throw new JedisConnectionException("no server of the Cluster answers");
    }
    ConnectionProvider servers =
        new ClusterConnectionProvider(address.nodes(), login, pool(), LOOK_AGAIN);
    return new Found(
        servers,
        RedisClusterClient.builder()
            .nodes(address.nodes())
            .connectionProvider(servers)
            .maxAttempts(3)
            .maxTotalRetriesDuration(ANSWER)
            .build());
  }

  private static boolean knowsCluster(HostAndPort node, DefaultJedisClientConfig login) {
    try (Jedis jedis = new Jedis(node, login)) {
      return !jedis.clusterSlots().isEmpty();
    } catch (JedisException e) {
      return false;
    }
  }

  private Found watched(DefaultJedisClientConfig login) {
    ConnectionProvider servers =
        new SentineledConnectionProvider(
            address.master(),
            login,
            pool(),
            address.nodes(),
            patient(address.sentinelLogin()),
            Delay.constant(LOOK_AGAIN));
    return new Found(
        servers,
        RedisSentinelClient.builder()
            .masterName(address.master())
            .sentinels(address.nodes())
            .connectionProvider(servers)
            .build());
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
  public UnifiedJedis client() {
    return found().client();
  }

  /** Names the server that has a key just now; all keys of a workspace have the same. */
  public String holder(String key) {
    return found().servers() instanceof ClusterConnectionProvider cluster
        ? String.valueOf(cluster.getNode(slot(key)))
        : THE_ONE;
  }

  /**
   * Sends a pipeline over one connection to the server that has a key, and waits for the answers.
   * What has moved meanwhile is refused there: a pipeline does not follow. (Jedis' own way to close
   * one waits a second time for a server that hangs.)
   */
  public <T> T send(String key, Function<AbstractPipeline, T> queue) {
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
    return found().servers() instanceof ClusterConnectionProvider cluster
        ? cluster.getConnectionFromSlot(slot(key))
        : found().servers().getConnection();
  }

  private static int slot(String key) {
    return JedisClusterCRC16.getSlot(key);
  }

  /** What {@code INFO} says on every master. */
  public List<String> infos() {
    return found().servers() instanceof ClusterConnectionProvider cluster
        ? cluster.getPrimaryNodesConnectionMap().values().stream().map(RedisServers::info).toList()
        : List.of(client().info());
  }

  private static String info(ConnectionPool server) {
    try (Connection connection = server.getResource()) {
      return new Jedis(connection).info();
    }
  }

  @Override
  public void close() {
    Found known = found;
    if (known != null) {
      known.client().close();
    }
  }
}
