package dev.vouch.pipeline;

import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what Vouch does about a person to rest at once, and lets it go on: what waits to be sent
 * waits, and what somebody has before them loses its buttons until then. Doing either again does no
 * harm, and makes up for what a stop in the middle left undone.
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

  /** Has all that Vouch does about a person rest or go on, as what stands between us wants it. */
  public Relationship follow(Relationship between) {
    lookAtIntroductions(between.with().id());
    String person = between.with().id();
    Instant now = clock.instant();
    if (between.isPaused(now)) {
      changeAll(person, nudge -> nudge.state().isLive() ? resting(nudge, between) : nudge);
    } else {
      changeAll(person, nudge -> goesOn(nudge, now));
    }
    return between;
  }

  private static Nudge goesOn(Nudge nudge, Instant now) {
    boolean waits = nudge.state() == State.HELD && nudge.sent() == null && !nudge.isOnItsWay();
    if (waits) {
      return nudge.heldUntil(now, nudge.reason());
    }
    return nudge.state() == State.PAUSED ? nudge.resumed(now) : nudge;
  }

  /** A nudge at rest is due: it goes on where the rest is over. */
  void look(Nudge due) {
    Instant now = clock.instant();
    Relationship between = workspace.relationships().of(Subject.person(due.about()));
    if (between.isPaused(now)) {
      workspace
          .nudges()
          .change(
              due.id(),
              nudge -> nudge.state() == State.PAUSED ? resting(nudge.notSent(), between) : nudge);
    } else {
      change(due, nudge -> goesOn(nudge.notSent(), now));
    }
  }

  private Nudge resting(Nudge nudge, Relationship between) {
    Pause pause = between.pause();
    Instant until = pause == null ? null : pause.until();
    return nudge.pausedUntil(Objects.requireNonNullElse(until, clock.instant().plus(LOOK_AGAIN)));
  }

  private void changeAll(String person, UnaryOperator<Nudge> change) {
    Set<String> readers = new TreeSet<>();
    NudgeLog nudges = workspace.nudges();
    for (Nudge nudge : nudges.about(person, ALL)) {
      if (nudge.state().isLive() && change(nudge, change)) {
        readers.add(nudge.to());
      }
    }
    readers.stream().filter(reader -> !reader.isEmpty()).forEach(this::publishHome);
  }

  /** Whether its message had to change. */
  private boolean change(Nudge nudge, UnaryOperator<Nudge> change) {
    Nudge after = workspace.nudges().change(nudge.id(), change).orElse(nudge);
    boolean shown =
        after.sent() != null
            && !after.isOnItsWay()
            && (after.state() == State.PAUSED || after.state().isOpen());
    if (shown) {
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
