package dev.vouch.app.health;

import dev.vouch.pipeline.inbox.Deliveries.Backlog;
import dev.vouch.pipeline.inbox.WorkerPool;
import dev.vouch.slack.door.Reply;
import dev.vouch.slack.door.Route;
import dev.vouch.store.RedisHealth;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@code /metrics} in Prometheus' form. Nothing in it names a person, a workspace or what was said.
 */
public final class Metrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbage = new JvmGcMetrics();
  private final Look<Seen> look;
  private volatile int known = 1;

  /**
   * Who is asked.
   *
   * @param teams the workspaces that Vouch is at work in
   * @param refused those of them whose token Slack refuses
   */
  public record Sources(
      Supplier<Collection<String>> teams,
      Function<Collection<String>, Map<String, Backlog>> backlogs,
      Supplier<Set<String>> refused,
      Supplier<RedisHealth> redis) {}

  /** What was seen, null where Redis did not answer. */
  private record Seen(@Nullable Inboxes inboxes, @Nullable RedisHealth redis) {}

  public Metrics(Sources sources, InstantSource clock) {
    look = new Look<>(() -> seen(sources), new Seen(null, null));
    new JvmMemoryMetrics().bindTo(registry);
    garbage.bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    inbox("vouch.inbox.waiting", "Envelopes that wait in all inboxes.", Inboxes::waiting);
    inbox(
        "vouch.inbox.largest",
        "Envelopes that wait in the workspace that has most, but for those that wait for a token.",
        Inboxes::largest);
    inbox(
        "vouch.inbox.held",
        "Envelopes that wait until Slack takes the token of their workspace again.",
        Inboxes::held);
    inbox("vouch.dead.letters", "Envelopes that never worked.", Inboxes::dead);
    inbox(
        "vouch.inbox.oldest.seconds",
        "Age of the oldest envelope that waits, but for those that wait for a token; 0 if none.",
        all -> Duration.between(all.oldest(clock.instant()), clock.instant()).toSeconds());
    gauge("vouch.inbox.unread", "Workspaces whose inbox cannot be read just now.", this::unread);
    gauge(
        "vouch.tokens.refused",
        "Workspaces whose token Slack refuses.",
        () -> sources.refused().get().size());
    gauge(
        "vouch.redis.memory",
        "Share of its memory that Redis uses, of a Cluster the fullest server's; 0 without limit.",
        this::memory);
  }

  /** How the server is where one that is away is not asked a second time. */
  private Seen seen(Sources sources) {
    Collection<String> teams = sources.teams().get();
    known = teams.size();
    Inboxes inboxes =
        new Inboxes(teams, sources.backlogs().apply(teams), Set.copyOf(sources.refused().get()));
    return new Seen(inboxes, inboxes.unread() == 0 ? sources.redis().get() : null);
  }

  /** Where everything that counts something registers. */
  public MeterRegistry registry() {
    return registry;
  }

  /** How it goes with what is due. */
  public void rounds(WorkerPool pool) {
    gauge(
        "vouch.rounds.look.age.seconds",
        "Since when nobody has looked at all workspaces for what is due.",
        () -> seconds(pool.sinceLook()));
    gauge(
        "vouch.rounds.waiting.seconds",
        "How long the workspace that waits longest has waited for its turn to do what is due.",
        () -> seconds(pool.longestInLine()));
  }

  private static double seconds(Duration age) {
    return age.toMillis() / 1_000.0;
  }

  /** The same on every instance; not a number while part of it is not known. */
  private void inbox(String name, String meaning, ToDoubleFunction<Inboxes> figure) {
    gauge(
        name,
        meaning + " The same on every instance: take the max of them, not the sum.",
        () -> {
          Inboxes seen = look.seen().inboxes();
          return seen == null || seen.unread() > 0 ? Double.NaN : figure.applyAsDouble(seen);
        });
  }

  private void gauge(String name, String meaning, Supplier<Number> figure) {
    Gauge.builder(name, figure).description(meaning).register(registry);
  }

  private double memory() {
    RedisHealth seen = look.seen().redis();
    return seen == null ? Double.NaN : seen.fullness();
  }

  /** Of all that were last known where nothing is told at all. */
  private long unread() {
    Inboxes seen = look.seen().inboxes();
    return seen == null ? known : seen.unread();
  }

  public List<Route> routes() {
    return List.of(new Route("GET", "/metrics", ask -> scrape()));
  }

  Reply scrape() {
    return new Reply(200, "text/plain; version=0.0.4", registry.scrape(), Map.of());
  }

  @Override
  public void close() {
    look.close();
    garbage.close();
    registry.close();
  }
}
