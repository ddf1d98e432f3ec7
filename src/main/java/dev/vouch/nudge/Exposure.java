package dev.vouch.nudge;

import java.time.Duration;
import java.time.Instant;

/**
 * That somebody could have got a nudge of a kind, and whether chance held them out. Noted once a
 * quarter for each person and kind, when the first reason for one arose, and never changed: it is
 * what {@code /vouch impact} compares.
 *
 * @param at when that was
 */
public record Exposure(String person, NudgeKind kind, Instant at, boolean heldOut) {
  /** What somebody does for so long afterwards is held against it. */
  public static final Duration OBSERVED = Duration.ofDays(90);

  /** Whether something done then is among what is compared. */
  public boolean covers(Instant act) {
    return act.isAfter(at) && !act.isAfter(at.plus(OBSERVED));
  }
}
