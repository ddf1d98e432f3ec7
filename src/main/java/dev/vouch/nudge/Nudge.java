package dev.vouch.nudge;

import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One suggestion to one member of staff about one person, with all that explains it.
 *
 * @param id made of kind and mention, so that deciding twice makes one nudge
 * @param to Slack id of the member of staff it is for
 * @param about Slack id of the advocate
 * @param sponsor the executive an introduction would be to
 * @param evidence the advocate's words that decided
 * @param state where it stands
 * @param reason why it stands there, in one sentence
 * @param due when to look at it again, while it is held or before somebody
 * @param sent where it was posted, once it was
 * @param sending what was begun and is not known to have arrived
 * @param note what else its reader should know, in a sentence; null where there is nothing
 * @param before while it rests with all else about the person, the state to which it goes back
 */
public record Nudge(
    String id,
    NudgeKind kind,
    String to,
    String about,
    String aboutName,
    String accountName,
    @Nullable String sponsor,
    MentionId mention,
    String permalink,
    List<String> evidence,
    State state,
    String reason,
    Instant at,
    @Nullable Instant due,
    @Nullable Posted sent,
    @Nullable String answeredBy,
    @Nullable Sending sending,
    @Nullable String note,
    @Nullable State before) {

  /** So long it is before whoever has it; then nobody wants it any more. */
  public static final Duration PATIENCE = Duration.ofDays(14);

  public Nudge {
    evidence = List.copyOf(evidence);
  }

  /** One that is not on its way. */
  public Nudge(
      String id,
      NudgeKind kind,
      String to,
      String about,
      String aboutName,
      String accountName,
      @Nullable String sponsor,
      MentionId mention,
      String permalink,
      List<String> evidence,
      State state,
      String reason,
      Instant at,
      @Nullable Instant due,
      @Nullable Posted sent,
      @Nullable String answeredBy) {
    this(
        id,
        kind,
        to,
        about,
        aboutName,
        accountName,
        sponsor,
        mention,
        permalink,
        evidence,
        state,
        reason,
        at,
        due,
        sent,
        answeredBy,
        null,
        null,
        null);
  }

  /** Where a message of ours stands in Slack. */
  public record Posted(String channel, String ts) {}

  /**
   * A sending that was begun. Whoever began it may have died before they heard what Slack made of
   * it, so it is looked for before anything else is decided.
   *
   * @param as the state it is in once it has arrived
   * @param at when it was begun, by the clock of who began it
   */
  public record Sending(String person, State as, Instant at) {}

  /** The life of a nudge. */
  public enum State {
    /** Decided, not due yet. */
    HELD,
    /** The approver has it. */
    APPROVAL,
    /** The owner has it. */
    SENT,
    /** In log mode: what would have been sent. */
    LOGGED,
    /** All about the person is paused; the reason is that of the state before. */
    PAUSED,
    /** The owner is doing it. */
    DOING,
    /** The owner or approver does not want this one. */
    NOT_THIS,
    /** The owner says that the message was no advocacy. */
    WRONG,
    /** Whoever had it left it unanswered. */
    EXPIRED,
    /** It was not or is no longer right to send it; the reason says why. */
    NOTHING;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static State fromWire(String wire) {
      return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    /** Whether somebody has it before them and may still answer. */
    public boolean isOpen() {
      return this == APPROVAL || this == SENT;
    }

    /** Whether something may still come of it. */
    public boolean isLive() {
      return isOpen() || this == HELD || this == PAUSED;
    }
  }

  /** The id of the only nudge of that kind about that mention. */
  public static String idOf(NudgeKind kind, MentionId mention) {
    return kind.wire() + ":" + mention;
  }

  /** The same nudge in another state. */
  public Nudge now(State newState, String newReason) {
    return living(new Life(newState, newReason, null, sent, answeredBy, sending, null));
  }

  /** The same nudge, handed to Slack now; to be looked for after a while if nothing was heard. */
  public Nudge begun(Sending begun, Duration patience, String newReason) {
    return heldUntil(begun.at().plus(patience), newReason).with(begun);
  }

  /** The same nudge, known not to have arrived. */
  public Nudge notSent() {
    return with(null);
  }

  /** Whether it may stand in Slack without our knowing where. */
  public boolean isOnItsWay() {
    return sending != null;
  }

  /** The same nudge, to be looked at again at {@code time}. */
  public Nudge heldUntil(Instant time, String newReason) {
    return living(new Life(State.HELD, newReason, time, sent, answeredBy, sending, null));
  }

  /** The same nudge, posted. */
  public Nudge postedAt(Posted where, State newState, String newReason) {
    Instant look = newState == State.PAUSED ? due : null;
    if (newState.isOpen()) {
      Instant begun = sending == null ? SlackTime.instant(where.ts()) : sending.at();
      look = begun.plus(PATIENCE);
    }
    return living(new Life(newState, newReason, look, where, answeredBy, null, before));
  }

  /** The same nudge, answered by somebody. */
  public Nudge answeredBy(String person, State newState, String newReason) {
    return living(new Life(newState, newReason, null, sent, person, sending, null));
  }

  /** The same nudge at rest with all else about the person, to be looked at again then. */
  public Nudge pausedUntil(Instant time) {
    State here = sending == null ? state : sending.as();
    State was = state == State.PAUSED ? before : here;
    return living(new Life(State.PAUSED, reason, time, sent, answeredBy, sending, was));
  }

  /**
   * The same nudge after a rest: before whoever had it before them, or to be decided about anew.
   */
  public Nudge resumed(Instant time) {
    State was = before;
    boolean stands = sent != null && sending == null;
    return stands && was != null && was.isOpen()
        ? living(new Life(was, reason, time.plus(PATIENCE), sent, answeredBy, null, null))
        : heldUntil(time, reason);
  }

  /** The same nudge with what else its reader should know. */
  public Nudge noted(@Nullable String newNote) {
    return copy(to, accountName, sponsor, newNote);
  }

  /**
   * What is left of it when the person it is about is erased: enough to edit what stands in Slack,
   * after which it goes.
   */
  public Nudge erased() {
    return new Nudge(
        id,
        kind,
        to,
        "",
        "a person who was erased",
        "",
        null,
        mention,
        "",
        List.of(),
        State.NOTHING,
        "Whoever it was about wished to be erased.",
        at,
        null,
        sent,
        null,
        sending,
        null,
        null);
  }

  /** Whether it is about somebody who was erased. */
  public boolean isErased() {
    return about.isEmpty();
  }

  /** The same nudge for whoever looks after the account now. */
  public Nudge lookedAfterBy(String owner, String account, @Nullable String newSponsor) {
    return copy(owner, account, newSponsor, note);
  }

  /** What changes in the life of a nudge. */
  private record Life(
      State state,
      String reason,
      @Nullable Instant due,
      @Nullable Posted sent,
      @Nullable String answeredBy,
      @Nullable Sending sending,
      @Nullable State before) {}

  private Nudge with(@Nullable Sending newSending) {
    return living(new Life(state, reason, due, sent, answeredBy, newSending, before));
  }

  private Nudge living(Life life) {
    return new Nudge(
        id,
        kind,
        to,
        about,
        aboutName,
        accountName,
        sponsor,
        mention,
        permalink,
        evidence,
        life.state(),
        life.reason(),
        at,
        life.due(),
        life.sent(),
        life.answeredBy(),
        life.sending(),
        note,
        life.before());
  }

  private Nudge copy(
      String owner, String account, @Nullable String newSponsor, @Nullable String newNote) {
    return new Nudge(
        id,
        kind,
        owner,
        about,
        aboutName,
        account,
        newSponsor,
        mention,
        permalink,
        evidence,
        state,
        reason,
        at,
        due,
        sent,
        answeredBy,
        sending,
        newNote,
        before);
  }
}
