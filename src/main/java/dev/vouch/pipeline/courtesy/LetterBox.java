package dev.vouch.pipeline.courtesy;

import dev.vouch.pipeline.reply.Invitation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Invitations that wait for the right time. Thread-safe. */
public interface LetterBox {

  /** Keeps one until then; one that is there already waits until then, too. */
  void hold(Invitation letter, Instant until);

  /**
   * One that is due. It comes up again when the lease is over, unless it is held until later or
   * done.
   */
  Optional<Invitation> claimDue(Instant now, Duration lease);

  /** One failed, as in {@link dev.vouch.nudge.DueQueue#failed}. */
  void failed(Invitation letter, Instant now, String why);

  /** It went out, or must not any more. */
  void done(Invitation letter);
}
