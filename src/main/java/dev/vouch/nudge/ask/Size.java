package dev.vouch.nudge.ask;

import java.util.Locale;
import java.util.Optional;

/** How much an ask takes of somebody's time, and of their goodwill. */
public enum Size {
  /** Minutes: a quote, a rating. */
  SMALL(1_000, "some minutes"),
  /** An hour: a review, a call with a buyer. */
  MEDIUM(2_000, "about an hour"),
  /** Days: a story, a talk. */
  LARGE(4_000, "a day or more");

  private final int milliAsks;
  private final String time;

  Size(int milliAsks, String time) {
    this.milliAsks = milliAsks;
    this.time = time;
  }

  /** What it takes of goodwill, in thousandths of a small ask. */
  public int milliAsks() {
    return milliAsks;
  }

  /** What it takes of their time, in words. */
  public String time() {
    return time;
  }

  /** The name used in commands, for instance {@code medium}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The next smaller one; empty of the smallest. */
  Optional<Size> smaller() {
    return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
  }
}
