package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.vouch.pipeline.Envelope;
import dev.vouch.store.server.Authorities;
import dev.vouch.store.server.RedisAddress;
import dev.vouch.store.server.RedisProcess;
import dev.vouch.store.server.RedisProcess.Options;
import dev.vouch.store.server.TestCertificate;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** Vouch on real servers that speak TLS and nothing else. */
class TlsTest {
  @TempDir private static Path directory;
  private static TestCertificate certificate;

  @BeforeAll
  static void make() throws Exception {
    certificate = TestCertificate.of(directory, "ip:127.0.0.1");
  }

  private static RedisProcess server(TestCertificate shown) {
    RedisProcess server = RedisProcess.server(new Options("hush", shown));
    RedisProcess.eventually(server::answers);
    return server;
  }

  private static RedisAddress address(RedisProcess server, @Nullable Path authorities) {
    URI uri = URI.create("rediss://:hush@127.0.0.1:" + server.port());
    return new RedisAddress(uri, false, 0, null, authorities);
  }

  private static void keeps(RedisAddress address) {
    try (Store store = Store.at(address, InstantSource.system())) {
      String team = TestRedis.freshTeam();
      Instant now = Instant.now();
      store.append(new Envelope("Ev1", team, Envelope.Type.EVENT, "{}", now));
      assertThat(store.books(team).deliveries().backlog().waiting()).isOne();
      assertThat(store.health().appendOnly()).isTrue();
    }
  }

  @Test
  void server_keepsWhatComes() {
    try (RedisProcess server = server(certificate)) {
      keeps(address(server, certificate.pem()));
    }
  }

  @Test
  void masterThatSentinelsWatch_keepsWhatComes() throws Exception {
    try (RedisSentinels sentinels = new RedisSentinels(certificate)) {
      keeps(sentinels.address(1));
    }
  }

  @Test
  void cluster_keepsWhatComes() {
    try (RedisCluster cluster = new RedisCluster(new Options("hush", certificate))) {
      keeps(cluster.address(1));
    }
  }

  @Test
  void serverThatNobodyWhomJavaTrustsHasSigned_getsNoPassword() {
    try (RedisProcess server = server(certificate)) {
      assertThat(refusal(address(server, null)))
          .isInstanceOf(JedisConnectionException.class)
          .satisfies(refused -> assertThat(RedisTrouble.tell(refused)).contains("VOUCH_REDIS_CA"));
    }
  }

  @Test
  void certificateOfAnotherHost_isNotTakenForThisOne() throws Exception {
    Path other = Files.createDirectory(directory.resolve("other"));
    TestCertificate elsewhere = TestCertificate.of(other, "dns:elsewhere.example");
    try (RedisProcess server = RedisProcess.server(new Options("hush", elsewhere))) {
      RedisProcess.eventually(() -> listens(server.port()));
      assertThat(refusal(address(server, elsewhere.pem())))
          .satisfies(
              refused -> assertThat(RedisTrouble.tell(refused)).contains("No subject alternative"));
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static Throwable refusal(RedisAddress address) {
    try (Store store = Store.at(address, InstantSource.system())) {
      return catchThrowable(store::teams);
    }
  }

  @Test
  void fileOfAuthorities_isCheckedBeforeItIsUsed() throws Exception {
    assertThat(Authorities.problem(certificate.pem())).isEmpty();
    assertThat(Authorities.problem(certificate.key())).isPresent();
    assertThat(Authorities.problem(directory.resolve("none.pem"))).isPresent();
    Path empty = Files.writeString(directory.resolve("empty.pem"), "");
    assertThat(Authorities.problem(empty)).isPresent();
  }
}
