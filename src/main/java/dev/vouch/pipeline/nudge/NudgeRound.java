package dev.vouch.pipeline.nudge;

import dev.vouch.advocate.AdvocateBook.Acted;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Decision;
import dev.vouch.nudge.Decision.Hold;
import dev.vouch.nudge.Decision.Nothing;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Decision.Send;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.NudgeLog.Past;
import dev.vouch.nudge.NudgePolicy;
import dev.vouch.nudge.ranking.Outcome;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.DueTurn;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.NudgeRest;
import dev.vouch.pipeline.TeamSettings;
import dev.vouch.pipeline.WorkMeters;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.courtesy.Courtesy;
import dev.vouch.pipeline.executive.IntroductionCase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides again about the nudges of one workspace that are due, and sends what may be sent, each
 * once, whatever stops in between.
 *
 * <p>Before a message is handed to Slack the nudge says so. One that says so when it comes up again
 * was begun by somebody who never heard what became of it: it is looked for, and sent only if it is
 * not there. What goes to the same person after it waits until then, so that nothing is overtaken.
 */
final class NudgeRound {
  private static final Logger LOG = LoggerFactory.getLogger(NudgeRound.class);

  /** Longer than all questions to Slack about one nudge can take together. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final Workspace workspace;
  private final NudgePolicy policy;
  private final InstantSource clock;
  private final WorkMeters meters;
  private final Courtesy courtesy;
  private final DueTurn<Nudge> turn;

  NudgeRound(Workspace workspace, NudgePolicy policy, InstantSource clock, WorkMeters meters) {
    this.workspace = workspace;
    this.policy = policy;
    this.clock = clock;
    this.meters = meters;
    this.courtesy = new Courtesy(workspace, clock);
    this.turn =
        new DueTurn<>(
            "nudge",
            Nudge::id,
            (nudge, why) -> workspace.nudges().failed(nudge.id(), clock.instant(), why),
            meters);
  }

  /** Returns whether there may be more. */
  boolean sendDue() {
    return turn.at(
        () -> new NudgeRound(workspace.within(LEASE), policy, clock, meters)::attempt,
        () -> workspace.nudges().claimDue(clock.instant(), LEASE));
  }

  private void attempt(Nudge claimed) {
    try {
      due(claimed);
    } catch (Messenger.Refused e) {
      LOG.warn("nudge {} was refused by Slack: {}", claimed.id(), e.getMessage());
      change(claimed, NudgeRound::refused);
    } catch (Directory.Unreachable e) {
      e.retryAt().ifPresent(at -> workspace.nudges().hasten(claimed.id(), at));
      throw e;
    } catch (RuntimeException | Error e) {
      letOthersPass(claimed.id());
      throw e;
    } finally {
      workspace.nudges().release(claimed.id());
    }
  }

  private void letOthersPass(String id) {
    workspace
        .nudges()
        .nudge(id)
        .map(Nudge::sending)
        .ifPresent(begun -> workspace.nudges().leaveLine(id, begun.person()));
  }

  private static Nudge refused(Nudge now) {
    Nudge here = now.notSent();
    return here.state() == State.HELD
        ? here.now(State.NOTHING, "Slack would not deliver it.")
        : here;
  }

  private void due(Nudge claimed) {
    if (hasArrived(claimed)) {
      return;
    }
    if (claimed.isErased()) {
      goes(claimed);
      return;
    }
    if (claimed.state() == State.PAUSED) {
      new NudgeRest(workspace, clock).look(claimed);
      return;
    }
    if (claimed.state().isOpen() && !claimed.isOnItsWay()) {
      expire(claimed);
      return;
    }
    if (claimed.state() == State.DOING) {
      lookBack(claimed);
      return;
    }
    if (claimed.state() != State.HELD) {
      workspace.nudges().change(claimed.id(), Nudge::notSent);
      return;
    }
    NudgeCase known = known(claimed);
    Nudge nudge = withExecutive(known.refreshed(claimed.notSent()));
    Decision decision =
        known.settings().mode() == Mode.OFF
            ? new Nothing(Reason.SWITCHED_OFF)
            : known.decide(nudge, policy, workspace.directory(), clock.instant());
    LOG.info("nudge {} is due: {}", nudge.id(), decision.reason());
    if (decision instanceof Send send && known.settings().mode() != Mode.LOG) {
      Nudge advising = nudge.advising(send.advice());
      sendInTurn(claimed, advising, sending(nudge, known.settings()), send.reason());
    } else {
      if (claimed.sending() != null) {
        courtesy.giveBack(claimed, claimed.sending().person());
      }
      change(claimed, now -> now.equals(claimed) ? logged(decision, nudge) : now);
    }
  }

  /** Whom the roster says instead of the sponsor, where there is a roster. */
  private Nudge withExecutive(Nudge nudge) {
    return nudge.kind() == NudgeKind.EXEC_INTRO
        ? IntroductionCase.suggested(nudge, workspace, clock.instant())
        : nudge;
  }

  /** Whoever has it before them has left it so for long. */
  private void expire(Nudge open) {
    change(
            open.id(),
            now -> now.equals(open) ? now.now(State.EXPIRED, Reason.UNANSWERED.sentence()) : now)
        .filter(now -> now.state() == State.EXPIRED)
        .ifPresent(
            now -> {
              show(now);
              courtesy.ignored(now, open.state());
            });
  }

  private void lookBack(Nudge done) {
    Instant when = done.due();
    if (when != null) {
      courtesy.lookBack(done, known(done).evidence().heard(), when.minus(Outcome.AFTER));
    }
    change(done, now -> now.equals(done) ? now.lookedBackOn(null) : now);
  }

