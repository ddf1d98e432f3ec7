package dev.vouch.slack.door;

import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.Inbox;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** An inbox that forgets when the test ends, and that can be full. */
final class MemoryInbox implements Inbox {
  private final Set<String> seen = new HashSet<>();
  private final List<Envelope> stored = new CopyOnWriteArrayList<>();
  private volatile boolean full;

  @Override
  public synchronized boolean append(Envelope envelope) {
    if (full) {
      throw new Unavailable("full", new IllegalStateException("no room"));
    }
    return seen.add(envelope.id()) && stored.add(envelope);
  }

  void full(boolean isFull) {
    full = isFull;
  }

  List<Envelope> stored() {
    return List.copyOf(stored);
  }
}
