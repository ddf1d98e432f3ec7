package dev.vouch.pipeline.courtesy;

import dev.vouch.pipeline.reply.Invitation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Invitations that wait for the right time, or are on their way. Thread-safe. */
public interface LetterBox {
  /** Longer than all questions to Slack about one can take together. */
  Duration LEASE = Duration.ofMinutes(2);

  /** Keeps one until then; one that is there already waits until then, too. */
  void hold(Invitation letter, Instant until);

  /**
   * Takes one that is due for this caller alone. It comes up again when the lease is over, unless
   * it is held until later or done.
   */
  Optional<Invitation> claimDue(Instant now);

  /** One failed, as in {@link dev.vouch.nudge.DueQueue#failed}. */
  void failed(Invitation letter, Instant now, String why);

  /** It went out, or must not any more. */
  void done(Invitation letter);
}
