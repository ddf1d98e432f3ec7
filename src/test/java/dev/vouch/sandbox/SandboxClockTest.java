package dev.vouch.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.sandbox.workspace.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The workspace's time stands, moves and runs. */
final class SandboxClockTest {
  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
  private final SandboxClock clock = SandboxClock.standingAt(START);

  @Test
  void standingClock_movesOnlyWhenMoved() {
    clock.advance(Duration.ofHours(1));
    clock.advanceTo(START);
    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(1)));
  }

  @Test
  void run_goesOnFromWhatItShows() {
    clock.advance(Duration.ofHours(1));
    clock.run();
    Instant running = clock.instant();
    assertThat(running)
        .isBetween(START.plus(Duration.ofHours(1)), START.plus(Duration.ofMinutes(61)));
    await().until(() -> clock.instant().isAfter(running));
  }

  @Test
  void runningClock_canStillBeMoved() {
    clock.run();
    clock.run();
    clock.advanceTo(START.plus(Duration.ofDays(1)));
    assertThat(clock.instant())
        .isBetween(START.plus(Duration.ofDays(1)), START.plus(Duration.ofHours(25)));
  }
}
