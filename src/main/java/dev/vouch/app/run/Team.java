package dev.vouch.app.run;

import com.slack.api.Slack;
import dev.vouch.nudge.NudgePolicy;
import dev.vouch.nudge.gift.GiftPolicy;
import dev.vouch.nudge.gift.Gifts;
import dev.vouch.pipeline.DigestRound;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.DiscreetDirectory;
import dev.vouch.pipeline.WorkMeters;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.ask.AskRound;
import dev.vouch.pipeline.courtesy.ErasureRound;
import dev.vouch.pipeline.courtesy.LetterRound;
import dev.vouch.pipeline.executive.IntroductionDesk;
import dev.vouch.pipeline.executive.IntroductionRound;
import dev.vouch.pipeline.gift.GiftRound;
import dev.vouch.pipeline.hearing.HandLabels;
import dev.vouch.pipeline.hearing.Listener;
import dev.vouch.pipeline.inbox.Deliveries.Delivery;
import dev.vouch.pipeline.inbox.EnvelopeReader;
import dev.vouch.pipeline.inbox.EventReader;
import dev.vouch.pipeline.inbox.Pressure;
import dev.vouch.pipeline.inbox.Rounds;
import dev.vouch.pipeline.inbox.Worker;
import dev.vouch.pipeline.inbox.WorkerPool;
import dev.vouch.pipeline.learn.Learning;
import dev.vouch.pipeline.learn.Teacher;
import dev.vouch.pipeline.nudge.NudgeDesk;
import dev.vouch.slack.SlackDirectory;
import dev.vouch.slack.SlackMessenger;
import dev.vouch.slack.Startup.Connection;
import dev.vouch.slack.WebApi;
import dev.vouch.slack.command.HomeDesk;
import dev.vouch.store.Store;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** One connected workspace at work: what empties its inbox, and what does what is due in it. */
public final class Team implements AutoCloseable {
  private final Workspace workspace;
  private final WebApi api;
  private final Worker worker;
  private final Rounds rounds;

  private Team(Workspace workspace, WebApi api, Worker worker, Rounds rounds) {
    this.workspace = workspace;
    this.api = api;
    this.worker = worker;
    this.rounds = rounds;
  }

  /**
   * What all workspaces share.
   *
   * @param instructions does what one of our own people decided by a button or a command
   * @param sharing passes on what other workspaces see, too
   */
  public record Shared(
      Store store,
      Slack slack,
      Learning.Shipped shipped,
      GiftPolicy giftPolicy,
      Executor teaching,
      InstantSource clock,
      MeterRegistry registry,
      Consumer<Delivery> instructions,
      EnvelopeReader.Sharing sharing) {}

  /** Puts a workspace together; {@link #start} sets it to work. */
  public static Team of(Connection connection, Shared shared) {
    Store.Books books = shared.store().books(connection.home().team());
    WebApi api =
        new WebApi(
            shared.slack().methods(connection.token().botToken()),
            shared.clock(),
            shared.registry());
    Directory directory =
        new DiscreetDirectory(
            new SlackDirectory(
                api, connection, () -> books.settings().settings().staff(), shared.clock()),
            books.forgetting());
    HomeDesk home =
        new HomeDesk(
            books.advocates(),
            books.accounts(),
            books.relationships(),
            books.nudges(),
            books.attention(),
            books.settings(),
            directory);
    Workspace workspace =
        new Workspace(
            connection.home().team(),
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
            new Gifts(shared.giftPolicy(), books.gifts()),
            books.settings(),
            directory,
            new SlackMessenger(api, home, books.forgetting(), books.claims(), shared.clock()),
            new Learning(
                connection.home().team(), books.learning(), shared.shipped(), shared.clock()),
            books.claims());
    return of(workspace, api, books, shared);
  }

  private static Team of(Workspace workspace, WebApi api, Store.Books books, Shared shared) {
    WorkMeters meters = new WorkMeters(shared.registry());
    String team = workspace.team();
    NudgeDesk nudges =
        new NudgeDesk(
            workspace, new NudgePolicy(team, shared.giftPolicy()), shared.clock(), meters);
    Pressure pressure = new Pressure();
    MessageReader reader =
        new MessageReader(
            workspace.learning()::classifier,
            workspace.directory(),
            () -> workspace.settings().settings().products(),
            pressure::effort);
    Listener listener =
        new Listener(
            workspace, text -> meters.judging(() -> reader.apply(text)), nudges, shared.clock());
    HandLabels labels = new HandLabels(workspace, listener, nudges, shared.clock());
    IntroductionDesk introductions = new IntroductionDesk(workspace, shared.clock());
    EnvelopeReader envelopes =
        new EnvelopeReader(
            new EventReader(workspace, listener),
            new EnvelopeReader.Desks(
                labels, nudges, introductions, shared.instructions(), shared.sharing()));
    Worker worker =
        new Worker(team, books.deliveries(), envelopes, new Worker.Signals(pressure, meters));
    return new Team(workspace, api, worker, rounds(workspace, nudges, books, shared, meters));
  }

  private static Rounds rounds(
      Workspace workspace, NudgeDesk nudges, Store.Books books, Shared shared, WorkMeters meters) {
    InstantSource clock = shared.clock();
    AskRound asks = new AskRound(workspace, clock, meters);
    IntroductionRound introductions = new IntroductionRound(workspace, clock, meters);
    LetterRound letters = new LetterRound(workspace, clock, meters);
    GiftRound gifts = new GiftRound(workspace, clock, meters);
    DigestRound digests = new DigestRound(workspace, books.digests(), clock, meters);
    Teacher teacher = new Teacher(workspace.learning(), shared.teaching());
    return new Rounds(
        workspace.team(),
        List.of(
            nudges::lookDue,
            nudges::sendDue,
            asks::doDue,
            introductions::sendDue,
            letters::sendDue,
            new ErasureRound(workspace)::editDue,
            gifts::doDue,
            teacher::teachDue),
        digests::postDue,
        clock);
  }

  /** What Slack has against the token of this workspace, where it takes it no more. */
  Optional<String> tokenTrouble() {
    return api.trouble();
  }

  public Workspace workspace() {
    return workspace;
  }

  /** Empties its inbox. */
  public Worker worker() {
    return worker;
  }

  /** Does what is due in it. */
  Rounds rounds() {
    return rounds;
  }

  /** Has its turns from now on. */
  void joins(WorkerPool inboxes, WorkerPool due) {
    inboxes.add(worker);
    due.add(rounds);
  }

  /** Finishes what is in hand and has no more turns. */
  void leaves(WorkerPool inboxes, WorkerPool due) {
    inboxes.remove(worker);
    due.remove(rounds);
    close();
  }

  @Override
  public void close() {
    rounds.close();
    worker.close();
  }
}
