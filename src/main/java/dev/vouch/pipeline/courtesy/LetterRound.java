package dev.vouch.pipeline.courtesy;

import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.nudge.Decision.Hold;
import dev.vouch.nudge.Mode;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.DueTurn;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.WorkMeters;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.reply.Invitation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the invitations of one workspace that waited for the right time, each once. Whoever began
 * before may have died after it went out, so each is looked for first.
 */
public final class LetterRound {
  private static final Logger LOG = LoggerFactory.getLogger(LetterRound.class);
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  private final Workspace workspace;
  private final InstantSource clock;
  private final Outside outside;
  private final WorkMeters meters;
  private final DueTurn<Invitation> turn;

  /** One whose failures nobody counts. */
  public LetterRound(Workspace workspace, InstantSource clock) {
    this(workspace, clock, WorkMeters.unseen());
  }

  public LetterRound(Workspace workspace, InstantSource clock, WorkMeters meters) {
    this.workspace = workspace;
    this.clock = clock;
    this.outside = new Outside(workspace, clock);
    this.meters = meters;
    this.turn =
        new DueTurn<>(
            "invitation",
            Invitation::id,
            (letter, why) -> workspace.letters().failed(letter, clock.instant(), why),
            meters);
  }

  /** Sends what is due and may be sent; returns whether there may be more. */
  public boolean sendDue() {
    return turn.at(
        () -> new LetterRound(workspace.within(LetterBox.LEASE), clock, meters)::attempt,
        () -> workspace.letters().claimDue(clock.instant()));
  }

  private void attempt(Invitation letter) {
    try {
      due(letter);
    } catch (Messenger.Refused e) {
      LOG.warn("an invitation to {} was refused by Slack: {}", letter.person(), e.getMessage());
      refused(letter);
    }
  }

  /** Whoever asked for it can send the words themselves. */
  private void refused(Invitation letter) {
    outside.giveBack(letter.person(), letter.id());
    try {
      workspace.messenger().tell(letter);
    } catch (Messenger.Refused e) {
      LOG.warn("{} cannot be told of it: {}", letter.by(), e.getMessage());
    } catch (Directory.Unreachable e) {
      LOG.warn("{} is told of it later: {}", letter.by(), e.getMessage());
      return;
    }
    letter.takeBack(workspace.relationships());
    workspace.letters().done(letter);
  }

  private void due(Invitation letter) {
    Instant now = clock.instant();
    Relationship between = workspace.relationships().of(Subject.person(letter.person()));
    if (!letter.stands(between)) {
      workspace.letters().done(letter);
      return;
    }
    if (workspace.messenger().isInvited(letter)) {
      went(letter);
      return;
    }
    if (between.isPaused(now) || workspace.settings().settings().mode() == Mode.OFF) {
      workspace.letters().hold(letter, now.plus(LOOK_AGAIN));
      return;
    }
    Optional<Hold> wait = outside.refrain(letter.person(), letter.id());
    if (wait.isPresent()) {
      workspace.letters().hold(letter, wait.get().until());
    } else {
      workspace.messenger().invite(letter);
      went(letter);
    }
  }

  private void went(Invitation letter) {
    outside.sent(letter.person(), letter.id());
    workspace.letters().done(letter);
  }
}
