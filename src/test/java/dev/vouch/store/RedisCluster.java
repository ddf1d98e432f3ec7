package dev.vouch.store;

import dev.vouch.store.key.Keys;
import dev.vouch.store.server.RedisAddress;
import dev.vouch.store.server.RedisProcess;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.util.JedisClusterCRC16;

/** A real Redis Cluster of three masters with a replica each. */
final class RedisCluster implements AutoCloseable {
  private static final int SLOTS = 16_384;
  private static final int MASTERS = 3;

  private final List<RedisProcess> masters = new ArrayList<>();
  private final List<RedisProcess> replicas = new ArrayList<>();

  private final RedisProcess.Options options;

  RedisCluster() {
    this(RedisProcess.Options.plain("hush"));
  }

  /** One that is talked to as {@code options} say. */
  RedisCluster(RedisProcess.Options options) {
    this.options = options;
    for (int i = 0; i < MASTERS; i++) {
      masters.add(node());
      replicas.add(node());
    }
    all().forEach(node -> RedisProcess.eventually(node::answers));
    meet();
    for (int i = 0; i < MASTERS; i++) {
      follow(masters.get(i), replicas.get(i));
    }
    all().forEach(node -> RedisProcess.eventually(() -> isWell(node)));
    masters.forEach(
        master -> RedisProcess.eventually(() -> master.says("replication", "state=online")));
  }

  private RedisProcess node() {
    return RedisProcess.server(
        options,
        "--cluster-enabled",
        "yes",
        "--cluster-node-timeout",
        "1000",
        "--cluster-require-full-coverage",
        "no",
        "--cluster-replica-validity-factor",
        "0");
  }

  private List<RedisProcess> all() {
    List<RedisProcess> all = new ArrayList<>(masters);
    all.addAll(replicas);
    return all;
  }

  /** A node takes an epoch only while it knows nobody else, so each has its own before any meet. */
  private void meet() {
    for (int i = 0; i < MASTERS; i++) {
      try (Jedis jedis = masters.get(i).talk()) {
        jedis.sendCommand(Protocol.Command.CLUSTER, "SET-CONFIG-EPOCH", String.valueOf(i + 1));
        jedis.clusterAddSlots(IntStream.range(firstSlot(i), firstSlot(i + 1)).toArray());
      }
    }
    try (Jedis jedis = masters.get(0).talk()) {
      all().forEach(other -> jedis.clusterMeet("127.0.0.1", other.port()));
    }
    all().forEach(node -> RedisProcess.eventually(() -> knowsAll(node)));
  }

  private static int firstSlot(int master) {
    return SLOTS * master / MASTERS;
  }

  private boolean knowsAll(RedisProcess node) {
    try (Jedis jedis = node.talk()) {
      String nodes = jedis.clusterNodes();
      return !nodes.contains("handshake") && nodes.lines().count() == all().size();
    }
  }

  private static boolean isWell(RedisProcess node) {
    try (Jedis jedis = node.talk()) {
      return jedis.clusterInfo().contains("cluster_state:ok");
    }
  }

  private static void follow(RedisProcess master, RedisProcess replica) {
    try (Jedis to = master.talk();
        Jedis from = replica.talk()) {
      from.clusterReplicate(to.clusterMyId());
    }
  }

  /** Names two of its servers; a client has to find the third. */
  RedisAddress address(int replicas) {
    return new RedisAddress(
        URI.create(
            "%s-cluster://:hush@127.0.0.1:%d,127.0.0.1:%d"
                .formatted(options.scheme(), masters.get(0).port(), masters.get(1).port())),
        false,
        replicas,
        null,
        options.authorities());
  }

  /** The id of a workspace that no other test uses and that a certain master has. */
  static String freshTeamOn(int master) {
    while (true) {
      String team = TestRedis.freshTeam();
      int slot = JedisClusterCRC16.getSlot(new Keys(team).prefix());
      if (slot >= firstSlot(master) && slot < firstSlot(master + 1)) {
        return team;
      }
    }
  }

  RedisProcess master(int number) {
    return masters.get(number);
  }

  RedisProcess replica(int number) {
    return replicas.get(number);
  }

  void killAll() {
    all().forEach(RedisProcess::kill);
  }

  void startAllAgain() {
    all().forEach(RedisProcess::startAgain);
  }

  @Override
  public void close() {
    all().forEach(RedisProcess::close);
  }
}