  /** What stood in Slack no longer tells of the person who was erased, so nothing need be known. */
  private void goes(Nudge erased) {
    if (erased.sent() != null) {
      show(erased);
    }
    workspace.nudges().remove(erased.id());
  }

  /** Whether a message of whose sending nobody heard has arrived after all; if so it is noted. */
  private boolean hasArrived(Nudge claimed) {
    Nudge.Sending begun = claimed.sending();
    if (begun == null) {
      return false;
    }
    Optional<Nudge.Posted> found =
        workspace.messenger().find(claimed.id(), begun.person(), begun.at());
    found.ifPresent(where -> note(claimed, where));
    return found.isPresent();
  }

  private NudgeCase known(Nudge nudge) {
    MentionId mention = nudge.mention();
    Acted acted =
        mention == null
            ? new Acted(workspace.advocates().contact(nudge.about()).orElse(null), null, null)
            : workspace.advocates().acted(nudge.about(), mention);
    Past past = workspace.nudges().past(nudge.about(), List.of(nudge.id()));
    return NudgeCase.toSend(acted, past, workspace, clock.instant());
  }

  private Nudge logged(Decision decision, Nudge nudge) {
    return decision instanceof Send send
        ? nudge.advising(send.advice()).now(State.LOGGED, send.reason().sentence())
        : after(decision, nudge, clock.instant());
  }

  /** A nudge as a decision leaves it: over, or held until it is looked at again. */
  static Nudge after(Decision decision, Nudge nudge, Instant now) {
    String reason = decision.reason().sentence();
    if (decision instanceof Nothing) {
      return nudge.now(State.NOTHING, reason);
    }
    return nudge.heldUntil(decision instanceof Hold hold ? hold.until() : now, reason);
  }

  private void sendInTurn(Nudge claimed, Nudge nudge, Nudge.Sending sending, Reason reason) {
    if (!workspace.nudges().isFirstInLine(nudge.id(), sending.person(), sending.at())) {
      return;
    }
    Optional<Hold> wait = courtesy.refrain(nudge, sending);
    if (wait.isEmpty()) {
      send(claimed, nudge, sending, reason);
    } else {
      LOG.info("nudge {} waits: {}", nudge.id(), wait.get().reason());
      workspace.nudges().leaveLine(nudge.id(), sending.person());
      change(claimed, now -> now.equals(claimed) ? after(wait.get(), nudge, clock.instant()) : now);
    }
  }

  /** Only what stands as it was taken is sent: it may have been taken back meanwhile. */
  private void send(Nudge claimed, Nudge nudge, Nudge.Sending sending, Reason reason) {
    Nudge begun = nudge.begun(sending, LEASE, reason.sentence());
    boolean ours =
        workspace
            .nudges()
            .change(claimed, now -> now.equals(claimed) ? begun : now)
            .filter(begun::equals)
            .isPresent();
    if (ours) {
      note(begun, handedOver(begun.now(sending.as(), begun.reason()), sending));
    } else {
      courtesy.giveBack(nudge, sending.person());
    }
  }

  private Nudge.Posted handedOver(Nudge shown, Nudge.Sending sending) {
    try {
      return workspace.messenger().send(shown, sending.person());
    } catch (Messenger.Refused e) {
      courtesy.giveBack(shown, sending.person());
      throw e;
    }
  }

  private Nudge.Sending sending(Nudge nudge, TeamSettings settings) {
    Instant now = clock.instant();
    return settings
        .approverOf(nudge)
        .map(approver -> new Nudge.Sending(approver, State.APPROVAL, now))
        .orElseGet(() -> new Nudge.Sending(nudge.to(), State.SENT, now));
  }

  private void note(Nudge begun, Nudge.Posted where) {
    Nudge.Sending sending = Objects.requireNonNull(begun.sending(), "nothing was begun");
    counted(change -> workspace.nudges().change(begun, change), now -> arrived(now, sending, where))
        .filter(now -> !now.state().isOpen())
        .ifPresent(this::show);
    LOG.info("nudge {} sent to {}", begun.id(), sending.person());
  }

  /** What it was about may have been taken back while the message was on its way. */
  private static Nudge arrived(Nudge now, Nudge.Sending sending, Nudge.Posted where) {
    return now.postedAt(
        where, now.state() == State.HELD ? sending.as() : now.state(), now.reason());
  }

  /** A message that is gone from Slack needs no change, and stops nothing else. */
  void show(Nudge nudge) {
    try {
      workspace.messenger().show(nudge);
    } catch (Messenger.Refused e) {
      LOG.warn("the message of nudge {} stays as it is: {}", nudge.id(), e.getMessage());
    }
  }

  private void change(Nudge nudge, UnaryOperator<Nudge> change) {
    change(nudge.id(), change);
  }

  Optional<Nudge> change(String id, UnaryOperator<Nudge> change) {
    return counted(wanted -> workspace.nudges().change(id, wanted), change);
  }

  /** Counts only where it moved: the same work may be done twice. */
  private Optional<Nudge> counted(
      Function<UnaryOperator<Nudge>, Optional<Nudge>> changing, UnaryOperator<Nudge> change) {
    AtomicReference<State> before = new AtomicReference<>();
    Optional<Nudge> after =
        changing.apply(
            now -> {
              before.set(now.state());
              return change.apply(now);
            });
    after.filter(nudge -> nudge.state() != before.get()).ifPresent(meters::nudge);
    return after;
  }
}
