package dev.vouch.store.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;

class RedisAddressTest {
  private static RedisAddress at(String uri) {
    return new RedisAddress(URI.create(uri), false, 0, "watch", null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://cache",
        "redis://[::1]:6379/2",
        "rediss://user:p%40ss@cache:6380",
        "redis-cluster://user:pass@one:7000,two:7001",
        "rediss-cluster://one",
        "redis-sentinel://:pass@one,two:26380/3#keeper"
      })
  void everyForm_isUnderstood(String uri) {
    assertThat(RedisAddress.problem(URI.create(uri))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://hush, begins with redis:// or rediss://",
    "redis:hush, HOST:PORT",
    "'redis://hush,two', HOST:PORT",
    "'redis-cluster://hush,,two', HOST:PORT",
    "redis-cluster://hush/1, no database number",
    "redis-cluster://hush:99999, ports",
    "redis://one/hush, database number",
    "redis-sentinel://hush:26379, #NAME"
  })
  void problem_isNamedWithoutTheValue(String uri, String problem) {
    assertThat(RedisAddress.problem(URI.create(uri)))
        .hasValueSatisfying(said -> assertThat(said).contains(problem).doesNotContain("hush"));
  }

  @Test
  void sentinels_haveAPasswordOfTheirOwn() {
    RedisAddress address = at("rediss-sentinel://app:p%40s+s@one,two:26380/3#keeper");
    DefaultJedisClientConfig data = address.login().build();
    DefaultJedisClientConfig sentinel = address.sentinelLogin().build();

    assertThat(address.kind()).isEqualTo(RedisAddress.Kind.SENTINEL);
    assertThat(address.master()).isEqualTo("keeper");
    assertThat(address.nodes())
        .containsExactly(new HostAndPort("one", 26_379), new HostAndPort("two", 26_380));
    assertThat(data.getUser()).isEqualTo("app");
    assertThat(data.getPassword()).isEqualTo("p@s+s");
    assertThat(data.getDatabase()).isEqualTo(3);
    assertThat(data.isSsl()).isTrue();
    assertThat(sentinel.getUser()).isNull();
    assertThat(sentinel.getPassword()).isEqualTo("watch");
    assertThat(sentinel.isSsl()).isTrue();
  }

  @Test
  void passwords_neverPrint() {
    assertThat(at("redis-cluster://app:hush@one:7000,two:7001").toString())
        .isEqualTo("redis-cluster://***@one:7000,two:7001");
    assertThat(at("redis://:hush@one:7000/2").toString()).isEqualTo("redis://***@one:7000/2");
  }
}
