package dev.vouch.nudge.etiquette;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one person wants to be written to, by what they said and by what they leave unanswered.
 *
 * <p>After three messages in a row without an answer nothing more is sent, which one of our own
 * people is told once. Any answer, and asking for more, begins anew.
 *
 * @param unanswered messages in a row
 * @param stopped when the last of three went unanswered; null while we write
 * @param told that nothing more comes; null while it was not begun
 * @param snoozed until when they have asked for quiet; null where they have not
 * @param last of the messages without an answer; null while there is none
 */
public record Manners(
    int unanswered,
    @Nullable Instant stopped,
    @Nullable Told told,
    @Nullable Instant snoozed,
    @Nullable String last) {

  /** Of somebody who was never written to. */
  public static final Manners NONE = new Manners(0, null, null, null, null);

  /** So many without an answer, and it is enough. */
  public static final int ENOUGH = 3;

  private static final Comparator<Manners> STRICTER =
      Comparator.comparing(Manners::isStopped).thenComparing(Manners::unanswered);

  /** Whoever began to tell them may have died before they had done it. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * That they are told that nothing more comes.
   *
   * @param begun when that was begun
   * @param channel where it stands in Slack, and {@code ts} when it was said there; both null while
   *     that is not known
   */
  public record Told(Instant begun, @Nullable String channel, @Nullable String ts) {}

  /** Of somebody who is written to by several accounts: what any of them says against it. */
  public Manners and(Manners other) {
    Manners stricter = STRICTER.compare(this, other) < 0 ? other : this;
    Instant quiet = isSnoozedLonger(other) ? snoozed : other.snoozed;
    return new Manners(stricter.unanswered, stricter.stopped, stricter.told, quiet, stricter.last);
  }

  private boolean isSnoozedLonger(Manners other) {
    return snoozed != null && (other.snoozed == null || snoozed.isAfter(other.snoozed));
  }

  public boolean isStopped() {
    return stopped != null;
  }

  public boolean isSnoozed(Instant now) {
    return snoozed != null && snoozed.isAfter(now);
  }

  /**
   * A message had no answer, which counts once; while they have asked for quiet it says nothing.
   */
  public Manners ignored(String message, Instant now) {
    if (isStopped() || isSnoozed(now) || message.equals(last)) {
      return this;
    }
    int more = unanswered + 1;
    return new Manners(more, more < ENOUGH ? null : now, null, snoozed, message);
  }

  /** They have answered, or written of their own accord. */
  public Manners answered() {
    return new Manners(0, null, null, snoozed, null);
  }

  /** They want to be written to again, whatever they said or left unanswered. */
  public Manners startedAgain() {
    return NONE;
  }

  /** They want quiet until then. */
  public Manners snoozedUntil(Instant until) {
    return new Manners(unanswered, stopped, told, until, last);
  }

  /** Whether somebody has to tell them that nothing more comes. */
  public boolean isToBeTold(Instant now) {
    boolean pending =
        told == null || told.ts() == null && !told.begun().plus(PATIENCE).isAfter(now);
    return isStopped() && pending;
  }

  /** Whether telling them was begun before, so that it may stand there already. */
  public boolean mayHaveBeenTold() {
    return told != null;
  }

  /** Somebody tells them now. */
  public Manners telling(Instant now) {
    return isToBeTold(now)
        ? new Manners(unanswered, stopped, new Told(now, null, null), snoozed, last)
        : this;
  }

  /** They were told, and that stands there. */
  public Manners toldAt(String channel, String ts) {
    Instant begun =
        told == null ? Objects.requireNonNullElse(stopped, Instant.EPOCH) : told.begun();
    return isStopped()
        ? new Manners(unanswered, stopped, new Told(begun, channel, ts), snoozed, last)
        : this;
  }
}
