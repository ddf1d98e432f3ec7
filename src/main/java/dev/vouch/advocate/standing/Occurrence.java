package dev.vouch.advocate.standing;

import java.time.Instant;
import java.util.Comparator;

/** An event that happened to somebody at a time, with what shows it. */
record Occurrence(Event event, Instant at, Cause cause) {
  /** By time, and at one moment always in the same order. */
  static final Comparator<Occurrence> ORDER =
      Comparator.comparing(Occurrence::at)
          .thenComparing(Occurrence::event)
          .thenComparing(one -> one.cause().id());

  static Occurrence of(Event event, Cause cause) {
    return new Occurrence(event, cause.at(), cause);
  }
}
