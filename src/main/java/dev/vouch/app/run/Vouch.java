package dev.vouch.app.run;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import dev.vouch.app.health.Health;
import dev.vouch.app.health.Metrics;
import dev.vouch.app.setting.Config;
import dev.vouch.classify.Classifier;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.inbox.Agenda;
import dev.vouch.pipeline.inbox.EnvelopeReader;
import dev.vouch.pipeline.inbox.Inbox;
import dev.vouch.pipeline.inbox.WorkerPool;
import dev.vouch.slack.Backoff;
import dev.vouch.slack.BoltApp;
import dev.vouch.slack.EventAuthorizations;
import dev.vouch.slack.SharedEvents;
import dev.vouch.slack.SlackClient;
import dev.vouch.slack.Startup;
import dev.vouch.slack.Startup.Connection;
import dev.vouch.slack.WebApi;
import dev.vouch.slack.door.DoorCounts;
import dev.vouch.slack.door.EventIntake;
import dev.vouch.slack.door.HttpDoor;
import dev.vouch.slack.door.Interactions;
import dev.vouch.slack.door.Revocations;
import dev.vouch.slack.door.Route;
import dev.vouch.slack.door.Signature;
import dev.vouch.slack.door.SlackGate;
import dev.vouch.slack.door.SocketDoor;
import dev.vouch.slack.install.InstallRoutes;
import dev.vouch.slack.install.InstallSettings;
import dev.vouch.slack.install.Scopes;
import dev.vouch.slack.listen.Listeners;
import dev.vouch.slack.listen.References;
import dev.vouch.store.RedisTrouble;
import dev.vouch.store.Store;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running app, put together by hand: this file is the product's table of contents.
 *
 * <p>The doors open before Slack is asked who we are, so that what comes in is stored even while
 * Slack's Web API, or one of our own parts behind the inbox, is away.
 */
