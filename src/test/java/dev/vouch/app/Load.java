package dev.vouch.app;

import dev.vouch.app.DeliveredEvents.Told;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/** Events that come over several connections at once, each until it is acknowledged. */
final class Load implements AutoCloseable {
  private static final int CONNECTIONS = 8;

  private final ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
  private final CountDownLatch half;
  private final CompletableFuture<Void> all;

  /**
   * @param port of the instance that is to have the next delivery
   */
  Load(DeliveredEvents slack, List<Told> events, IntSupplier port) {
    half = new CountDownLatch(events.size() / 2);
    all =
        CompletableFuture.allOf(
            events.stream()
                .map(
                    told ->
                        CompletableFuture.runAsync(
                            () -> {
                              slack.insist(told, port);
                              half.countDown();
                            },
                            connections))
                .toArray(CompletableFuture[]::new));
  }

  /** Waits until half of them are acknowledged; the others keep coming. */
  void awaitHalf() throws InterruptedException {
    half.await();
  }

  /** Waits until all of them are. */
  void awaitAll() {
    all.join();
  }

  @Override
  public void close() {
    connections.shutdownNow();
  }
}
