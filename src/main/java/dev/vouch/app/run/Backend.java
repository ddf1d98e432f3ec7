package dev.vouch.app.run;

import dev.vouch.app.setting.Config;
import dev.vouch.store.Store;
import dev.vouch.store.server.BundledRedis;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The state behind a command: the Redis of the settings, or the bundled one, and the store in it.
 */
public final class Backend implements AutoCloseable {
  private static final long LOOK_EVERY_SECONDS = 2;

  private final @Nullable BundledRedis bundled;
  private final Store store;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "vouch-redis-watch");
            thread.setDaemon(true);
            return thread;
          });

  private Backend(@Nullable BundledRedis bundled, Store store) {
    this.bundled = bundled;
    this.store = store;
  }

  /** The Redis that the settings name, else the bundled one of the data directory. */
  public static Backend open(Config config, InstantSource clock) {
    return config
        .redis()
        .map(address -> new Backend(null, Store.at(address, clock)))
        .orElseGet(() -> bundled(config, clock));
  }

  /** The bundled Redis of the data directory, shared with whoever has started it. */
  public static Backend bundled(Config config, InstantSource clock) {
    BundledRedis redis = BundledRedis.open(config.dataDirectory());
    return new Backend(redis, Store.at(redis.address(), clock));
  }

  /** Starts the bundled Redis again whenever it has gone, for as long as this is open. */
  public Backend watched() {
    BundledRedis redis = bundled;
    if (redis != null) {
      watch.scheduleWithFixedDelay(
          redis::revive, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }
    return this;
  }

  public Store store() {
    return store;
  }

  @Override
  public void close() {
    watch.shutdownNow();
    store.close();
    if (bundled != null) {
      bundled.close();
    }
  }
}
