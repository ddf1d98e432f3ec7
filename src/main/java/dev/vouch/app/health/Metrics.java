package dev.vouch.app.health;

import dev.vouch.pipeline.Deliveries.Backlog;
import dev.vouch.pipeline.WorkerPool;
import dev.vouch.slack.door.Reply;
import dev.vouch.slack.door.Route;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * {@code /metrics} in Prometheus' form. Nothing in it names a person, a workspace or what was said.
 */
public final class Metrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbage = new JvmGcMetrics();
  private final InboxLook inboxes;

  /**
   * @param backlogs what waits in each workspace
   */
  public Metrics(Supplier<Map<String, Backlog>> backlogs, InstantSource clock) {
    inboxes = new InboxLook(backlogs);
    new JvmMemoryMetrics().bindTo(registry);
    garbage.bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    inbox("vouch.inbox.waiting", "Envelopes that wait in all inboxes.", Metrics::waiting);
    inbox("vouch.dead.letters", "Envelopes that never worked.", Metrics::dead);
    inbox(
        "vouch.inbox.oldest.seconds",
        "Age of the oldest envelope that waits, 0 if none does.",
        all -> oldestSeconds(all, clock.instant()));
  }

  /** Where everything that counts something registers. */
  public MeterRegistry registry() {
    return registry;
  }

  /** How it goes with what is due. */
  public void rounds(WorkerPool pool) {
    seconds(
        "vouch.rounds.look.age.seconds",
        "Since when nobody has looked at all workspaces for what is due.",
        pool::sinceLook);
    seconds(
        "vouch.rounds.waiting.seconds",
        "How long the workspace that waits longest has waited for its turn to do what is due.",
        pool::longestInLine);
  }

  private void seconds(String name, String meaning, Supplier<Duration> age) {
    Gauge.builder(name, () -> age.get().toMillis() / 1_000.0)
        .description(meaning)
        .register(registry);
  }

  private void inbox(String name, String meaning, ToDoubleFunction<Collection<Backlog>> figure) {
    Gauge.builder(name, () -> inboxes.figure(figure)).description(meaning).register(registry);
  }

  private static double waiting(Collection<Backlog> all) {
    return all.stream().mapToLong(Backlog::waiting).sum();
  }

  private static double dead(Collection<Backlog> all) {
    return all.stream().mapToLong(Backlog::dead).sum();
  }

  private static double oldestSeconds(Collection<Backlog> all, Instant now) {
    return all.stream()
        .map(Backlog::oldest)
        .flatMap(Stream::ofNullable)
        .mapToLong(at -> Duration.between(at, now).toSeconds())
        .reduce(0, Math::max);
  }

  public List<Route> routes() {
    return List.of(new Route("GET", "/metrics", ask -> scrape()));
  }

  Reply scrape() {
    return new Reply(200, "text/plain; version=0.0.4", registry.scrape(), Map.of());
  }

  @Override
  public void close() {
    inboxes.close();
    garbage.close();
    registry.close();
  }
}
