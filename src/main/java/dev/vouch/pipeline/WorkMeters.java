package dev.vouch.pipeline;

import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Nudge;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Counts and times what is done with what came in, over all workspaces. No label names a workspace
 * or a person. Thread-safe.
 */
public final class WorkMeters {
  /** What may be due; an alarm sees the first of each only where there was none before. */
  private static final List<String> DUE =
      List.of("look", "nudge", "ask", "introduction", "invitation", "gift");

  private final MeterRegistry registry;
  private final Timer judging;
  private final Counter repeated;
  private final Timer digests;

  public WorkMeters(MeterRegistry registry) {
    this.registry = registry;
    this.judging =
        Timer.builder("vouch.judging")
            .description("Time to judge one message.")
            .serviceLevelObjectives(
                IntStream.of(1, 5, 10, 25, 50, 100, 250, 1_000)
                    .mapToObj(Duration::ofMillis)
                    .toArray(Duration[]::new))
            .register(registry);
    this.repeated =
        Counter.builder("vouch.envelopes.repeated")
            .description("Envelopes that came once more and were dropped.")
            .register(registry);
    this.digests =
        Timer.builder("vouch.digest")
            .description("Time to put a digest together and to post it.")
            .serviceLevelObjectives(
                Stream.of(100, 250, 500, 1_000, 2_500, 10_000, 30_000)
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new))
            .register(registry);
    Arrays.stream(Posting.values()).forEach(this::digests);
    DUE.forEach(this::setbacks);
  }

  /** That nobody looks at. */
  public static WorkMeters unseen() {
    return new WorkMeters(new SimpleMeterRegistry());
  }

  /** What became of an envelope at one try. */
  public enum Outcome {
    DONE,
    /** It comes again. */
    FAILED,
    /** It was put aside for good. */
    DEAD
  }

  /** What became of a digest that was due. */
  enum Posting {
    POSTED,
    REFUSED,
    /** Slack cannot be reached, or something else is wrong: it is tried again. */
    WAITS
  }

  /** Times the judging of a message. */
  public <T> T judging(Supplier<T> judge) {
    return judging.record(judge);
  }

  public void handled(Envelope.Type type, Outcome outcome) {
    count(
        "vouch.envelopes",
        "Envelopes worked off, by what became of them; one that failed comes again.",
        "type",
        wire(type),
        "outcome",
        wire(outcome));
  }

  /** So many came once more and were dropped. */
  public void repeated(int envelopes) {
    repeated.increment(envelopes);
  }

  /** A nudge has come into its state. */
  public void nudge(Nudge nudge) {
    count(
        "vouch.nudges",
        "Nudges by the states they came into and the rules that decided so.",
        "state",
        wire(nudge.state()),
        "reason",
        Reason.of(nudge.reason()).map(WorkMeters::wire).orElse("none"));
  }

  /** Something that was due failed for a reason of its own. */
  void setback(String what) {
    setbacks(what).increment();
  }

  private Counter setbacks(String what) {
    return counter(
        "vouch.setbacks", "What was due and failed for a reason of its own.", "what", what);
  }

  /** The posting of a digest, from its first number on. */
  void digestTook(long nanos) {
    digests.record(nanos, TimeUnit.NANOSECONDS);
  }

  void digest(Posting outcome) {
    digests(outcome).increment();
  }

  private Counter digests(Posting outcome) {
    return counter("vouch.digests", "Digests that were due.", "outcome", wire(outcome));
  }

  private void count(String name, String meaning, String... tags) {
    counter(name, meaning, tags).increment();
  }

  private Counter counter(String name, String meaning, String... tags) {
    return Counter.builder(name).description(meaning).tags(tags).register(registry);
  }

  private static String wire(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
