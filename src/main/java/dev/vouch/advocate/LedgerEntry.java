package dev.vouch.advocate;

import dev.vouch.mention.ActKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that passed between us and a person or an account: what we gave, asked, promised and
 * owed. Acts of advocacy are held against it to tell what prompted them, and goodwill is its sum.
 *
 * @param until when it ended: the same as {@code from} for all that has no length, null for an
 *     offer that is still open
 * @param pays the kinds of act that an offer rewards; empty for every kind
 * @param goodwill by how much it moved goodwill when it happened, in thousandths of a small ask
 * @param note who said so, in which words, about what
 */
public record LedgerEntry(
    String id,
    Kind kind,
    Instant from,
    @Nullable Instant until,
    Set<ActKind> pays,
    int goodwill,
    Note note) {

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
    SHARE,
    /** We helped with something that was theirs to solve. */
    HELP,
    /** We answered what they had said; about it. */
    ANSWER,
    /** What they suggested is done; about the suggestion. */
    SUGGESTION_TAKEN,
    /** We promised them something, by {@code until}. */
    PROMISE,
    /** A promise was kept; about it. */
    PROMISE_KEPT,
    /** Something of ours failed them. */
    INCIDENT,
    /** We said that we have heard a complaint or know of an incident; about it. */
    ACKNOWLEDGED,
    /** What was complained of is mended; about it. */
    FIXED,
    /** We have asked whether all is well again, and it is; about it. */
    FOLLOWED_UP,
    /** The contract of an account was renewed. */
    RENEWED,
    /** They did what an ask asked for; about it. */
    ASK_DONE,
    /** They said yes to an ask; about it. */
    ASK_ACCEPTED,
    /** They said no to an ask, which costs them nothing; about it. */
    ASK_DECLINED,
    /** They would rather be asked again then; about it. */
    ASK_LATER,
    /** They agreed to something that we may send. */
    AGREED,
    /** They do not want something that we might send, or nothing any more. */
    DECLINED,
    /** One of us stopped all that Vouch does about them. */
    PAUSED,
    /** One of us let it go on. */
    RESUMED,
    /** We asked them, once, whether we may write to them. */
    INVITED,
    /** One of us said that another Slack id is the same human; about it. */
    MERGED,
    /** That was taken back; about it. */
    UNMERGED,
    /** One of us took back what they had noted here; about it. */
    TAKEN_BACK;

    /** The name used in JSON and Redis, for instance {@code reward_offer}. */
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

  /**
   * What is known of it beside the fact.
   *
   * @param by Slack id of whoever said so; null where Vouch saw it itself
   * @param words in a few words, for our own people only
   * @param about id of the mention or of the other entry that it belongs to
   */
  public record Note(@Nullable String by, @Nullable String words, @Nullable String about) {
    public static final Note NONE = new Note(null, null, null);

    public static Note about(String id) {
      return new Note(null, null, id);
    }
  }

  public LedgerEntry {
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("ends before it begins: " + id);
    }
    pays = Set.copyOf(pays);
  }

  /** Anything but an offer or a promise: it is over as soon as it has happened. */
  public static LedgerEntry moment(String id, Kind kind, Instant at) {
    return new LedgerEntry(id, kind, at, at, Set.of(), 0, Note.NONE);
  }

  /** An offer for the kinds of act that it names, or for every kind where it names none. */
  public static LedgerEntry offer(
      String id, Instant from, @Nullable Instant until, Set<ActKind> pays) {
    return new LedgerEntry(id, Kind.REWARD_OFFER, from, until, pays, 0, Note.NONE);
  }

  /** The same, moving goodwill by so many thousandths of a small ask. */
  public LedgerEntry worth(int milliAsks) {
    return new LedgerEntry(id, kind, from, until, pays, milliAsks, note);
  }

  /** The same, with what is known of it. */
  public LedgerEntry noted(Note newNote) {
    return new LedgerEntry(id, kind, from, until, pays, goodwill, newNote);
  }

  /** The same, until then. */
  public LedgerEntry until(Instant end) {
    return new LedgerEntry(id, kind, from, end, pays, goodwill, note);
  }

  /** Whether it belongs to that mention or other entry. */
  public boolean isAbout(String other) {
    return other.equals(note.about());
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
