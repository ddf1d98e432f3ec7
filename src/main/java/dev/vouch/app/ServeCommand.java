package dev.vouch.app;

import dev.vouch.app.run.Backend;
import dev.vouch.app.run.Vouch;
import dev.vouch.app.setting.Config;
import dev.vouch.classify.Classifier;
import dev.vouch.slack.Startup;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** {@code serve}: the real app, until it is told to stop. */
@Command(
    name = "serve",
    description =
        "Run Vouch: in Socket Mode when SLACK_APP_TOKEN is set, else with an HTTP door on PORT.")
final class ServeCommand extends Cli implements Callable<Integer> {

  @Override
  public Integer call() throws InterruptedException {
    Config config = config();
    List<String> missing = config.missingToServe();
    if (!missing.isEmpty()) {
      throw usage(String.join("\n", missing));
    }
    InstantSource clock = InstantSource.system();
    CompletableFuture<?> unused = CompletableFuture.runAsync(Classifier::shipped);
    Backend backend = Backend.open(config, clock).watched();
    Vouch vouch = new Vouch(config, backend.store(), Classifier::shipped, clock);
    CountDownLatch stopped = closeAtExit(vouch, backend);
    try {
      vouch.start();
      stopped.await();
      return 0;
    } catch (Startup.BadToken | IOException e) {
      err().println(e.getMessage());
      return 2;
    }
  }

  /**
   * Has the app finish what is in hand when the process is told to end.
   *
   * @return counted down once it is closed
   */
  static CountDownLatch closeAtExit(Vouch vouch, Backend backend) {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  vouch.close();
                  backend.close();
                  stopped.countDown();
                },
                "vouch-shutdown"));
    return stopped;
  }
}
