package dev.vouch.store;

import dev.vouch.classify.learn.Toy;
import dev.vouch.mention.Disclosure;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Sentiment;
import dev.vouch.nudge.NudgePolicy;
import dev.vouch.nudge.gift.Gifts;
import dev.vouch.nudge.gift.PolicyFile;
import dev.vouch.pipeline.EnvelopeReader;
import dev.vouch.pipeline.EventReader;
import dev.vouch.pipeline.HandLabels;
import dev.vouch.pipeline.Listener;
import dev.vouch.pipeline.NudgeDesk;
import dev.vouch.pipeline.Pressure;
import dev.vouch.pipeline.TestClock;
import dev.vouch.pipeline.TestDirectory;
import dev.vouch.pipeline.TestMessenger;
import dev.vouch.pipeline.WorkMeters;
import dev.vouch.pipeline.Worker;
import dev.vouch.pipeline.WorkerPool;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.executive.IntroductionDesk;
import dev.vouch.pipeline.learn.Learning;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One workspace with its books in real Redis and all that works on it, for tests of the way of a
 * message. Texts that begin with an intent's wire name are judged as that.
 */
public final class TestWorkspace implements AutoCloseable {
  /** A Wednesday morning in London. */
  public static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");

  public final String team;
  public final TestClock clock = new TestClock(NOW);
  public final TestDirectory directory;
  public final TestMessenger messenger = new TestMessenger();
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

  public TestWorkspace() {
    this(TestRedis.address(), TestRedis.freshTeam());
  }

  /** A certain one in a Redis of the caller's. */
  public TestWorkspace(RedisAddress redis, String team) {
    this.team = team;
    directory = new TestDirectory(team);
    store = Store.at(redis, clock, new RedisInbox.Rules(Duration.ofMillis(20), 100_000));
    books = store.books(team);
    books.settings().change(now -> now.withHeldOut(0));
    workspace =
        new Workspace(
            team,
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
            directory,
            messenger,
            new Learning(
                team, books.learning(), new Learning.Shipped(Toy::classifier, Toy::memory), clock));
    nudges = new NudgeDesk(workspace, new NudgePolicy(team), clock);
    listener = new Listener(workspace, TestWorkspace::judge, nudges, clock);
    events = new EventReader(workspace, listener, books.claims());
    labels = new HandLabels(workspace, listener, nudges, clock);
    introductions = new IntroductionDesk(workspace, clock);
    worker =
        new Worker(
            team,
            books.deliveries(),
            new EnvelopeReader(events, labels, nudges, introductions),
            new Worker.Signals(new Pressure(), WorkMeters.unseen()));
    pool = new WorkerPool("inboxes", store::waiting, Duration.ofMillis(20));
  }

  /** The same workspace as another instance has it, which sees the same Slack. */
  public static Workspace through(Store store, TestWorkspace here) {
    Store.Books books = store.books(here.team);
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
        here.messenger,
        here.workspace.learning());
  }

  private static Judgement judge(String text) {
    if (text.contains("boom")) {
      throw new IllegalStateException("this text breaks the reader");
    }
    if (text.contains("overflow")) {
      throw new StackOverflowError("this text is nested too deeply");
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

  /** Sets the worker to work. */
  public void start() {
    store.onArrival(pool::wake);
    pool.add(worker);
    pool.start();
  }

  @Override
  public void close() {
    pool.close();
    worker.close();
    store.close();
  }
}
