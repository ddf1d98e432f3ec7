package dev.vouch.pipeline.learn;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the learning of a workspace stands.
 *
 * @param inUse number of the version in use; {@link ModelVersion#SHIPPED} where there is none
 * @param changes how often corrections came, changed or went, ever
 * @param learnt the same when there was last a training
 * @param changed when they last did
 * @param tried when there was last a training
 */
public record LearningState(
    int inUse, long changes, long learnt, @Nullable Instant changed, @Nullable Instant tried) {
  /** Corrections come in bursts: somebody goes through a list. */
  private static final Duration QUIET = Duration.ofMinutes(1);

  private static final Duration BETWEEN = Duration.ofMinutes(5);

  /** What is to be done about it. */
  public enum Due {
    /** Nothing has changed since the last training. */
    NOTHING_NEW,
    /** Somebody may be in the midst of correcting. */
    NOT_QUIET,
    /** There was a training a moment ago. */
    TOO_SOON,
    NOW
  }

  /** Whether it is time to learn. */
  public Due due(Instant now) {
    if (changes == learnt || changed == null) {
      return Due.NOTHING_NEW;
    }
    if (tried != null && now.isBefore(tried.plus(BETWEEN))) {
      return Due.TOO_SOON;
    }
    return now.isBefore(changed.plus(QUIET)) ? Due.NOT_QUIET : Due.NOW;
  }

  /** How many corrections came, changed or went since the last training. */
  public long news() {
    return changes - learnt;
  }
}
