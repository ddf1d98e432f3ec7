package dev.vouch.app;

import dev.vouch.classify.Classifier;
import dev.vouch.slack.Startup;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
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
    CountDownLatch stopped = new CountDownLatch(1);
    InstantSource clock = InstantSource.system();
    Backend backend = Backend.open(config, clock).watched();
    Vouch vouch = new Vouch(config, backend.store(), Classifier.shipped(), clock);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  vouch.close();
                  backend.close();
                  stopped.countDown();
                },
                "vouch-shutdown"));
    try {
      vouch.start();
      stopped.await();
      return 0;
    } catch (Startup.BadToken | IOException e) {
      err().println(e.getMessage());
      return 2;
    }
  }
}
