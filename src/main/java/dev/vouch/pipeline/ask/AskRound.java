package dev.vouch.pipeline.ask;

import dev.vouch.nudge.Decision.Hold;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Ask.State;
import dev.vouch.nudge.ask.Asking.Refusal;
import dev.vouch.pipeline.DueTurn;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.TeamSettings;
import dev.vouch.pipeline.WorkMeters;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.courtesy.Outside;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the asks of one workspace that are due, each once, and reminds of those that people wanted
 * to be asked again. What was granted is looked at once more before it is said: a pause, a stop or
 * a complaint since then holds it back for good.
 */
public final class AskRound {
  private static final Logger LOG = LoggerFactory.getLogger(AskRound.class);

  /** Why one of us has to say it themselves. */
  public static final String NOT_LET =
      "Slack does not let Vouch write to them, so these are words for you to send.";

  private final Workspace workspace;
  private final InstantSource clock;
  private final AskGate gate;
  private final AskAnswers answers;
  private final AskDispatch dispatch;
  private final Outside outside;
  private final WorkMeters meters;
  private final DueTurn<Ask> turn;

  /** One whose failures nobody counts. */
  public AskRound(Workspace workspace, InstantSource clock) {
    this(workspace, clock, WorkMeters.unseen());
  }

  public AskRound(Workspace workspace, InstantSource clock, WorkMeters meters) {
    this.workspace = workspace;
    this.clock = clock;
    this.gate = new AskGate(workspace);
    this.answers = new AskAnswers(workspace);
    this.dispatch = new AskDispatch(workspace);
    this.outside = new Outside(workspace, clock);
    this.meters = meters;
    this.turn =
        new DueTurn<>(
            "ask",
            Ask::id,
            (ask, why) -> workspace.asks().failed(ask.id(), clock.instant(), why),
            meters);
  }

  /** Does what is due now; returns whether there may be more. */
  public boolean doDue() {
    return turn.at(
        () -> new AskRound(workspace.within(Ask.LEASE), clock, meters)::attempt,
        () -> workspace.asks().claimDue(clock.instant(), Ask.LEASE));
  }

  private void attempt(Ask ask) {
    try {
      switch (ask.state()) {
        case LATER -> remind(ask);
        case HELD -> due(ask);
        case APPROVAL, WITHDRAWN -> dispatch.seeTo(ask, clock.instant());
        default -> {
          Object unused = answers.follow(ask);
        }
      }
    } catch (Messenger.Refused e) {
      LOG.warn("ask {} was refused by Slack: {}", ask.id(), e.getMessage());
      refused(ask);
    } finally {
      workspace.asks().release(ask.id());
    }
  }

  private void remind(Ask ask) {
    if (gate.facts(ask.about(), clock.instant()).person().optedOut()) {
      Object unused = workspace.asks().change(ask.id(), Ask::reminded);
      return;
    }
    workspace.messenger().asks().remind(ask);
    Object unused = workspace.asks().change(ask.id(), Ask::reminded);
  }

  /** Whoever asked may have left us: then nobody is reminded. */
  private void refused(Ask ask) {
    if (ask.state() == State.LATER) {
      Object unused = workspace.asks().change(ask.id(), Ask::reminded);
    } else {
      byHand(ask);
    }
  }

  /** Whoever asks gets the words, and what it takes of goodwill stays taken: they will ask. */
  private void byHand(Ask ask) {
    outside.giveBack(ask.about(), ask.id());
    workspace
        .asks()
        .change(
            ask.id(),
            now ->
                now.state() == State.HELD
                    ? now.now(State.BY_HAND, NOT_LET).seenToFrom(clock.instant())
                    : now)
        .filter(now -> now.state() == State.BY_HAND)
        .ifPresent(answers::tell);
  }

  private void due(Ask claimed) {
    Optional<Ask> unsent = notYetSent(claimed);
    if (unsent.isEmpty()) {
      return;
    }
    Ask ask = unsent.get();
    Instant now = clock.instant();
    TeamSettings settings = workspace.settings().settings();
    Optional<Refusal> against = ask.asking().holdsBack(gate.facts(ask.about(), now), now);
    if (settings.mode() == Mode.OFF || settings.mode() == Mode.LOG) {
      withdraw(ask, "sending is switched off in this workspace");
    } else if (against.isPresent()) {
      withdraw(ask, against.get().words());
    } else {
      sendInTime(ask, now);
    }
  }

  private void withdraw(Ask ask, String why) {
    Object unused = dispatch.withdraw(ask.id(), why, clock.instant());
  }

  /**
   * The ask, if it is not with the person. One whose sending was begun by somebody who never heard
   * what became of it is looked for first.
   */
  private Optional<Ask> notYetSent(Ask ask) {
    Instant begun = ask.way().begun();
    if (begun == null) {
      return Optional.of(ask);
    }
    Optional<Posted> found = workspace.messenger().asks().find(ask, begun);
    found.ifPresent(where -> arrived(ask, where));
    return found.isPresent()
        ? Optional.empty()
        : workspace
            .asks()
            .change(
                ask.id(),
                now -> now.equals(ask) ? now.heldUntil(clock.instant(), "It is sent again.") : now)
            .filter(now -> now.state() == State.HELD && now.way().begun() == null);
  }

  private void sendInTime(Ask ask, Instant now) {
    Optional<Hold> later = outside.refrain(ask.about(), ask.id());
    if (later.isEmpty()) {
      send(ask, now);
      return;
    }
    Ask held = ask.heldUntil(later.get().until(), later.get().reason().sentence());
    workspace
        .asks()
        .change(ask.id(), stands -> stands.equals(ask) ? held : stands)
        .filter(stands -> stands.due() != null && !stands.due().equals(ask.due()))
        .ifPresent(answers::tell);
  }

  /** Only what stands as it was taken is sent: it may have been taken back meanwhile. */
  private void send(Ask ask, Instant now) {
    Ask begun = ask.begun(now, Ask.LEASE);
    boolean ours =
        workspace
            .asks()
            .change(ask.id(), stands -> stands.equals(ask) ? begun : stands)
            .filter(begun::equals)
            .isPresent();
    if (ours) {
      arrived(begun, workspace.messenger().asks().send(begun));
    }
  }

  private void arrived(Ask ask, Posted where) {
    LOG.info("ask {} was sent", ask.id());
    outside.sent(ask.about(), ask.id());
    workspace
        .asks()
        .change(
            ask.id(),
            now -> now.state() == State.HELD ? now.sentAt(where).seenToFrom(clock.instant()) : now)
        .ifPresent(answers::tell);
  }
}
