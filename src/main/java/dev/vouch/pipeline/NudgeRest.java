package dev.vouch.pipeline;

import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.Situation.Terms;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Asking.Refusal;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.pipeline.ask.AskDispatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what Vouch does about a person to rest at once, lets it go on, or ends it: what waits to be
 * sent waits or is not sent, and what somebody has before them loses its buttons, until then or for
 * good where the person does not want it. Doing any of it again does no harm, and makes up for what
 * a stop in the middle left undone.
 */
public record NudgeRest(Workspace workspace, InstantSource clock) {
  private static final Logger LOG = LoggerFactory.getLogger(NudgeRest.class);

  /** However it ended, whether the rest is over is looked at once a day. */
  private static final Duration LOOK_AGAIN = Duration.ofDays(1);

  private static final int ALL = 1_000;

  /**
   * Begins a rest, or changes the one that is on.
   *
   * @return what stands between us and the person now
   */
  public Relationship begin(String person, Pause pause) {
    return follow(
        workspace.relationships().change(Subject.person(person), now -> now.paused(pause)));
  }

  /** Ends a rest; without one it only sees to it that nothing still rests. */
  public Relationship end(String person, String by) {
    Instant now = clock.instant();
    return follow(
        workspace
            .relationships()
            .change(Subject.person(person), between -> between.resumed(by, now)));
  }

  /** Has all that Vouch does about a person rest, go on or end, as what stands between us wants. */
  public Relationship follow(Relationship between) {
    return follow(between, true);
  }

  /** Makes up for what somebody who stopped has left undone; what goes on is as it was. */
  public void catchUp(Relationship between) {
    if (between.isPaused(clock.instant()) || !between.declined().isEmpty()) {
      Relationship unused = follow(between, false);
    }
  }

  private Relationship follow(Relationship between, boolean goesOn) {
    lookAtIntroductions(between.with().id());
    Set<String> readers = new TreeSet<>();
    for (Nudge nudge : workspace.nudges().about(between.with().id(), ALL)) {
      boolean concerned = nudge.state().isLive() || isUnwanted(nudge, between);
      if (concerned && change(nudge, now -> followed(now, between, goesOn))) {
        readers.add(nudge.to());
      }
    }
    readers.stream().filter(reader -> !reader.isEmpty()).forEach(this::publishHome);
    if (unwanted(NudgeKind.EXEC_INTRO, between).isPresent()) {
      endIntroductions(between.with().id());
    }
    if (!between.declined().isEmpty()) {
      endAsks(between);
    }
    return between;
  }

  /** What was not said to them yet is not said, and takes nothing of their goodwill. */
  private void endAsks(Relationship between) {
    AskDispatch asks = new AskDispatch(workspace);
    for (Ask ask : workspace.asks().about(between.with().id(), ALL)) {
      if (!between.agreesTo(ask.rung().topic())) {
        Object unused =
            asks.withdraw(
                ask.id(),
                (between.optedOut() ? Refusal.OPTED_OUT : Refusal.NOT_AGREED).words(),
                clock.instant());
      }
    }
  }

  /** They are due now, so that whoever looks after them finds that they are not wanted. */
  private void endIntroductions(String person) {
    Instant now = clock.instant();
    workspace.executives().about(person, ALL).stream()
        .filter(NudgeRest::waits)
        .forEach(
            one ->
                workspace
                    .executives()
                    .change(one.id(), stands -> waits(stands) ? stands.heldUntil(now) : stands));
  }

  private static boolean waits(Introduction one) {
    return one.stage().isOpen() && one.pending().isEmpty();
  }

  /** What somebody did not want ends for good: another word of theirs brings nothing back. */
  private Nudge followed(Nudge nudge, Relationship between, boolean goesOn) {
    if (!nudge.state().isLive()) {
      return nudge;
    }
    Optional<Reason> unwanted = unwanted(nudge.kind(), between);
    if (unwanted.isPresent()) {
      return nudge.now(State.NOTHING, unwanted.get().sentence());
    }
    Instant now = clock.instant();
    if (between.isPaused(now)) {
      return resting(nudge, between);
    }
    return goesOn ? goesOn(nudge, now) : nudge;
  }

  private static Optional<Reason> unwanted(NudgeKind kind, Relationship between) {
    return Terms.said(between, RoleRules.FREE).unwanted(kind);
  }

  /** Whether it has ended because they did not want it. */
  private static boolean isUnwanted(Nudge nudge, Relationship between) {
    return nudge.state() == State.NOTHING
        && unwanted(nudge.kind(), between)
            .map(Reason::sentence)
            .filter(nudge.reason()::equals)
            .isPresent();
  }

  private static Nudge goesOn(Nudge nudge, Instant now) {
    boolean waits = nudge.state() == State.HELD && nudge.sent() == null && !nudge.isOnItsWay();
    if (waits) {
      return nudge.heldUntil(now, nudge.reason());
    }
    return nudge.state() == State.PAUSED ? nudge.resumed(now) : nudge;
  }

  /** A nudge at rest is due: it goes on where the rest is over. */
  public void look(Nudge due) {
    Relationship between = workspace.relationships().of(Subject.person(due.about()));
    if (between.isPaused(clock.instant()) && unwanted(due.kind(), between).isEmpty()) {
      workspace
          .nudges()
          .change(
              due.id(),
              nudge -> nudge.state() == State.PAUSED ? resting(nudge.notSent(), between) : nudge);
    } else {
      boolean unused = change(due, nudge -> followed(nudge.notSent(), between, true));
    }
  }

  private Nudge resting(Nudge nudge, Relationship between) {
    Pause pause = between.pause();
    Instant until = pause == null ? null : pause.until();
    return nudge.pausedUntil(Objects.requireNonNullElse(until, clock.instant().plus(LOOK_AGAIN)));
  }

  /**
   * What goes on is shown before that is noted: until then it comes up again, should whoever does
   * it stop in between.
   *
   * @return whether its message had to change
   */
  private boolean change(Nudge nudge, UnaryOperator<Nudge> change) {
    Nudge wanted = change.apply(nudge);
    boolean goesOn = nudge.state() == State.PAUSED && wanted.state().isOpen();
    if (goesOn) {
      show(wanted);
    }
    Nudge after = workspace.nudges().change(nudge.id(), change).orElse(nudge);
    boolean shown = after.sent() != null && !after.isOnItsWay() && after.state() != State.HELD;
    if (shown && !(goesOn && after.state() == wanted.state())) {
      show(after);
    }
    return shown;
  }

  /** Whether one that is under way may go on is looked at at once. */
  private void lookAtIntroductions(String person) {
    Instant now = clock.instant();
    workspace.executives().about(person, ALL).stream()
        .filter(one -> one.stage().isOpen())
        .forEach(
            one ->
                workspace
                    .executives()
                    .change(
                        one.id(),
                        stands ->
                            stands.stage().isOpen() && stands.pending().isEmpty()
                                ? stands.heldUntil(now)
                                : stands));
  }

  private void show(Nudge nudge) {
    try {
      workspace.messenger().show(nudge);
    } catch (Messenger.Refused e) {
      LOG.warn("the message of nudge {} stays as it is: {}", nudge.id(), e.getMessage());
    }
  }

  private void publishHome(String person) {
    try {
      workspace.messenger().publishHome(person);
    } catch (Messenger.Refused e) {
      LOG.warn("the Home of {} stays as it is: {}", person, e.getMessage());
    }
  }
}
