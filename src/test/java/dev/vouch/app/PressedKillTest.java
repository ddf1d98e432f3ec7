package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.app.RedisProxy.Stop;
import dev.vouch.store.server.BundledRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The running app is killed with {@code kill -9} when Slack has heard that all is well with what
 * somebody pressed, and before anything came of it: another one that starts after it does it.
 */
class PressedKillTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir private static Path directory;
  private static BundledRedis redis;

  @BeforeAll
  static void start() {
    redis = BundledRedis.open(directory.resolve("redis"));
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  /** What is pressed, what there must be before, and what comes of it. */
  private enum Pressed {
    GIFT_APPROVED(
        PressedTown::asksForGift,
        here -> here.press("Mona", "gift_given", here.gift().gift()),
        PressedTown::gift),
    GIFT_DECLINED(
        PressedTown::asksForGift,
        here -> here.press("Mona", "gift_refused", here.gift().gift()),
        PressedTown::gift),
    ASK_ANSWERED(
        here -> PressedTown.asks(here.town()),
        here -> here.press("Amara", "own_ask_yes", "ask:1"),
        here -> here.ask().state()),
    STOPPED(
        here -> {},
        here -> here.press("Amara", "own_stop", "stop"),
        here -> here.town().books().relationships().of(here.amara()).optedOut());

    private final Consumer<PressedTown> before;
    private final Function<PressedTown, Integer> press;
    private final Function<PressedTown, Object> state;

    Pressed(
        Consumer<PressedTown> before,
        Function<PressedTown, Integer> press,
        Function<PressedTown, Object> state) {
      this.before = before;
      this.press = press;
      this.state = state;
    }
  }

  private static PressedTown serving(Town town, RedisProxy proxy) throws IOException {
    return PressedTown.serving(directory, town, proxy.url());
  }

  @ParameterizedTest
  @EnumSource
  void killedBetweenAcknowledgementAndEffect_theNextOneDoesIt(Pressed pressed) throws Exception {
    try (Town town = new Town(redis.address());
        RedisProxy proxy = new RedisProxy(redis.address().uri())) {
      PressedTown first = serving(town, proxy);
      pressed.before.accept(first);
      Object before = pressed.state.apply(first);
      Stop work = proxy.before(KillTest::takes);
      assertThat(pressed.press.apply(first)).as("acknowledged").isEqualTo(200);
      work.await();
      first.app().kill9();
      assertThat(pressed.state.apply(first)).as("nothing came of it").isEqualTo(before);
      PressedTown second = serving(town, proxy);
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(pressed.state.apply(second)).isNotEqualTo(before));
      second.app().kill9();
    }
  }
}
