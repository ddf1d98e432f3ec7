package dev.vouch.pipeline.reply;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person's own wish for silence does to a pause. A pause that one of us set stands as long
 * as it was meant to: a person can make it longer, never shorter.
 */
final class Rest {
  private static final String ASKED = "they asked for it";
  private static final String WHILE_ASKING = "they may have asked us to stop, and have been asked";

  private Rest() {}

  /** They asked for silence; null: without an end. */
  static Relationship asked(
      Relationship between, Instant at, @Nullable Instant until, String cause) {
    Pause pause = new Pause(between.with().id(), at, until, ASKED);
    return isKnown(between, cause) ? between : set(between, pause, cause);
  }

  /** They may have asked to stop; silence until they have said. */
  static Relationship whileAsking(Relationship between, Instant at, String cause) {
    return between.optedOut() || isKnown(between, cause)
        ? between
        : set(between, new Pause(between.with().id(), at, null, WHILE_ASKING), cause);
  }

  /** They end the silence that they had asked for. */
  static Relationship over(Relationship between, Instant at, String cause) {
    Pause pause = between.pause();
    String id = "resume:" + cause;
    boolean theirs =
        pause != null && pause.by().equals(between.with().id()) && !pause.at().isAfter(at);
    return theirs && between.entry(id).isEmpty()
        ? between.pausedBy(null).with(entry(between, id, Kind.RESUMED, at))
        : between;
  }

  private static boolean isKnown(Relationship between, String cause) {
    return between.entry("pause:" + cause).isPresent();
  }

  private static Relationship set(Relationship between, Pause pause, String cause) {
    Relationship noted = between.with(entry(between, "pause:" + cause, Kind.PAUSED, pause.at()));
    return isLonger(between, pause) ? noted.pausedBy(pause) : noted;
  }

  /** Their own later wish stands over their earlier one. */
  private static boolean isLonger(Relationship between, Pause pause) {
    Pause stands = between.pause();
    if (stands == null || !stands.holds(pause.at()) || stands.by().equals(pause.by())) {
      return stands == null || !stands.at().isAfter(pause.at());
    }
    Instant end = stands.until();
    Instant newEnd = pause.until();
    return end != null && (newEnd == null || newEnd.isAfter(end));
  }

  private static LedgerEntry entry(Relationship between, String id, Kind kind, Instant at) {
    return LedgerEntry.moment(id, kind, at)
        .noted(new LedgerEntry.Note(between.with().id(), null, null));
  }
}
