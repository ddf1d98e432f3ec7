package dev.vouch.app;

import dev.vouch.app.run.Backend;
import dev.vouch.app.run.Vouch;
import dev.vouch.app.setting.Config;
import dev.vouch.app.setting.Secret;
import dev.vouch.classify.Classifier;
import dev.vouch.pipeline.SettingsBook;
import dev.vouch.pipeline.inbox.Deliveries;
import dev.vouch.sandbox.Sandbox;
import dev.vouch.sandbox.SandboxSettings;
import dev.vouch.sandbox.demo.DemoDay;
import dev.vouch.sandbox.workspace.SandboxClock;
import dev.vouch.slack.Startup;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sandbox}: a Slack look-alike, the bundled Redis and the ordinary app, on this machine. */
@Command(
    name = "sandbox",
    description = "Try Vouch in a local Slack look-alike with a demo day; needs nothing.")
final class SandboxCommand extends Cli implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long LOOK_AGAIN_NANOS = 1_000_000;

  @Option(
      names = "--port",
      defaultValue = "8700",
      description = "The port of the page (default: ${DEFAULT-VALUE}; 0: any free one).")
  private int port;

  @Option(names = "--no-demo", description = "Let the people in, but nothing has been said yet.")
  private boolean noDemo;

  @Override
  public Integer call() throws InterruptedException {
    try (Running running = start(config(), DemoDay.endingToday(InstantSource.system()))) {
      CountDownLatch stopped = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    running.close();
                    stopped.countDown();
                  },
                  "vouch-shutdown"));
      out().println("Open " + running.sandbox.url() + " in a browser. Ctrl-C stops it.");
      stopped.await();
      return 0;
    } catch (Startup.BadToken | IOException e) {
      throw new IllegalStateException("the sandbox and Vouch do not understand each other", e);
    }
  }

  private Running start(Config config, DemoDay demo) throws IOException, InterruptedException {
    SandboxSettings settings = SandboxSettings.standard().withPort(port);
    if (noDemo) {
      return new Running(config, settings, sandbox -> demo.furnish(sandbox.workspace()));
    }
    out().println("The demo day is playing in ...");
    Running running = Running.before(demo, config, settings);
    running.play(demo).forEach(problem -> err().println("demo: " + problem));
    return running;
  }

  /** The look-alike and the app in it, working together. */
  static final class Running implements AutoCloseable {
    final Sandbox sandbox;
    final Backend backend;
    final Vouch vouch;
    private final Deliveries deliveries;

    /**
     * @param furnish lets people in and opens channels, before the app connects
     */
    Running(Config config, SandboxSettings settings, Consumer<Sandbox> furnish)
        throws IOException, InterruptedException {
      sandbox = Sandbox.start(settings);
      backend = Backend.bundled(config, sandbox.clock()).watched();
      backend.store().erase(sandbox.teamId());
      letChanceAlone(backend.store().books(sandbox.teamId()).settings());
      deliveries = backend.store().books(sandbox.teamId()).deliveries();
      furnish.accept(sandbox);
      Config pointed =
          config.forSandbox(
              sandbox.apiUrl(), new Secret(sandbox.botToken()), new Secret(sandbox.appToken()));
      vouch = new Vouch(pointed, backend.store(), Classifier::shipped, sandbox.clock());
      vouch.start();
      awaitConnection();
      sandbox.clock().onChange(vouch::doWhatIsDue);
    }

    /** A handful of people can tell nothing of what nudges do, and each of them is to be seen. */
    private static void letChanceAlone(SettingsBook settings) {
      settings.change(now -> now.withHeldOut(0));
    }

    /** Ready to {@link #play} the demo: everybody is there and the clock stands still. */
    static Running before(DemoDay demo, Config config, SandboxSettings settings)
        throws IOException, InterruptedException {
      SandboxClock standing = SandboxClock.standingAt(demo.start());
      return new Running(
          config, settings.withClock(standing), sandbox -> demo.furnish(sandbox.workspace()));
    }

    private void awaitConnection() {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!vouch.isSlackConnected() && System.nanoTime() < end) {
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
    }

    /** Plays the demo and lets the clock run from then on; returns what went wrong. */
    List<String> play(DemoDay demo) {
      List<String> problems = demo.play(sandbox.workspace(), sandbox.clock(), this::settle);
      sandbox.clock().run();
      return problems;
    }

    /** Waits until all that was said has had its effect, and does what has become due. */
    void settle() {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while ((!sandbox.awaitQuiet(PATIENCE) || deliveries.backlog().waiting() > 0)
          && System.nanoTime() < end) {
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
      vouch.doWhatIsDue();
    }

    @Override
    public void close() {
      vouch.close();
      backend.close();
      sandbox.close();
    }
  }
}
