package dev.vouch.store;

import dev.vouch.advocate.AccountBook;
import dev.vouch.advocate.AdvocateBook;
import dev.vouch.advocate.identity.Identities;
import dev.vouch.advocate.relationship.Forgetting;
import dev.vouch.advocate.relationship.RelationshipBook;
import dev.vouch.nudge.NudgeLog;
import dev.vouch.nudge.ask.AskBook;
import dev.vouch.nudge.executive.ExecutiveBook;
import dev.vouch.nudge.gift.GiftRegister;
import dev.vouch.nudge.ranking.AttentionBook;
import dev.vouch.pipeline.Claims;
import dev.vouch.pipeline.DigestLog;
import dev.vouch.pipeline.Directory.Home;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.SettingsBook;
import dev.vouch.pipeline.courtesy.LetterBox;
import dev.vouch.pipeline.inbox.Agenda;
import dev.vouch.pipeline.inbox.Deliveries;
import dev.vouch.pipeline.inbox.Deliveries.Backlog;
import dev.vouch.pipeline.inbox.Inbox;
import dev.vouch.pipeline.learn.LearningBook;
import dev.vouch.store.ask.RedisAsks;
import dev.vouch.store.executive.RedisExecutives;
import dev.vouch.store.gift.RedisGifts;
import dev.vouch.store.key.Keys;
import dev.vouch.store.learning.RedisLearning;
import dev.vouch.store.nudge.RedisAttention;
import dev.vouch.store.nudge.RedisLetters;
import dev.vouch.store.nudge.RedisNudges;
import dev.vouch.store.nudge.Setbacks;
import dev.vouch.store.nudge.Setbacks.Setback;
import dev.vouch.store.server.RedisAddress;
import dev.vouch.store.server.RedisServers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.resps.ScanResult;

/**
 * All state, in one Redis or a Cluster: the only way in for the rest of the program. Thread-safe.
 */
public final class Store implements Inbox, AutoCloseable {
  private final RedisAddress address;
  private final RedisServers servers;
  private final Together together;
  private final InstantSource clock;
  private final RedisInbox.Rules rules;
  private final String consumer = "worker-" + UUID.randomUUID();
  private final Map<String, Appends> appends = new ConcurrentHashMap<>();
  private final ExecutorService appenders = Executors.newCachedThreadPool(Store::appender);
  private volatile Consumer<String> arrivals = team -> {};
  private final Map<String, Words> words = new ConcurrentHashMap<>();
  private final Map<String, RedisIdentities> identities = new ConcurrentHashMap<>();
  private final Map<String, RedisInbox> inboxes = new ConcurrentHashMap<>();

  private Store(RedisAddress address, InstantSource clock, RedisInbox.Rules rules) {
    this.address = address;
    this.clock = clock;
    this.rules = rules;
    this.servers = new RedisServers(address);
    this.together = new Together(servers);
  }

  /** Prepares connections, and opens none. */
  public static Store at(RedisAddress address, InstantSource clock) {
    return new Store(address, clock, RedisInbox.Rules.USUAL);
  }

  /** The same with other rules for what fails and what is too much, for tests. */
  static Store at(RedisAddress address, InstantSource clock, RedisInbox.Rules rules) {
    return new Store(address, clock, rules);
  }

  /** What one workspace keeps. */
  public record Books(
      AdvocateBook advocates,
      AccountBook accounts,
      RelationshipBook relationships,
      Forgetting forgetting,
      Identities identities,
      NudgeLog nudges,
      AskBook asks,
      ExecutiveBook executives,
      AttentionBook attention,
      LetterBox letters,
      GiftRegister gifts,
      SettingsBook settings,
      DigestLog digests,
      Deliveries deliveries,
      LearningBook learning,
      Claims claims) {}

  /** The books of a workspace; nothing is read or written before they are used. */
  public Books books(String team) {
    Keys keys = new Keys(team);
    UnifiedJedis redis = servers.client();
    RedisIdentities identities = identities(team);
    return new Books(
        new RedisAdvocates(redis, keys, words(team), identities),
        new RedisAccounts(redis, keys),
        new RedisRelationships(redis, keys, identities),
        new RedisForgetting(redis, keys, words(team), identities),
        identities,
        new RedisNudges(redis, keys, identities),
        new RedisAsks(redis, keys, identities),
        new RedisExecutives(redis, keys, identities),
        new RedisAttention(redis, keys, identities),
        new RedisLetters(redis, keys),
        new RedisGifts(redis, keys, identities),
        new RedisSettings(redis, keys),
        new RedisDigests(redis, keys),
        inbox(team),
        new RedisLearning(redis, keys),
        (what, lease) -> take(redis, keys.claim(what), lease));
  }

  private static boolean take(UnifiedJedis redis, String claim, Duration lease) {
    return redis.set(claim, "", SetParams.setParams().nx().px(lease.toMillis())) != null;
  }

  private Words words(String team) {
    return words.computeIfAbsent(team, id -> new Words(servers.client(), new Keys(id)));
  }

  private RedisIdentities identities(String team) {
    return identities.computeIfAbsent(
        team, id -> new RedisIdentities(servers.client(), new Keys(id)));
  }

  private RedisInbox inbox(String team) {
    return inboxes.computeIfAbsent(
        team, id -> new RedisInbox(servers.client(), id, consumer, rules, clock));
  }

