package dev.vouch.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.vouch.pipeline.Directory.Unreachable;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ChannelPaceTest {
  private Instant now = Instant.parse("2026-11-20T08:00:00Z");
  private final ChannelPace pace = new ChannelPace(() -> now);

  @Test
  void restedChannel_hasItsWholeBurstAgain() {
    burst("C1");
    now = now.plusSeconds(ChannelPace.BURST);
    burst("C1");
    assertThatThrownBy(() -> pace.inTurn("C1", () -> "x")).isInstanceOf(Unreachable.class);
  }

  @Test
  void longRest_savesNoMoreThanOneBurst() {
    now = now.plusSeconds(3_600);
    burst("C1");
    assertThatThrownBy(() -> pace.inTurn("C1", () -> "x")).isInstanceOf(Unreachable.class);
  }

  @Test
  void clockThatIsPutBack_holdsNothingUp() {
    burst("C1");
    now = now.minusSeconds(3_600);
    burst("C1");
    assertThatThrownBy(() -> pace.inTurn("C1", () -> "x")).isInstanceOf(Unreachable.class);
  }

  @Test
  void earlyMessage_isNotSaidAndDoesNotPushTheNextOneBack() {
    burst("C1");
    Unreachable first = early("C1");
    Unreachable second = early("C1");
    assertThat(first.retryAt()).contains(now.plusSeconds(1)).isEqualTo(second.retryAt());
  }

  @Test
  void messagesOfOneChannel_waitForEachOtherAndNotForOtherChannels() throws InterruptedException {
    List<String> said = new CopyOnWriteArrayList<>();
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Thread first = new Thread(() -> pace.inTurn("C1", () -> slowly(said, inside, go)));
    first.start();
    inside.await();
    Thread second = new Thread(() -> pace.inTurn("C1", () -> said.add("second")));
    second.start();
    pace.inTurn("C2", () -> said.add("other"));
    await().until(() -> second.getState() == Thread.State.BLOCKED);
    assertThat(said).containsExactly("other");
    go.countDown();
    await().until(() -> said.size() == 3);
    assertThat(said).containsExactly("other", "first", "second");
  }

  private static boolean slowly(List<String> said, CountDownLatch inside, CountDownLatch go) {
    inside.countDown();
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return said.add("first");
  }

  private Unreachable early(String channel) {
    return catchThrowableOfType(
        Unreachable.class,
        () ->
            pace.inTurn(
                channel,
                () -> {
                  throw new AssertionError("must not be said");
                }));
  }

  private void burst(String channel) {
    for (int i = 0; i < ChannelPace.BURST; i++) {
      pace.inTurn(channel, () -> "x");
    }
  }
}
