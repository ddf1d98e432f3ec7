package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.inbox.Inbox.Unavailable;
import dev.vouch.store.server.RedisAddress;
import dev.vouch.store.server.RedisProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.exceptions.JedisException;

/** A store that is built while no server answers: it refuses in time, and later finds them. */
class StartWithoutServersTest {
  private static final Duration SLACKS_PATIENCE = Duration.ofMillis(2_500);

  @Test
  void sentinelsAway_refusesInTime_andWorksOnceTheyAreBack() throws IOException {
    try (RedisSentinels redis = new RedisSentinels()) {
      redis.killSentinels();
      refusesThenWorks(redis.address(0), redis::startSentinelsAgain);
    }
  }

  @Test
  void clusterAway_refusesInTime_andWorksOnceItIsBack() {
    try (RedisCluster redis = new RedisCluster()) {
      redis.killAll();
      refusesThenWorks(redis.address(0), redis::startAllAgain);
    }
  }

  @Test
  void clusterAwayForLong_leavesNoThreadsBehind() {
    try (RedisCluster redis = new RedisCluster()) {
      redis.killAll();
      try (Store store = Store.at(redis.address(0), Clock.systemUTC())) {
        assertThatThrownBy(store::health).isInstanceOf(JedisException.class);
        int before = Thread.activeCount();
        for (int i = 0; i < 20; i++) {
          assertThatThrownBy(store::health).isInstanceOf(JedisException.class);
        }
        assertThat(Thread.activeCount()).isLessThan(before + 10);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"redis-cluster://127.0.0.1:%d", "redis-sentinel://127.0.0.1:%d/0#main"})
  void serversThatHangWhileTheyAreLookedFor_keepNobodyWaitingWhoAppends(String address)
      throws IOException {
    try (ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Store store = Store.at(address(address, hanging), Clock.systemUTC())) {
      Instant start = Instant.now();
      int before = Thread.activeCount();
      List<CompletableFuture<Void>> stored =
          IntStream.range(0, 200).mapToObj(i -> store.appendSoon(event("Ev" + i))).toList();
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(500));
      assertThat(Thread.activeCount()).isLessThan(before + 20);

      for (CompletableFuture<Void> one : stored) {
        assertThatThrownBy(one::join).hasCauseInstanceOf(Unavailable.class);
      }
      assertThat(Duration.between(start, Instant.now())).isLessThan(SLACKS_PATIENCE);
    }
  }

  private static RedisAddress address(String address, ServerSocket server) {
    return new RedisAddress(URI.create(address.formatted(server.getLocalPort())), false);
  }

  private static Envelope event(String id) {
    return new Envelope(id, TestRedis.freshTeam(), Envelope.Type.EVENT, "{}", Instant.EPOCH);
  }

  private static void refusesThenWorks(RedisAddress address, Runnable comeBack) {
    try (Store store = Store.at(address, Clock.systemUTC())) {
      Envelope event = event("Ev1");
      Instant start = Instant.now();
      assertThatThrownBy(() -> store.append(event)).isInstanceOf(Unavailable.class);
      assertThat(Duration.between(start, Instant.now())).isLessThan(SLACKS_PATIENCE);
      assertThatThrownBy(store::health).isInstanceOf(JedisException.class);

      comeBack.run();
      RedisProcess.eventually(() -> isStored(store, event));
      assertThat(store.backlogs(List.of(event.team())).get(event.team()).waiting()).isOne();
      assertThat(store.health().version()).isNotBlank();
    }
  }

  private static boolean isStored(Store store, Envelope event) {
    try {
      store.append(event);
      return true;
    } catch (Unavailable e) {
      return false;
    }
  }
}
