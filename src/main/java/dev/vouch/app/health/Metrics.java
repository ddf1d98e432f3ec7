package dev.vouch.app.health;

import dev.vouch.pipeline.Deliveries.Backlog;
import dev.vouch.slack.door.Reply;
import dev.vouch.slack.door.Route;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * {@code /metrics} in Prometheus' form. Nothing in it names a person, a workspace or what was said.
 */
public final class Metrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbage = new JvmGcMetrics();

  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    garbage.bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** Where everything that counts something registers. */
  public MeterRegistry registry() {
    return registry;
  }

  /**
   * Shows what waits in all inboxes, asked in one call for each scrape; not a number while Redis is
   * away.
   */
  public void watch(Supplier<Map<String, Backlog>> backlogs, InstantSource clock) {
    Look look = new Look(backlogs);
    gauge("vouch.inbox.waiting", "Envelopes that wait in all inboxes.", look, Look::waiting);
    gauge("vouch.dead.letters", "Envelopes that never worked.", look, Look::dead);
    gauge(
        "vouch.inbox.oldest.seconds",
        "Age of the oldest envelope that waits, 0 if none does.",
        look,
        seen -> seen.oldestSeconds(clock));
  }

  private void gauge(String name, String meaning, Look look, ToDoubleFunction<Look> value) {
    Gauge.builder(name, look, value).description(meaning).register(registry);
  }

  /** One look at the inboxes, good for a second. */
  private static final class Look {
    private final Supplier<Map<String, Backlog>> backlogs;
    private Collection<Backlog> seen = List.of();
    private boolean isThere;
    private long until = System.nanoTime();

    Look(Supplier<Map<String, Backlog>> backlogs) {
      this.backlogs = backlogs;
    }

    private synchronized double of(ToDoubleFunction<Collection<Backlog>> value) {
      if (System.nanoTime() - until >= 0) {
        try {
          seen = backlogs.get().values();
          isThere = true;
        } catch (RuntimeException e) {
          isThere = false;
        }
        until = System.nanoTime() + Duration.ofSeconds(1).toNanos();
      }
      return isThere ? value.applyAsDouble(seen) : Double.NaN;
    }

    double waiting() {
      return of(all -> all.stream().mapToLong(Backlog::waiting).sum());
    }

    double dead() {
      return of(all -> all.stream().mapToLong(Backlog::dead).sum());
    }

    double oldestSeconds(InstantSource clock) {
      return of(
          all ->
              all.stream()
                  .map(Backlog::oldest)
                  .flatMap(java.util.stream.Stream::ofNullable)
                  .mapToLong(at -> Duration.between(at, clock.instant()).toSeconds())
                  .max()
                  .orElse(0));
    }
  }

  public List<Route> routes() {
    return List.of(
        new Route(
            "GET",
            "/metrics",
            ask -> new Reply(200, "text/plain; version=0.0.4", registry.scrape(), Map.of())));
  }

  @Override
  public void close() {
    garbage.close();
    registry.close();
  }
}
