package dev.vouch.app;

import dev.vouch.app.DeliveredEvents.Answer;
import dev.vouch.app.DeliveredEvents.Told;
import dev.vouch.app.run.Vouch;
import dev.vouch.app.setting.Config;
import dev.vouch.classify.Classifier;
import dev.vouch.store.Store;
import dev.vouch.store.server.RedisAddress;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A town with the app at work in this JVM, and a proxy between the app and Redis. */
final class RunningTown implements AutoCloseable {
  private static final Classifier CLASSIFIER = Classifier.shipped();

  final Town town;
  final RedisProxy proxy;
  private final Store store;
  private final Vouch vouch;

  RunningTown(RedisAddress redis) throws IOException, InterruptedException {
    this(new Town(redis), redis);
  }

  /** In a town that is set up already. */
  RunningTown(Town town, RedisAddress redis) throws IOException, InterruptedException {
    this(town, redis, ServeProcess.freePort());
  }

  /** In a town where people can type commands and press buttons. */
  static RunningTown delivering(RedisAddress redis) throws IOException, InterruptedException {
    int port = ServeProcess.freePort();
    return new RunningTown(Town.delivering(redis, port), redis, port);
  }

  private RunningTown(Town town, RedisAddress redis, int port)
      throws IOException, InterruptedException {
    this.town = town;
    this.proxy = new RedisProxy(redis.uri());
    Map<String, String> settings = new HashMap<>(town.settings(proxy.url()));
    settings.put("PORT", String.valueOf(port));
    settings.put("VOUCH_HOST", "127.0.0.1");
    Config config = Config.from(settings);
    store = Store.at(config.redis().orElseThrow(), town.sandbox.clock());
    vouch = new Vouch(config, store, () -> CLASSIFIER, town.sandbox.clock());
    vouch.start();
  }

  CompletableFuture<Answer> deliver(Told told) {
    return town.slack.deliver(told, vouch.port());
  }

  void insist(Told told) {
    town.slack.insist(told, vouch::port);
  }

  void doWhatIsDue() {
    vouch.doWhatIsDue();
  }

  /** What these events leave when nothing goes wrong. */
  Town.Left after(List<Told> events) {
    events.forEach(this::insist);
    town.awaitWorkedOff();
    vouch.doWhatIsDue();
    town.settle();
    return town.left();
  }

  @Override
  public void close() throws IOException {
    vouch.close();
    store.close();
    proxy.close();
    town.close();
  }
}
