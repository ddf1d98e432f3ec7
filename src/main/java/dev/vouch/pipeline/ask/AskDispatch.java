package dev.vouch.pipeline.ask;

import dev.vouch.nudge.Mode;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Ask.State;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Asking.Refused;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.TeamSettings;
import dev.vouch.pipeline.Workspace;
import java.time.Instant;
import java.util.Optional;
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
        : added(Ask.of(asking, person, State.LOGGED, now));
  }

  private Begun toApprove(Asking asking, String person, String approver, Instant now) {
    Begun begun = begin(asking, person, State.APPROVAL, now);
    Ask ask = begun.ask();
    if (ask == null || ask.state() != State.APPROVAL) {
      return begun;
    }
    try {
      workspace.messenger().asks().approve(ask, approver);
      return begun;
    } catch (Messenger.Refused e) {
      LOG.warn("ask {} cannot be approved: {}", ask.id(), e.getMessage());
      return new Begun(null, withdraw(ask.id(), "the approver cannot be told of it").orElse(ask));
    }
  }

  private Begun begin(Asking asking, String person, State state, Instant now) {
    Optional<Refused> refused = gate.spend(asking, person, now);
    return refused.isPresent()
        ? new Begun(refused.get(), null)
        : added(Ask.of(asking, person, state, now));
  }

  private Begun added(Ask ask) {
    if (workspace.asks().add(ask)) {
      LOG.info("ask {}: {}", ask.id(), ask.state());
    }
    return new Begun(null, workspace.asks().ask(ask.id()).orElse(null));
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
  public Optional<Ask> withdraw(String askId, String why) {
    Optional<Ask> after =
        workspace
            .asks()
            .change(askId, ask -> isUnsaid(ask) ? ask.now(State.WITHDRAWN, why) : ask)
            .filter(ask -> ask.state() == State.WITHDRAWN);
    after.ifPresent(
        ask -> {
          gate.takeBack(askId, ask.about());
          new AskAnswers(workspace).tell(ask);
          LOG.info("ask {} was taken back before anybody heard it", askId);
        });
    return after;
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
