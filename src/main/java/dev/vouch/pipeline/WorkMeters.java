package dev.vouch.pipeline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Counts and times what is done with what came in, over all workspaces. No label names a workspace
 * or a person. Thread-safe.
 */
public final class WorkMeters {
  private final MeterRegistry registry;
  private final Timer judging;

  public WorkMeters(MeterRegistry registry) {
    this.registry = registry;
    this.judging =
        Timer.builder("vouch.judging")
            .description("Time to judge one message.")
            .publishPercentileHistogram()
            .register(registry);
  }

  /** That nobody looks at. */
  public static WorkMeters unseen() {
    return new WorkMeters(new SimpleMeterRegistry());
  }

  /** Times the judging of a message. */
  public <T> T judging(Supplier<T> judge) {
    return judging.record(judge);
  }

  /**
   * An envelope was worked off.
   *
   * @param outcome {@code done}, {@code again} or {@code dead}
   */
  void handled(Envelope.Type type, String outcome) {
    count("vouch.envelopes", "Envelopes worked off.", "type", wire(type), "outcome", outcome);
  }

  /** Something was decided about a nudge. */
  void nudge(Enum<?> state) {
    count("vouch.nudges", "Nudges by what became of them.", "state", wire(state));
  }

  /**
   * A digest was due.
   *
   * @param outcome {@code posted}, {@code refused} or {@code waits}
   */
  void digest(String outcome) {
    count("vouch.digests", "Digests that were due.", "outcome", outcome);
  }

  private void count(String name, String meaning, String... tags) {
    Counter.builder(name).description(meaning).tags(tags).register(registry).increment();
  }

  private static String wire(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
