package dev.vouch.advocate.relationship;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A material connection between us and a person, which readers of what they say ought to know of.
 *
 * @param what in a few words: {@code a ticket to the summit}
 * @param until when it ended; null while it lasts, or for what was given once
 * @param by Slack id of who noted it; null where it shows in the person's own words
 */
public record Tie(
    String id, Kind kind, String what, Instant from, @Nullable Instant until, @Nullable String by) {

  /**
   * So long a tie still colours what somebody says. 16 CFR 255.5 asks for disclosure where a
   * connection might matter to readers and names no time; a year is what a customer remembers of a
   * gift and what most programmes settle by.
   */
  public static final Duration AFTERWARDS = Duration.ofDays(365);

  /**
   * The connections that rules on endorsements name (16 CFR part 255.5: payment, free or discounted
   * products, access, employment, business relations).
   */
  public enum Kind {
    CASH(true),
    GIFT(true),
    ACCESS(false),
    DISCOUNT(false),
    AFFILIATE(false),
    EMPLOYMENT(false),
    PARTNER(false);

    private final boolean once;

    Kind(boolean once) {
      this.once = once;
    }

    /** The name used in JSON and Redis, for instance {@code affiliate}. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that name, if there is one. */
    public static Optional<Kind> named(String wire) {
      return Arrays.stream(values()).filter(one -> one.wire().equalsIgnoreCase(wire)).findAny();
    }
  }

  /**
   * Whether it bears on what the person said then: it held, or had ended no longer than a year
   * before. What is given once is over when it is given.
   */
  public boolean bearsOn(Instant said) {
    Instant end = until == null && kind.once ? from : until;
    return !said.isBefore(from) && (end == null || !said.isAfter(end.plus(AFTERWARDS)));
  }

  /** The same, over since then. */
  public Tie ended(Instant at) {
    return new Tie(id, kind, what, from, at, by);
  }
}
