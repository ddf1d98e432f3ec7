package dev.vouch.pipeline.courtesy;

import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.nudge.Decision.Hold;
import dev.vouch.nudge.Mode;
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
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  private final Workspace workspace;
  private final InstantSource clock;
  private final Outside outside;
  private final DueTurn<Invitation> turn;

  /** One whose failures nobody counts. */
  public LetterRound(Workspace workspace, InstantSource clock) {
    this(workspace, clock, WorkMeters.unseen());
  }

  public LetterRound(Workspace workspace, InstantSource clock, WorkMeters meters) {
    this.workspace = workspace;
    this.clock = clock;
    this.outside = new Outside(workspace, clock);
    this.turn =
        new DueTurn<>(
            "invitation",
            Invitation::id,
            (letter, why) -> workspace.letters().failed(letter, clock.instant(), why),
            meters);
  }

  /** Sends what is due and may be sent; returns whether there may be more. */
  public boolean sendDue() {
    return turn.at(() -> workspace.letters().claimDue(clock.instant(), LEASE), this::attempt);
  }

  private void attempt(Invitation letter) {
    try {
      due(letter);
    } catch (Messenger.Refused e) {
      LOG.warn("an invitation to {} was refused by Slack: {}", letter.person(), e.getMessage());
      outside.giveBack(letter.person(), letter.id());
      letter.takeBack(workspace.relationships());
      workspace.letters().done(letter);
    }
  }

  private void due(Invitation letter) {
    Instant now = clock.instant();
    Relationship between = workspace.relationships().of(Subject.person(letter.person()));
    if (!letter.stands(between) || workspace.messenger().isInvited(letter)) {
      workspace.letters().done(letter);
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
      outside.sent(letter.person());
      workspace.letters().done(letter);
    }
  }
}
