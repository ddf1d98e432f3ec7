package dev.vouch.pipeline.courtesy;

import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.nudge.Decision.Hold;
import dev.vouch.nudge.Mode;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.Messenger;
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
  private static final int MOST = 20;

  private final Workspace workspace;
  private final InstantSource clock;
  private final Outside outside;

  public LetterRound(Workspace workspace, InstantSource clock) {
    this.workspace = workspace;
    this.clock = clock;
    this.outside = new Outside(workspace, clock);
  }

  /** Sends what is due and may be sent. */
  public void sendDue() {
    for (int i = 0; i < MOST; i++) {
      LetterRound leased = new LetterRound(workspace.within(LEASE), clock);
      Optional<Invitation> due = workspace.letters().claimDue(clock.instant(), LEASE);
      if (due.isEmpty()) {
        return;
      }
      leased.attempt(due.get());
    }
  }

  private void attempt(Invitation letter) {
    try {
      due(letter);
    } catch (Messenger.Refused e) {
      LOG.warn("an invitation to {} was refused by Slack: {}", letter.person(), e.getMessage());
      outside.giveBack(letter.person(), letter.id());
      letter.takeBack(workspace.relationships());
      workspace.letters().done(letter);
    } catch (Directory.Unreachable e) {
      LOG.warn("an invitation to {} waits for Slack: {}", letter.person(), e.getMessage());
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
