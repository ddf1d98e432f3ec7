package dev.vouch.app.bench;

import dev.vouch.pipeline.inbox.Deliveries.Backlog;
import dev.vouch.store.Store;
import java.util.Map;
import java.util.Set;

/** Looks at the measured Redis from outside, and keeps count of its looks: they are no work. */
final class Watch {
  private static final Set<String> TEAM = Set.of(StandInWebApi.TEAM);

  private final Store store;
  private long looks;

  Watch(Store store) {
    this.store = store;
  }

  /** How many events wait to be worked off. */
  long waiting() {
    looks++;
    return Patience.insist(() -> store.backlogs(TEAM)).values().stream()
        .mapToLong(Backlog::waiting)
        .sum();
  }

  /** Waits until no more than so many events do. */
  long until(long few) {
    long waiting = waiting();
    while (waiting > few) {
      Child.pause();
      waiting = waiting();
    }
    return waiting;
  }

  void drain() {
    until(0);
  }

  /**
   * What Redis has done, by its own account.
   *
   * @param looks how many of the commands were ours
   */
  record Account(Map<String, String> info, long looks) {}

  Account account() {
    looks++;
    return new Account(Patience.insist(store::info), looks);
  }

  /** What it has done since then. */
  Usage since(Account before) {
    return new Usage(before, account());
  }
}
