package dev.vouch.slack.door;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Counts what came to the doors and what became of it, since the start. Thread-safe. */
public final class DoorCounts {

  /** What can become of something that comes in. */
  public enum Of {
    /** An event that the inbox took. */
    STORED,
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

  private final Map<Of, Counter> counts = new EnumMap<>(Of.class);
  private final Timer acknowledging;

  /** That nobody looks at. */
  public DoorCounts() {
    this(new SimpleMeterRegistry());
  }

  public DoorCounts(MeterRegistry registry) {
    for (Of kind : Of.values()) {
      counts.put(
          kind,
          Counter.builder("vouch.door")
              .description("What came to the doors, by what became of it.")
              .tag("outcome", kind.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
    acknowledging =
        Timer.builder("vouch.acknowledging")
            .description("Time from a whole request to its answer; Slack waits for three seconds.")
            .serviceLevelObjectives(
                Stream.of(5, 10, 25, 50, 100, 250, 1_000, 3_000)
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new))
            .register(registry);
  }

  void add(Of kind) {
    counter(kind).increment();
  }

  /** A request that began then was answered. */
  void answered(long sinceNanos) {
    acknowledging.record(System.nanoTime() - sinceNanos, TimeUnit.NANOSECONDS);
  }

  public long of(Of kind) {
    return (long) counter(kind).count();
  }

  /** All counts as they stand now. */
  public Map<Of, Long> all() {
    Map<Of, Long> all = new EnumMap<>(Of.class);
    counts.forEach((kind, count) -> all.put(kind, (long) count.count()));
    return all;
  }

  private Counter counter(Of kind) {
    return Objects.requireNonNull(counts.get(kind), "every kind has a counter");
  }
}
