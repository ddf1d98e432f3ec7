package dev.vouch.store;

import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.inbox.Deliveries.Delivery;
import dev.vouch.pipeline.inbox.Inbox.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Events of one workspace, one after the other, as fast as they are stored, and what became of
 * each.
 */
final class AppendStream implements AutoCloseable {
  private final Store store;
  private final String team;
  private final Set<String> stored = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final Set<Throwable> odd = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean stop;
  private volatile Duration slowest = Duration.ZERO;

  AppendStream(Store store, String team) {
    this.store = store;
    this.team = team;
    this.thread = new Thread(this::run, "appends");
    thread.start();
  }

  private void run() {
    for (int i = 0; !stop; i++) {
      append("Ev" + i);
    }
  }

  private void append(String id) {
    long start = System.nanoTime();
    try {
      store.append(new Envelope(id, team, Envelope.Type.EVENT, "{}", TestWorkspace.NOW));
      stored.add(id);
    } catch (Unavailable e) {
      refused.add(id);
    } catch (RuntimeException e) {
      odd.add(e);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    slowest = took.compareTo(slowest) > 0 ? took : slowest;
  }

  int stored() {
    return stored.size();
  }

  int refused() {
    return refused.size();
  }

  /** Failures that are not the ones that an inbox may have. */
  Set<Throwable> odd() {
    return odd;
  }

  Duration slowest() {
    return slowest;
  }

  /** Those that were acknowledged and are not there. */
  Set<String> lost() {
    Set<String> lost = new HashSet<>(stored);
    List<Delivery> taken = new ArrayList<>();
    do {
      taken = store.books(team).deliveries().take(10_000, taken).deliveries();
      taken.forEach(delivery -> lost.remove(delivery.envelope().id()));
    } while (!taken.isEmpty());
    return lost;
  }

  @Override
  public void close() {
    stop = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
