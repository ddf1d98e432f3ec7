package dev.vouch.advocate;

import dev.vouch.mention.ActKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that passed between us and a person, against which their acts are held to tell what
 * prompted them.
 *
 * @param until when it ended: the same as {@code from} for all that has no length, null for an
 *     offer that is still open
 * @param pays the kinds of act that an offer rewards; empty for every kind
 */
public record LedgerEntry(
    String id, Kind kind, Instant from, @Nullable Instant until, Set<ActKind> pays) {

  /** What passed. Only the first three can prompt an act. */
  public enum Kind {
    /** A suggestion of ours that the person saw. */
    NUDGE,
    /** We asked the person for an act. */
    ASK,
    /** We promised something for acts. */
    REWARD_OFFER,
    /** We gave something that nobody had promised and that hung on nothing. */
    DELIGHT,
    /** The person took out what they had been promised. */
    REDEMPTION,
    /** The person liked something. */
    REACTION,
    /** The person passed something on. */
    SHARE
  }

  public LedgerEntry {
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("ends before it begins: " + id);
    }
    pays = Set.copyOf(pays);
  }

  /** Anything but an offer: it is over as soon as it has happened. */
  public static LedgerEntry moment(String id, Kind kind, Instant at) {
    return new LedgerEntry(id, kind, at, at, Set.of());
  }

  /** An offer for the kinds of act that it names, or for every kind where it names none. */
  public static LedgerEntry offer(
      String id, Instant from, @Nullable Instant until, Set<ActKind> pays) {
    return new LedgerEntry(id, Kind.REWARD_OFFER, from, until, pays);
  }

  public boolean isOffer() {
    return kind == Kind.REWARD_OFFER;
  }

  public boolean pays(ActKind act) {
    return isOffer() && (pays.isEmpty() || pays.contains(act));
  }

  /** Whether {@code time} lies within it, or within {@code window} after its end. */
  public boolean reaches(Instant time, Duration window) {
    return !time.isBefore(from) && (until == null || !time.isAfter(until.plus(window)));
  }
}
