package dev.vouch.store;

import com.google.gson.JsonObject;
import dev.vouch.advocate.Tier;
import dev.vouch.classify.learn.Toy;
import dev.vouch.mention.Disclosure;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Sentiment;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgePolicy;
import dev.vouch.nudge.gift.Gifts;
import dev.vouch.nudge.gift.PolicyFile;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.TestClock;
import dev.vouch.pipeline.TestDirectory;
import dev.vouch.pipeline.TestMessenger;
import dev.vouch.pipeline.WorkMeters;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.executive.IntroductionDesk;
import dev.vouch.pipeline.hearing.HandLabels;
import dev.vouch.pipeline.hearing.Listener;
import dev.vouch.pipeline.inbox.Deliveries.Delivery;
import dev.vouch.pipeline.inbox.EnvelopeReader;
import dev.vouch.pipeline.inbox.EventReader;
import dev.vouch.pipeline.inbox.Pressure;
import dev.vouch.pipeline.inbox.Worker;
import dev.vouch.pipeline.inbox.WorkerPool;
import dev.vouch.pipeline.learn.Learning;
import dev.vouch.pipeline.nudge.NudgeDesk;
import dev.vouch.store.server.RedisAddress;
import dev.vouch.store.server.RedisServers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import redis.clients.jedis.Jedis;

/**
 * One workspace with its books in real Redis and all that works on it, for tests of the way of a
 * message. Texts that begin with an intent's wire name are judged as that.
 */
public final class TestWorkspace implements AutoCloseable {
  /** A Wednesday morning in London. */
  public static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");

  public final String team;
  private final RedisAddress redis;
  public final TestClock clock = new TestClock(NOW);
  public final TestDirectory directory;
  public final TestMessenger messenger;
  public final Store store;
  public final Store.Books books;
  public final Workspace workspace;
  public final NudgeDesk nudges;
  public final Listener listener;
  public final EventReader events;
  public final HandLabels labels;
  public final IntroductionDesk introductions;
  public final Worker worker;
  public final WorkerPool pool;

  /** Does what our own people decided by buttons and commands. */
  public volatile Consumer<Delivery> instructions =
      delivery -> {
        throw new IllegalStateException("nobody does what is pressed");
      };

  /** Passes on what other workspaces see, too. */
  public volatile EnvelopeReader.Sharing sharing = EnvelopeReader.Sharing.NONE;

  public TestWorkspace() {
    this(TestRedis.address(), TestRedis.freshTeam());
  }

  /** A certain one in a Redis of the caller's. */
  public TestWorkspace(RedisAddress redis, String team) {
    this(redis, team, new TestMessenger());
  }

  /** One that another instance works on too, which has a clock of its own and the same Slack. */
  public TestWorkspace(RedisAddress redis, String team, TestMessenger messenger) {
    this.team = team;
    this.messenger = messenger;
    this.redis = redis;
    directory = new TestDirectory(team);
    store = Store.at(redis, clock, new RedisInbox.Rules(Duration.ofMillis(20), 100_000));
    books = store.books(team);
    books.settings().change(now -> now.withHeldOut(0));
    workspace =
        workspace(
            this,
            books,
            messenger,
            new Learning(
                team, books.learning(), new Learning.Shipped(Toy::classifier, Toy::memory), clock));
    nudges = new NudgeDesk(workspace, new NudgePolicy(team), clock);
    listener = new Listener(workspace, TestWorkspace::judge, nudges, clock);
    events = new EventReader(workspace, listener);
    labels = new HandLabels(workspace, listener, nudges, clock);
    introductions = new IntroductionDesk(workspace, clock);
    worker =
        new Worker(
            team,
            books.deliveries(),
            new EnvelopeReader(
                events,
                new EnvelopeReader.Desks(
                    labels,
                    nudges,
                    introductions,
                    one -> instructions.accept(one),
                    batch -> sharing.passOn(batch))),
            new Worker.Signals(new Pressure(), WorkMeters.unseen()));
    pool = new WorkerPool("inboxes", store::waiting, Duration.ofMillis(20));
  }

  /** The same workspace as another instance has it, which sees the same Slack. */
  public static Workspace through(Store store, TestWorkspace here) {
    return through(store, here, here.messenger);
  }

