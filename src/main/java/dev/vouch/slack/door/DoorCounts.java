package dev.vouch.slack.door;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what came to the doors and what became of it, since the start. Thread-safe. */
public final class DoorCounts {

  /** What can become of something that comes in. */
  public enum Of {
    /** An event that the inbox took. */
    STORED,
    /** An event that the inbox had already. */
    REPEATED,
    /** An event that Vouch itself caused. */
    OWN,
    /** An event of a kind that Vouch has no use for. */
    UNUSED,
    /** Something that passed the signature but could not be read. */
    MALFORMED,
    /** A request whose signature or timestamp was not right. */
    BAD_SIGNATURE,
    /** A request whose body was over the limit. */
    TOO_LARGE,
    /** A request whose body did not come in time. */
    TOO_SLOW,
    /** An event that the inbox could not take, so that Slack has to send it again. */
    UNAVAILABLE,
    /** Word from Slack that it holds events back, because there are too many. */
    HELD_BACK,
    /** A command, button or modal that was answered. */
    ANSWERED,
    /** A command, button or modal that nobody listens to. */
    UNHEARD,
    /** A command, button or modal whose listener failed. */
    FAILED
  }

  private final Map<Of, LongAdder> counts = new EnumMap<>(Of.class);

  public DoorCounts() {
    for (Of kind : Of.values()) {
      counts.put(kind, new LongAdder());
    }
  }

  void add(Of kind) {
    adder(kind).increment();
  }

  public long of(Of kind) {
    return adder(kind).sum();
  }

  /** All counts as they stand now. */
  public Map<Of, Long> all() {
    Map<Of, Long> all = new EnumMap<>(Of.class);
    counts.forEach((kind, count) -> all.put(kind, count.sum()));
    return all;
  }

  private LongAdder adder(Of kind) {
    LongAdder adder = counts.get(kind);
    if (adder == null) {
      throw new IllegalStateException("no count of " + kind);
    }
    return adder;
  }
}
