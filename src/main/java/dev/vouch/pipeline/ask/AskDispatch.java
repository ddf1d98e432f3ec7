package dev.vouch.pipeline.ask;

import dev.vouch.nudge.Mode;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Ask.State;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Asking.Refused;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.TeamSettings;
import dev.vouch.pipeline.Workspace;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins asks that one of us has confirmed, by the workspace's mode, and ends those refused. */
public final class AskDispatch {
  private static final Logger LOG = LoggerFactory.getLogger(AskDispatch.class);

  private final Workspace workspace;
  private final AskGate gate;

  public AskDispatch(Workspace workspace) {
    this.workspace = workspace;
    this.gate = new AskGate(workspace);
  }

  /**
   * What came of a wish to ask.
   *
   * @param refused why nothing comes of it; null where something does
   * @param ask as it stands; null where there is none
   */
  public record Begun(@Nullable Refused refused, @Nullable Ask ask) {}

  /** Notes an ask that one of us makes themselves. */
  public Begun byHand(Asking asking, String person, Instant now) {
    return begin(asking, person, State.BY_HAND, now);
  }

  /** Has Vouch ask in the name of one of us, when the person's day and our rules allow it. */
  public Begun send(Asking asking, String person, Instant now) {
    TeamSettings settings = workspace.settings().settings();
    return switch (settings.mode()) {
      case OFF -> new Begun(null, null);
      case LOG -> logged(asking, person, now);
      case APPROVE_FIRST -> {
        String approver = settings.approver();
        yield approver == null || approver.equals(asking.by())
            ? begin(asking, person, State.HELD, now)
            : toApprove(asking, person, approver, now);
      }
      case ACT -> begin(asking, person, State.HELD, now);
    };
  }

  private Begun logged(Asking asking, String person, Instant now) {
    Optional<Refused> refused = gate.look(asking, person, now);
    return refused.isPresent()
        ? new Begun(refused.get(), null)
        : new Begun(null, stands(Ask.of(asking, person, State.LOGGED, now)).orElse(null));
  }

  private Begun toApprove(Asking asking, String person, String approver, Instant now) {
    Begun begun = begin(asking, person, State.APPROVAL, now);
    Ask ask = begun.ask();
    return ask == null || ask.state() != State.APPROVAL
        ? begun
        : new Begun(null, laidBefore(approver, ask, now));
  }

  private Ask laidBefore(String approver, Ask ask, Instant now) {
    try {
      workspace.messenger().asks().approve(ask, approver);
      return change(ask.id(), stands -> stands.state() == ask.state() ? stands.seenTo() : stands)
          .orElse(ask);
    } catch (Messenger.Refused e) {
      LOG.warn("ask {} cannot be approved: {}", ask.id(), e.getMessage());
      return withdraw(ask.id(), "the approver cannot be told of it", now).orElse(ask);
    } catch (Directory.Unreachable e) {
      LOG.warn("the approver of ask {} is told later: {}", ask.id(), e.getMessage());
      return ask;
    }
  }

  /** It stands there before it takes anything, so that nothing is taken for what never was. */
  private Begun begin(Asking asking, String person, State state, Instant now) {
    Ask ask = Ask.of(asking, person, state, now);
    Optional<Ask> before = stands(ask.notYet());
    if (before.filter(Ask::isNotYet).isEmpty()) {
      return new Begun(null, before.orElse(null));
    }
    Optional<Refused> refused = gate.spend(asking, person, now);
    if (refused.isPresent()) {
      workspace.asks().drop(before.get());
      return new Begun(refused.get(), null);
    }
    Optional<Ask> begun = change(ask.id(), stands -> stands.isNotYet() ? begun(ask, now) : stands);
    if (begun.filter(stands -> stands.state() != State.WITHDRAWN).isEmpty()) {
      gate.takeBack(ask.id(), person);
    }
    LOG.info("ask {}: {}", ask.id(), begun.map(Ask::state));
    return new Begun(null, begun.orElse(null));
  }

  private Optional<Ask> stands(Ask ask) {
    boolean unused = workspace.asks().add(ask);
    return workspace.asks().ask(ask.id());
  }

  /** That it needs an approver, whoever approves has yet to hear. */
  private static Ask begun(Ask ask, Instant now) {
    return ask.state() == State.APPROVAL ? ask.seenToFrom(now) : ask;
  }

  private Optional<Ask> change(String id, UnaryOperator<Ask> change) {
    return workspace.asks().change(id, change);
  }

  /** Does what somebody who stopped has left undone about an ask that is not under way. */
  void seeTo(Ask ask, Instant now) {
    String approver = workspace.settings().settings().approver();
    if (ask.isNotYet()) {
      gate.takeBack(ask.id(), ask.about());
      workspace.asks().drop(ask);
    } else if (ask.state() == State.WITHDRAWN) {
      takeBack(ask);
    } else if (approver == null) {
      Object unused = withdraw(ask.id(), "there is no approver any more", now);
    } else {
      Object unused = laidBefore(approver, ask, now);
    }
  }

  /** Lets what waits for approval go out. The first word of an approver counts. */
  public Optional<Ask> approve(String askId, Instant now) {
    return workspace
        .asks()
        .change(
            askId,
            ask -> ask.state() == State.APPROVAL ? ask.heldUntil(now, "It was approved.") : ask);
  }

  /** Takes back what was not said to anybody yet, so that it took nothing. */
  public Optional<Ask> withdraw(String askId, String why, Instant now) {
    Optional<Ask> after =
        change(askId, ask -> isUnsaid(ask) ? ask.now(State.WITHDRAWN, why).seenToFrom(now) : ask)
            .filter(ask -> ask.state() == State.WITHDRAWN);
    after.ifPresent(this::takeBack);
    return after;
  }

  private void takeBack(Ask ask) {
    gate.takeBack(ask.id(), ask.about());
    new AskAnswers(workspace).tell(ask);
    LOG.info("ask {} was taken back before anybody heard it", ask.id());
  }

  private static boolean isUnsaid(Ask ask) {
    return ask.way().begun() == null
        && (ask.state() == State.APPROVAL || ask.state() == State.HELD);
  }

  /** Whether Vouch would send anything now. */
  public boolean sends() {
    return workspace.settings().settings().mode() != Mode.OFF;
  }
}
