package dev.vouch.app;

import static dev.vouch.app.Companies.ACME;
import static dev.vouch.app.Companies.BOLT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import dev.vouch.app.DeliveredEvents.Told;
import dev.vouch.app.RedisProxy.Stop;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The app is killed with {@code kill -9} while it passes an event on to the other of two companies
 * that share a channel: each has it once, as if nobody had been killed.
 */
class SharedChannelKillTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir private Path directory;
  private Companies companies;
  private RedisProxy proxy;
  private ServeProcess app;

  /** Where the app is killed. */
  private enum Step {
    BEFORE_THE_OTHER_HAS_IT,
    AFTER_THE_OTHER_HAS_IT,
    BEFORE_IT_IS_FINISHED
  }

  @BeforeEach
  void start() throws Exception {
    companies = new Companies(directory.resolve("redis"), InstantSource.system());
    proxy = new RedisProxy(companies.redis.address().uri());
    app = serve();
  }

  private ServeProcess serve() throws Exception {
    Map<String, String> settings = companies.settings(Map.of("REDIS_URL", proxy.url()));
    ServeProcess started = ServeProcess.ahead(directory, settings, Duration.ZERO);
    await().atMost(PATIENCE).until(started::isReady);
    return started;
  }

  @AfterEach
  void close() throws Exception {
    app.kill9();
    proxy.close();
    companies.close();
  }

  @ParameterizedTest
  @EnumSource
  void killedOnTheWay_eachHasItOnce(Step step) throws Exception {
    Stop stop =
        switch (step) {
          case BEFORE_THE_OTHER_HAS_IT -> proxy.before(words -> isAppend(words, BOLT));
          case AFTER_THE_OTHER_HAS_IT -> proxy.after(words -> isAppend(words, BOLT));
          case BEFORE_IT_IS_FINISHED -> proxy.before(words -> isFinish(words, ACME));
        };
    Told told = companies.advocacy(0);
    companies.named(ACME).inSharedChannel().insist(told, () -> app.port);
    stop.await();
    app.kill9();
    app = serve();
    companies.settle();

    JsonArray people = companies.left(BOLT).getAsJsonArray("people");
    assertThat(companies.acts(ACME)).isEqualTo(1);
    assertThat(companies.acts(BOLT)).isEqualTo(1);
    companies.named(BOLT).insist(told, () -> app.port);
    companies.settle();
    assertThat(companies.left(BOLT).getAsJsonArray("people")).isEqualTo(people);
    int copies = step == Step.BEFORE_THE_OTHER_HAS_IT ? 1 : 2;
    assertThat(app.page("/metrics"))
        .contains("vouch_envelopes_repeated_total %d.0".formatted(copies));
    assertThat(companies.store.books(BOLT).deliveries().backlog().dead()).isZero();
  }

  private static boolean isAppend(List<String> words, String team) {
    return words.get(0).equals("XADD") && words.get(1).contains(team);
  }

  private static boolean isFinish(List<String> words, String team) {
    return words.get(0).equals("XACK") && words.get(1).contains(team);
  }
}
