package dev.vouch.app.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.vouch.app.run.Team;
import dev.vouch.classify.Classifier;
import dev.vouch.classify.learn.Memory;
import dev.vouch.nudge.gift.PolicyFile;
import dev.vouch.pipeline.Directory.Home;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.inbox.EnvelopeReader;
import dev.vouch.pipeline.inbox.WorkerPool;
import dev.vouch.pipeline.learn.Learning;
import dev.vouch.slack.SlackClient;
import dev.vouch.slack.Startup.Connection;
import dev.vouch.slack.Tokens;
import dev.vouch.store.Store;
import dev.vouch.store.server.BundledRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The work behind the door, in this process: stored messages of one workspace are judged and all
 * that follows from them is written, as {@code serve} does it. Their authors are known before.
 */
final class WorkBench {
  /** So many may wait and are still judged at full effort. */
  private static final int FEW = 5_000;

  /** Down to so many they are judged by their words alone once they were too many. */
  private static final int WORDS_UNTIL = 1_000;

  /** What stands in line for too long is given up, so no more are stored at a time. */
  private static final int TOGETHER = 256;

  private static final int FULL_PER_SECOND = 250;
  private static final int WORDS_PER_SECOND = 2_000;

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final double seconds;
  private final Consumer<String> progress;
  private final Requests requests = new Requests(2);
  private final List<Figure> figures = new ArrayList<>();

  WorkBench(double seconds, Consumer<String> progress) {
    this.seconds = seconds;
    this.progress = progress;
  }

  List<Figure> run(Path directory, StandInWebApi slack) {
    try (BundledRedis redis = BundledRedis.open(directory);
        Store store = Store.at(redis.address(), InstantSource.system());
        Team team = team(store, slack);
        WorkerPool pool = new WorkerPool("inboxes", store::waiting, LOOK_EVERY)) {
      pool.add(team.worker());
      pool.start();
      progress.accept("work: warming up");
      Requests.people().forEach(team.workspace().directory()::author);
      work(store, Math.min(FEW, (int) (FULL_PER_SECOND * seconds * 2)), 0);
      progress.accept("work: at full effort");
      work(store, Math.min(FEW, (int) (FULL_PER_SECOND * seconds * 2)), 0).tell("at full effort");
      progress.accept("work: by words alone");
      int many = FEW + (int) (WORDS_PER_SECOND * seconds);
      work(store, many, WORDS_UNTIL).tell("by words alone");
    }
    return figures;
  }

  /** The workspace of the stand-in, put together as {@code serve} does it. */
  static Team team(Store store, StandInWebApi slack) {
    InstantSource clock = InstantSource.system();
    Classifier classifier = Classifier.shipped();
    Home home = new Home(StandInWebApi.TEAM, "Bench", "https://bench.slack.example/", "U0VOUCH");
    return Team.of(
        new Connection(home, null, new Tokens.Token("xoxb-bench", "U0VOUCH", "B0VOUCH")),
        new Team.Shared(
            store,
            SlackClient.of(slack.url()),
            new Learning.Shipped(() -> classifier, WorkBench::memory),
            PolicyFile.shipped(),
            Runnable::run,
            clock,
            new SimpleMeterRegistry(),
            nobodys -> {},
            EnvelopeReader.Sharing.NONE));
  }

  private static Memory memory() {
    try {
      return Memory.shipped();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came of some messages: of all that were worked off until few enough waited. */
  private record Outcome(
      List<Figure> figures, double messages, double seconds, double cpuSeconds, Usage redis) {

    void tell(String how) {
      String name = "messages through classify and state, " + how;
      figures.add(Figure.plain(name, messages / seconds, "per s"));
      figures.add(Figure.plain("processor time per message, " + how, micros(cpuSeconds), "µs"));
      figures.add(Figure.plain("the same of Redis, " + how, micros(redis.cpuSeconds()), "µs"));
      figures.add(
          Figure.plain("Redis round trips per message, " + how, redis.roundTrips() / messages, ""));
      figures.add(Figure.plain("bytes to and from Redis, " + how, redis.bytes() / messages, "B"));
    }

    private double micros(double time) {
      return time * 1e6 / messages;
    }
  }

  /** Stores messages first: it is the work that is measured, and not the door. */
  private Outcome work(Store store, int count, int until) {
    for (int left = count; left > 0; left -= TOGETHER) {
      List<Envelope> messages = requests.messages(Math.min(left, TOGETHER));
      Patience.insist(() -> stored(store, messages));
    }
    Watch watch = new Watch(store);
    Watch.Account before = watch.account();
    long waited = watch.waiting();
    double cpu = cpuSeconds();
    long start = System.nanoTime();
    long waits = watch.until(until);
    double took = (System.nanoTime() - start) / 1e9;
    double used = cpuSeconds() - cpu;
    Usage redis = watch.since(before);
    watch.drain();
    return new Outcome(figures, waited - waits, took, used, redis);
  }

  private static int stored(Store store, List<Envelope> messages) {
    List<CompletableFuture<Void>> sent = messages.stream().map(store::appendSoon).toList();
    sent.forEach(CompletableFuture::join);
    return sent.size();
  }

  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }
}
