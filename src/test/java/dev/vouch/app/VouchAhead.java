package dev.vouch.app;

import dev.vouch.app.run.Backend;
import dev.vouch.app.run.Vouch;
import dev.vouch.app.setting.Config;
import dev.vouch.classify.Classifier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * {@code serve} with a clock that is ahead of this machine's by what its only argument says, and
 * that looks for what is due several times a second, for as long as the test that started it runs.
 */
final class VouchAhead {
  private VouchAhead() {}

  public static void main(String[] args) throws Exception {
    Duration ahead = Duration.parse(args[0]);
    InstantSource clock = () -> InstantSource.system().instant().plus(ahead);
    Config config = Config.from(System.getenv());
    Backend backend = Backend.open(config, clock).watched();
    Vouch vouch = new Vouch(config, backend.store(), Classifier::shipped, clock);
    CountDownLatch stopped = ServeCommand.closeAtExit(vouch, backend);
    vouch.start();
    ProcessHandle test = ProcessHandle.current().parent().orElseThrow();
    while (!stopped.await(200, TimeUnit.MILLISECONDS)) {
      if (!test.isAlive()) {
        System.exit(1);
      }
      vouch.doWhatIsDue();
    }
  }
}