  /** The same with another way to Slack. */
  public static Workspace through(Store store, TestWorkspace here, Messenger messenger) {
    return workspace(here, store.books(here.team), messenger, here.workspace.learning());
  }

  private static Workspace workspace(
      TestWorkspace here, Store.Books books, Messenger messenger, Learning learning) {
    return new Workspace(
        here.team,
        books.advocates(),
        books.accounts(),
        books.relationships(),
        books.forgetting(),
        books.identities(),
        books.nudges(),
        books.asks(),
        books.executives(),
        books.attention(),
        books.letters(),
        new Gifts(PolicyFile.shipped(), books.gifts()),
        books.settings(),
        here.directory,
        messenger,
        learning,
        books.claims());
  }

  private static Judgement judge(String text) {
    if (text.contains("boom")) {
      throw new IllegalStateException("this text breaks the reader");
    }
    if (text.contains("overflow")) {
      throw new StackOverflowError("this text is nested too deeply");
    }
    if (text.contains("unloadable")) {
      throw new NoClassDefFoundError("this text needs a class that is not there");
    }
    Intent intent =
        Arrays.stream(Intent.values())
            .filter(one -> text.startsWith(one.wire()))
            .findAny()
            .orElse(Intent.NEUTRAL);
    Judgement judged =
        new Judgement(
            intent,
            0.9,
            Map.of(intent, 0.9, intent == Intent.PRAISE ? Intent.NEUTRAL : Intent.PRAISE, 0.1),
            Sentiment.POSITIVE,
            Map.of(Sentiment.POSITIVE, 1.0),
            Set.of(),
            text.contains("#ad") ? Disclosure.SAID : Disclosure.NOTHING,
            text.contains("specific"),
            text.contains("unsure"),
            List.of(text.substring(0, Math.min(20, text.length()))),
            "rule 1");
    return judged.withCompetitor(text.contains("theirs"));
  }

  /** All that is held of it, by key; see {@link Lives#state}. */
  public Map<String, List<String>> state() {
    try (RedisServers servers = new RedisServers(redis)) {
      return Lives.state(servers.client(), team);
    }
  }

  /** A customer to whom introductions go at once: marquee, with an owner and a sponsor. */
  public void marquee() {
    books
        .accounts()
        .change(
            "Northwind Foods",
            account -> account.withTier(Tier.MARQUEE).withOwner("UREP").withSponsor("UEXEC"));
  }

  /** Somebody says something, to Vouch alone where the channel's id begins with D. */
  public void hear(MentionId id, String person, String text) {
    events.read(said(id, person, text));
  }

  /**
   * Somebody changes what they said.
   *
   * @param edited Slack's timestamp of the change
   */
  public void hearEdited(MentionId id, String person, String text, String edited) {
    JsonObject edit = new JsonObject();
    edit.addProperty("ts", edited);
    edit.addProperty("user", person);
    JsonObject message = said(id, person, text);
    message.add("edited", edit);
    JsonObject event = new JsonObject();
    event.addProperty("type", "message");
    event.addProperty("subtype", "message_changed");
    event.addProperty("channel", id.channel());
    event.addProperty("ts", edited);
    event.add("message", message);
    events.read(event);
  }

  /** The event that comes when somebody says something. */
  public static JsonObject said(MentionId id, String person, String text) {
    JsonObject message = new JsonObject();
    message.addProperty("type", "message");
    message.addProperty("channel", id.channel());
    message.addProperty("channel_type", id.channel().startsWith("D") ? "im" : "channel");
    message.addProperty("user", person);
    message.addProperty("ts", id.ts());
    message.addProperty("text", text);
    return message;
  }

  public Nudge nudge(String id) {
    return books.nudges().nudge(id).orElseThrow();
  }

  /** Sets the worker to work. */
  public void start() {
    store.onArrival(pool::wake);
    pool.add(worker);
    pool.start();
  }

  /** Lets what was taken be taken again, as Redis does by its own clock, which no test can set. */
  public void endClaims() {
    endClaims("");
  }

  /** The same of claims of one kind. */
  public void endClaims(String kind) {
    try (Jedis jedis = new Jedis(store.address().uri())) {
      jedis.keys("vouch:{%s}:*claim*%s*".formatted(team, kind)).forEach(jedis::del);
    }
  }

  @Override
  public void close() {
    pool.close();
    worker.close();
    store.close();
  }
}