  @Override
  public void append(Envelope envelope) {
    try {
      appendSoon(envelope).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Unavailable unavailable ? unavailable : e;
    }
  }

  @Override
  public CompletableFuture<Void> appendSoon(Envelope envelope) {
    String prefix = new Keys(envelope.team()).prefix();
    return servers
        .whenFound(appenders)
        .thenApply(found -> line(prefix))
        .exceptionally(
            failure -> {
              throw new Unavailable("Redis took nothing of envelope " + envelope.id(), failure);
            })
        .thenCompose(line -> line.append(envelope))
        .thenRun(() -> arrivals.accept(envelope.team()));
  }

  private Appends line(String prefix) {
    return appends.computeIfAbsent(servers.holder(prefix), server -> newAppends());
  }

  private Appends newAppends() {
    return new Appends(servers, new Replication(address.replicas()), this::inbox, appenders);
  }

  /** Has somebody told, from now on, whenever something has come in for a workspace. */
  public void onArrival(Consumer<String> team) {
    arrivals = team;
  }

  /**
   * How much waits in several workspaces, in few steps for each server. Those of a server that does
   * not answer are left out while another does.
   */
  public Map<String, Backlog> backlogs(Collection<String> teams) {
    return together.ask(teams, (pipeline, team) -> inbox(team).queueBacklog(pipeline));
  }

  /** Those of several workspaces in whose inboxes something is, asked in the same way. */
  public Set<String> waiting(Collection<String> teams) {
    Map<String, Long> waiting =
        together.ask(teams, (pipeline, team) -> pipeline.xlen(new Keys(team).inbox()));
    waiting.values().removeIf(entries -> entries == 0);
    return waiting.keySet();
  }

  /** What is due in several workspaces, asked in the same way. */
  public Map<String, Agenda> agendas(Collection<String> teams, Instant now) {
    return together.ask(teams, new AgendaQuestion(servers, now));
  }

  /** What of a workspace fails again and again when it is due. */
  public List<Setback> setbacks(String team, Instant now) {
    return new Setbacks(servers.client(), new Keys(team)).all(now);
  }

  /** The workspaces that there are. */
  public Set<String> teams() {
    return new TreeSet<>(servers.client().smembers(Keys.TEAMS));
  }

  /** Notes a workspace and what Slack told of it. */
  public void remember(Home home) {
    servers
        .client()
        .hset(
            new Keys(home.team()).home(),
            Map.of("name", home.name(), "url", home.url(), "self", home.self()));
    servers.client().sadd(Keys.TEAMS, home.team());
  }

  /** What was last known of a workspace. */
  public Optional<Home> home(String team) {
    Map<String, String> fields = servers.client().hgetAll(new Keys(team).home());
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Home(
                team,
                fields.getOrDefault("name", team),
                fields.getOrDefault("url", "https://slack.com/"),
                fields.getOrDefault("self", "")));
  }

  /** Which files of exports a workspace has read to the end. */
  public ImportLog imports(String team) {
    return new ImportLog(servers.client(), new Keys(team).imports());
  }

  /** The installations of this Redis, their tokens encrypted. */
  public RedisInstallations installations(TokenCipher cipher) {
    return new RedisInstallations(servers::client, cipher);
  }

  /** How the servers are; throws what Jedis throws if one does not answer. */
  public RedisHealth health() {
    return RedisHealth.of(address, servers.infos());
  }

  /** What the server tells of itself, by the names that Redis gives it. */
  public Map<String, String> info() {
    return RedisHealth.facts(servers.infos());
  }

  /** Where it is. */
  public RedisAddress address() {
    return address;
  }

  /** Everybody that a workspace has heard of. It walks all keys, so it is nothing for a request. */
  public List<String> people(String team) {
    String prefix = new Keys(team).person("");
    List<String> people = new ArrayList<>();
    walk(prefix, keys -> keys.forEach(key -> people.add(key.substring(prefix.length()))));
    return people.stream().filter(id -> !id.isEmpty()).sorted().toList();
  }

  /** Rebuilds all numbers of a workspace. It reads everything, so it is nothing for a request. */
  public Audit.Result audit(String team, Instant now) {
    return new Audit(servers.client(), new Keys(team), books(team), now).of(people(team));
  }

  /** Erases everything of a workspace. It walks all keys, so it is nothing for a request. */
  public void erase(String team) {
    new TeamEraser(servers.client(), team).eraseAlone();
    left(team);
    servers.client().srem(Keys.TEAMS, team);
  }

  /** Keeps nothing in mind of a workspace: somebody has erased it, or soon will. */
  public void left(String team) {
    inboxes.remove(team);
    words(team).forget();
    identities(team).forget();
  }

  private void walk(String prefix, Consumer<List<String>> visit) {
    ScanParams matching = new ScanParams().match(prefix + "*").count(1_000);
    String cursor = ScanParams.SCAN_POINTER_START;
    do {
      ScanResult<String> found = servers.client().scan(cursor, matching);
      if (!found.getResult().isEmpty()) {
        visit.accept(found.getResult());
      }
      cursor = found.getCursor();
    } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
  }

  private static Thread appender(Runnable work) {
    Thread thread = new Thread(work, "vouch-append");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    appenders.shutdown();
    servers.close();
  }
}
