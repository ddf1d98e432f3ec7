package dev.vouch.nudge.ask;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.relationship.Goodwill;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person said to an ask.
 *
 * @param cause id of the press, message or command with which it was said; the same cause counts
 *     once
 * @param by Slack id of who said it: the person, or one of us whom they told
 * @param until when they would rather be asked; null of every other answer
 * @param words theirs, for whoever asked; null where there are none
 * @param sure how sure it is, in percent, where it was read from words; 0 where nobody had to read
 */
public record Answer(
    Kind kind,
    Instant at,
    String cause,
    String by,
    @Nullable Instant until,
    @Nullable String words,
    int sure) {

  /**
   * Of what an ask took, a no or a later gives back this much: all that the doing would have taken.
   * The rest is what the asking itself took of their time, and that is ours to bear: they owe us
   * nothing for a no.
   */
  static final double GIVEN_BACK = 0.75;

  /** What can be said. */
  public enum Kind {
    YES(LedgerEntry.Kind.ASK_ACCEPTED),
    NO(LedgerEntry.Kind.ASK_DECLINED),
    /** Not now, but then. */
    LATER(LedgerEntry.Kind.ASK_LATER),
    /** It is done. */
    DONE(LedgerEntry.Kind.ASK_DONE),
    /** They would like to know something first. */
    QUESTION(null),
    /** They would, if. */
    CONDITIONS(null),
    /** A person has to read it. */
    UNCLEAR(null);

    private final LedgerEntry.@Nullable Kind entry;

    Kind(LedgerEntry.@Nullable Kind entry) {
      this.entry = entry;
    }

    /** How the ledger tells it; empty where nothing is decided by it. */
    public Optional<LedgerEntry.Kind> entry() {
      return Optional.ofNullable(entry);
    }

    /** Whether the ask is over with it, and nothing is waited for. */
    boolean isOver() {
      return this == NO || this == LATER || this == DONE;
    }

    /** The name used in JSON and Redis, for instance {@code later}. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException if {@code wire} names none
     */
    public static Kind fromWire(String wire) {
      return valueOf(wire.toUpperCase(Locale.ROOT));
    }
  }

  /** One that nobody had to read. */
  public Answer(
      Kind kind,
      Instant at,
      String cause,
      String by,
      @Nullable Instant until,
      @Nullable String words) {
    this(kind, at, cause, by, until, words, 0);
  }

  /** The same without the words, which were taken back. */
  Answer withoutWords() {
    return new Answer(kind, at, cause, by, until, null, sure);
  }

  /** Whether it is what they changed their words to. */
  public boolean isEdited() {
    return cause.indexOf('@') >= 0;
  }

  /** One that has neither a time nor words. */
  public static Answer bare(Kind kind, Instant at, String cause, String by) {
    return new Answer(kind, at, cause, by, null, null);
  }

  /** What it adds to the ledger about an ask; empty where it decides nothing. */
  public Optional<LedgerEntry> entry(LedgerEntry ask) {
    return kind.entry()
        .map(
            one ->
                LedgerEntry.moment(one.wire() + ":" + ask.id(), one, at)
                    .until(until == null || until.isBefore(at) ? at : until)
                    .worth(givenBack(ask))
                    .noted(new Note(by, words, ask.id())));
  }

  private int givenBack(LedgerEntry ask) {
    double left = -Goodwill.left(ask.goodwill(), Duration.between(ask.from(), at));
    return kind == Kind.NO || kind == Kind.LATER ? (int) Math.floor(left * GIVEN_BACK) : 0;
  }
}
