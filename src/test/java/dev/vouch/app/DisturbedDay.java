package dev.vouch.app;

import dev.vouch.store.server.BundledRedis;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests that disturb the running app, with what the same day leaves when nothing does. */
abstract class DisturbedDay {
  /** What Slack waits for an acknowledgement. */
  static final Duration SLACK_WAITS = Duration.ofSeconds(3);

  @TempDir private static Path directory;
  static BundledRedis redis;
  static Town.Left undisturbed;

  @BeforeAll
  static void start() throws Exception {
    redis = BundledRedis.open(directory);
    try (RunningTown running = new RunningTown(redis.address())) {
      undisturbed = running.after(running.town.day(0));
    }
  }

  @AfterAll
  static void stop() {
    redis.close();
  }
}
