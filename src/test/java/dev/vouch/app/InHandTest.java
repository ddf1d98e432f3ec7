package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.store.server.BundledRedis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Slack takes longer over something than another instance waits before it takes what this one has
 * in hand: the other one leaves it alone, and everybody is told everything once.
 */
class InHandTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Short enough to be heard all the same. */
  private static final Duration SLOW = Duration.ofSeconds(5);

  private static final String LOOK = "conversations.history";

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

  /** What is pressed, what there must be before, and who is told how often. */
  private enum Done {
    ASK_NOT_APPROVED(
        PressedTown::wantsToAsk,
        here -> here.press("Mona", "ask_reject", "ask:1"),
        "chat.postMessage",
        "Rita",
        1),
    ASK_ANSWERED(
        PressedTown::asks,
        here -> here.press("Amara", "own_ask_yes", "ask:1"),
        "chat.postMessage",
        "Rita",
        2),
    SAID_TO_BE_WRONG(
        PressedTown::hasAnOwner,
        here -> here.press("Amara", "own_tie", "t1"),
        "chat.postMessage",
        "Rita",
        1),
    OWN_DATA(
        town -> {},
        here -> here.press("Amara", "own_download", "download"),
        "files.completeUploadExternal",
        "Amara",
        1);

    private final Consumer<Town> before;
    private final Consumer<PressedTown> deed;
    private final String slow;
    private final String told;
    private final int times;

    Done(Consumer<Town> before, Consumer<PressedTown> deed, String slow, String told, int times) {
      this.before = before;
      this.deed = deed;
      this.slow = slow;
      this.told = told;
      this.times = times;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatOneInstanceIsAt_isNotDoneByTheOtherToo(Done done) throws Exception {
    String redisUrl = redis.address().uri().toString();
    try (Town town = new Town(redis.address())) {
      done.before.accept(town);
      PressedTown first = PressedTown.serving(directory, town, redisUrl);
      PressedTown second = PressedTown.serving(directory, town, redisUrl);
      int before = messages(town, done);
      int begun = calls(town, done.slow);
      int looks = calls(town, LOOK);
      town.sandbox.faults().slowNext(done.slow, SLOW, 1);
      done.deed.accept(first);

      await().atMost(PATIENCE).until(() -> calls(town, done.slow) > begun);
      await().atMost(PATIENCE).until(() -> isTakenAgain(town, looks));
      await().atMost(PATIENCE).until(() -> messages(town, done) >= before + done.times);
      await().atMost(PATIENCE).until(() -> town.books().deliveries().backlog().waiting() == 0);
      await()
          .atMost(PATIENCE)
          .until(() -> messages(town, done) - before == calls(town, done.slow) - begun);
      first.app().kill9();
      second.app().kill9();
      assertThat(messages(town, done)).isEqualTo(before + done.times);
      assertThat(town.books().deliveries().backlog().dead()).isZero();
    }
  }

  /** As Redis has it be after five seconds. */
  private static boolean isTakenAgain(Town town, int looks) {
    RedisTime.endPauses(redis.address(), town.sandbox.teamId());
    return calls(town, LOOK) > looks + 1;
  }

  private static int messages(Town town, Done done) {
    return town.sandbox.workspace().dmWithBot(town.person(done.told)).size();
  }

  private static int calls(Town town, String method) {
    return town.sandbox.calls(method).size();
  }
}