public final class Vouch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Vouch.class);
  private static final Duration LOOK_AT_INBOXES = Duration.ofSeconds(1);
  private static final Duration LOOK_FOR_WHAT_IS_DUE = Duration.ofSeconds(5);
  private static final Duration DRAIN = Duration.ofSeconds(4);

  private final Config config;
  private final Store store;
  private final Supplier<Classifier> classifier;
  private final InstantSource clock;
  private final Slack slack;
  private final Listeners listeners;
  private final Startup startup;
  private final Metrics metrics;
  private final DoorCounts counts;
  private final Supplier<String> references = new References();
  private final Teams teams;
  private final WorkerPool workers;
  private final WorkerPool rounds;
  private final ExecutorService teaching = Teaching.thread();
  private final @Nullable StoredInstallations installations;
  private final @Nullable InstalledTeams installed;
  private final EventIntake intake;
  private final Health health;
  private final CountDownLatch closing = new CountDownLatch(1);
  private @Nullable HttpDoor http;
  private @Nullable SocketDoor socket;

  /**
   * Puts everything together; nothing is opened, read or sent before {@link #start}.
   *
   * @param classifier asked for when the doors are open; the same whenever it is asked for
   */
  public Vouch(Config config, Store store, Supplier<Classifier> classifier, InstantSource clock) {
    this.config = config;
    this.store = store;
    this.classifier = classifier;
    this.clock = clock;
    this.slack = SlackClient.of(config.apiUrl());
    this.metrics =
        new Metrics(
            new Metrics.Sources(store::teams, store::backlogs, this::refusedTokens, store::health),
            clock);
    this.counts = new DoorCounts(metrics.registry());
    this.listeners = new Listeners(this::workspace, store, slack, clock, metrics.registry());
    Team.Shared shared =
        new Team.Shared(
            store,
            slack,
            Teaching.shipped(classifier),
            config.giftPolicy(),
            teaching,
            clock,
            metrics.registry(),
            listeners::carryOut,
            sharing());
    this.workers = new WorkerPool("inboxes", store::waiting, LOOK_AT_INBOXES);
    this.rounds = new WorkerPool("rounds", this::withSomethingDue, LOOK_FOR_WHAT_IS_DUE);
    metrics.rounds(rounds);
    this.startup = new Startup(clock, backoff());
    this.teams = new Teams(shared, workers, rounds);
    this.installations = installations(config, store);
    this.installed =
        installations == null
            ? null
            : new InstalledTeams(installations, teams, config.botToken() == null);
    this.intake =
        new EventIntake(
            store, teams::token, installed == null ? Revocations.none() : installed, counts, clock);
    this.health =
        new Health(
            new Health.Parts(
                store,
                store::teams,
                this::isSlackConnected,
                teams::refusedTokens,
                rounds,
                () -> classifier.get().readsMeaning()),
            clock);
  }

  private Set<String> refusedTokens() {
    return teams.refusedTokens().keySet();
  }

  /** Only a token of the app itself may ask who sees an event. */
  private EnvelopeReader.Sharing sharing() {
    if (config.appToken() == null || config.clientId() == null) {
      return EnvelopeReader.Sharing.NONE;
    }
    WebApi api = new WebApi(slack.methods(), clock, metrics.registry());
    return new SharedEvents(
        new EventAuthorizations(api, config.appToken().value(), clock),
        () -> installed != null && installed.areSeveral(),
        (envelope, event) -> intake.passOn(envelope, event));
  }

  private static @Nullable StoredInstallations installations(Config config, Store store) {
    return config.clientId() == null || config.secretKey() == null
        ? null
        : new StoredInstallations(store.installations(config.cipher()));
  }

  /**
   * Opens the doors, reads the models and sets to work. Returns once Slack has told who we are.
   *
   * @throws Startup.BadToken if Slack refuses the bot token
   * @throws IOException if the port is taken
   */
  public void start() throws IOException, InterruptedException {
    App bolt = BoltApp.create(slack, installed == null ? teams::token : installed::token);
    listeners.on(bolt);
    Interactions interactions = new Interactions(bolt, counts, references);
    open(interactions);
    store.onArrival(workers::wake);
    LOG.info("messages are read with {}", classifier.get().model());
    workers.start();
    rounds.start();
    if (!isDoneOnceRedisCan(store::health)) {
      return;
    }
    if (installed != null) {
      installed.start();
    }
    Optional<Connection> connection = connect();
    boolean joined =
        connection.isPresent()
            ? isDoneOnceRedisCan(() -> teams.join(connection.get()))
            : config.botToken() == null;
    if (joined && config.socketMode() && config.appToken() != null) {
      socket =
          new SocketDoor(
              new SocketDoor.Lines(slack, config.appToken().value(), metrics.registry()),
              intake,
              interactions,
              clock,
              backoff());
      socket.start();
    }
  }

  /** The HTTP door; in Socket Mode it has the health pages only, and their port may be taken. */
  private void open(Interactions interactions) throws IOException {
    Signature signature = new Signature(signingSecret(), clock);
    SlackGate gate = new SlackGate(signature, intake, interactions, counts, clock);
    HttpDoor door =
        new HttpDoor(
            new HttpDoor.Address(config.host(), config.port()), gate, routes(), references);
    try {
      door.start();
      http = door;
    } catch (IOException e) {
      door.close();
      if (!config.socketMode()) {
        throw e;
      }
      LOG.warn("no health pages: {}", e.getMessage());
    }
  }

  /** Without a secret of Slack's nobody can sign, so the door takes no events. */
  private String signingSecret() {
    if (config.signingSecret() != null) {
      return config.signingSecret().value();
    }
    byte[] nobodys = new byte[32];
    new SecureRandom().nextBytes(nobodys);
    return java.util.HexFormat.of().formatHex(nobodys);
  }

  private List<Route> routes() {
    List<Route> routes = new ArrayList<>(health.routes());
    routes.addAll(metrics.routes());
    if (installations != null && config.clientId() != null && config.clientSecret() != null) {
      InstallSettings settings =
          new InstallSettings(
              config.clientId(),
              config.clientSecret().value(),
              Scopes.BOT,
              config.authorizeUrl(),
              null);
      routes.addAll(
          new InstallRoutes(
                  settings,
                  new WebApi(slack.methods(), clock, metrics.registry()),
                  installations,
                  installations,
                  clock,
                  references)
              .routes());
    }
    return routes;
  }

  /**
   * A start while Redis is away or full must end in a running app too; false if it was closed
   * meanwhile.
   */
  private boolean isDoneOnceRedisCan(Runnable step) throws InterruptedException {
    Backoff backoff = backoff();
    for (int failures = 0; !isDone(step); failures++) {
      if (closing.await(backoff.after(failures).toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return true;
  }

  private boolean isDone(Runnable step) {
    try {
      step.run();
      return true;
    } catch (RuntimeException e) {
      LOG.warn("waiting for Redis at {}: {}", store.address(), RedisTrouble.tell(e));
      return false;
    }
  }

  private Optional<Connection> connect() throws InterruptedException {
    if (config.botToken() == null) {
      return Optional.empty();
    }
    String token = config.botToken().value();
    return startup.connect(new WebApi(slack.methods(token), clock, metrics.registry()), token);
  }

  /** A workspace that Vouch is at work in. */
  public Workspace workspace(String id) {
    return teams.workspace(id);
  }

  /** Whether what happens in Slack reaches us now. */
  public boolean isSlackConnected() {
    return config.socketMode()
        ? socket != null && socket.isConnected()
        : !teams.all().isEmpty() || installations != null;
  }

  private Collection<String> withSomethingDue(Collection<String> of) {
    Map<String, Agenda> agendas = store.agendas(of, clock.instant());
    agendas.entrySet().removeIf(one -> !isDue(one.getKey(), one.getValue()));
    return agendas.keySet();
  }

  private boolean isDue(String id, Agenda agenda) {
    return teams.of(id).filter(team -> team.rounds().isDue(agenda)).isPresent();
  }

  /** Does all at once that is due in every workspace, as when a sandbox moves its clock. */
  public void doWhatIsDue() {
    teams.all().forEach(team -> team.rounds().all());
  }

  /** The port of the HTTP door, 0 if it is not open. */
  public int port() {
    return http == null ? 0 : http.port();
  }

  Inbox inbox() {
    return store;
  }

  private static Backoff backoff() {
    return Backoff.usual(new SecureRandom());
  }

  /** Takes nothing new, finishes what is in hand, and stops, all within four seconds. */
  @Override
  public void close() {
    closing.countDown();
    startup.close();
    teaching.shutdownNow();
    if (installed != null) {
      installed.close();
    }
    workers.close();
    rounds.close();
    List<AutoCloseable> parts = new ArrayList<>();
    if (http != null) {
      parts.add(http);
    }
    if (socket != null) {
      parts.add(socket);
    }
    parts.addAll(teams.all());
    Closing.together(parts, DRAIN);
    metrics.close();
  }
}
