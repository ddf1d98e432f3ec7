package dev.vouch.nudge;

import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.gesture.Advice;
import dev.vouch.nudge.moment.Moment;
import dev.vouch.nudge.moment.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One suggestion to one member of staff about one person, with all that explains it.
 *
 * @param id made of kind and occasion, so that deciding twice makes one nudge
 * @param party who has to do with it
 * @param occasion why it came up at all
 * @param at when it was opened
 * @param life where it stands
 * @param advice what one could do, chosen when it goes out; null before, and where it suggests
 *     nothing from the catalogue
 * @param note what else its reader should know, in a sentence; null where there is nothing
 */
public record Nudge(
    String id,
    NudgeKind kind,
    Party party,
    Occasion occasion,
    Instant at,
    Life life,
    @Nullable Advice advice,
    @Nullable String note) {

  /** So long it is before whoever has it; then nobody wants it any more. */
  public static final Duration PATIENCE = Duration.ofDays(14);

  /**
   * Who has to do with a nudge.
   *
   * @param to Slack id of the member of staff it is for
   * @param about Slack id of the advocate
   * @param sponsor the executive an introduction would be to
   */
  public record Party(
      String to, String about, String name, String account, @Nullable String sponsor) {}

  /**
   * Where a nudge stands.
   *
   * @param reason why it stands there, in one sentence
   * @param due when to look at it again, while it is held or before somebody, or has been done
   * @param sent where it was posted, once it was
   * @param sending what was begun and is not known to have arrived
   * @param before while it rests with all else about the person, the state to which it goes back
   */
  public record Life(
      State state,
      String reason,
      @Nullable Instant due,
      @Nullable Posted sent,
      @Nullable String answeredBy,
      @Nullable Sending sending,
      @Nullable State before) {

    /** Of which nobody has decided anything. */
    public static final Life NEW = new Life(State.HELD, "", null, null, null, null, null);

    /** In a state for a reason, for now. */
    Life in(State newState, String newReason) {
      return new Life(newState, newReason, null, sent, answeredBy, sending, null);
    }

    Life until(@Nullable Instant time) {
      return new Life(state, reason, time, sent, answeredBy, sending, before);
    }

    Life posted(@Nullable Posted where) {
      return new Life(state, reason, due, where, answeredBy, sending, before);
    }

    Life by(@Nullable String person) {
      return new Life(state, reason, due, sent, person, sending, before);
    }

    Life with(@Nullable Sending begun) {
      return new Life(state, reason, due, sent, answeredBy, begun, before);
    }

    Life after(@Nullable State was) {
      return new Life(state, reason, due, sent, answeredBy, sending, was);
    }
  }

  /** Where a message of ours stands in Slack. */
  public record Posted(String channel, String ts) {
    public MentionId message() {
      return new MentionId(channel, ts);
    }
  }

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

  /** The id of the only nudge of that kind of that occasion. */
  public static String idOf(NudgeKind kind, Occasion occasion) {
    return kind.wire() + ":" + occasion.id();
  }

  /** One of which nothing is decided yet. */
  public static Nudge draft(NudgeKind kind, Occasion occasion, Party party, Instant now) {
    return new Nudge(idOf(kind, occasion), kind, party, occasion, now, Life.NEW, null, null);
  }

  /** Slack id of the member of staff it is for. */
  public String to() {
    return party.to();
  }

  /** Slack id of the advocate. */
  public String about() {
    return party.about();
  }

  public String aboutName() {
    return party.name();
  }

  public String accountName() {
    return party.account();
  }

  /** The executive an introduction would be to. */
  public @Nullable String sponsor() {
    return party.sponsor();
  }

  public Moment moment() {
    return occasion.moment();
  }

  /** The mention that it came of; null where it came of none. */
  public @Nullable MentionId mention() {
    return occasion.mention();
  }

  /** To the mention; empty where it came of none. */
  public String permalink() {
    return occasion.permalink();
  }

  /** The words that show why, most telling first. */
  public List<String> evidence() {
    return occasion.evidence();
  }

  public State state() {
    return life.state();
  }

  public String reason() {
    return life.reason();
  }

  public @Nullable Instant due() {
    return life.due();
  }

  public @Nullable Posted sent() {
    return life.sent();
  }

  public @Nullable String answeredBy() {
    return life.answeredBy();
  }

  public @Nullable Sending sending() {
    return life.sending();
  }

  public @Nullable State before() {
    return life.before();
  }

  /** Whether it may stand in Slack without our knowing where. */
  public boolean isOnItsWay() {
    return life.sending() != null;
  }

  /** The same nudge standing there. */
  public Nudge living(Life newLife) {
    return new Nudge(id, kind, party, occasion, at, newLife, advice, note);
  }

  /** The same nudge in another state. */
  public Nudge now(State newState, String newReason) {
    return living(life.in(newState, newReason));
  }

  /** The same nudge, handed to Slack now; to be looked for after a while if nothing was heard. */
  public Nudge begun(Sending begun, Duration patience, String newReason) {
    Life held = life.in(State.HELD, newReason).until(begun.at().plus(patience));
    return living(held.with(begun));
  }

  /** The same nudge, known not to have arrived. */
  public Nudge notSent() {
    return living(life.with(null));
  }

  /** The same nudge, to be looked at again at {@code time}. */
  public Nudge heldUntil(Instant time, String newReason) {
    return living(life.in(State.HELD, newReason).until(time));
  }

  /** The same nudge as it stands, to be looked back on then; null: never. */
  public Nudge lookedBackOn(@Nullable Instant time) {
    return living(life.until(time));
  }

  /** The same nudge, whose moment has passed: over, if something might still come of it. */
  public Nudge over() {
    return state().isLive() ? now(State.NOTHING, Decision.Reason.over(moment()).sentence()) : this;
  }

  /** The same nudge, posted. */
  public Nudge postedAt(Posted where, State newState, String newReason) {
    Instant look = newState == State.PAUSED ? life.due() : null;
    if (newState.isOpen()) {
      Sending begun = life.sending();
      look = (begun == null ? SlackTime.instant(where.ts()) : begun.at()).plus(PATIENCE);
    }
    Life here = life.in(newState, newReason).until(look).after(life.before());
    return living(here.posted(where).with(null));
  }

  /** The same nudge, answered by somebody. */
  public Nudge answeredBy(String person, State newState, String newReason) {
    return living(life.in(newState, newReason).by(person));
  }

  /** The same nudge at rest with all else about the person, to be looked at again then. */
  public Nudge pausedUntil(Instant time) {
    Sending begun = life.sending();
    State here = begun == null ? life.state() : begun.as();
    State was = life.state() == State.PAUSED ? life.before() : here;
    return living(life.in(State.PAUSED, life.reason()).until(time).after(was));
  }

  /**
   * The same nudge after a rest: before whoever had it before them, or to be decided about anew.
   */
  public Nudge resumed(Instant time) {
    State was = life.before();
    boolean stands = life.sent() != null && !isOnItsWay();
    return stands && was != null && was.isOpen()
        ? living(life.in(was, life.reason()).until(time.plus(PATIENCE)).with(null))
        : heldUntil(time, life.reason());
  }

  /** The same nudge with what else its reader should know. */
  public Nudge noted(@Nullable String newNote) {
    return new Nudge(id, kind, party, occasion, at, life, advice, newNote);
  }

  /** The same nudge with what one could do. */
  public Nudge advising(@Nullable Advice newAdvice) {
    return new Nudge(id, kind, party, occasion, at, life, newAdvice, note);
  }

  /** The same nudge for whoever looks after the account now. */
  public Nudge lookedAfterBy(String owner, String account, @Nullable String newSponsor) {
    Party now = new Party(owner, party.about(), party.name(), account, newSponsor);
    return new Nudge(id, kind, now, occasion, at, life, advice, note);
  }

  /**
   * What is left of it when the person it is about is erased: enough to edit what stands in Slack,
   * after which it goes.
   */
  public Nudge erased() {
    Party nobody = new Party(party.to(), "", "a person who was erased", "", null);
    Life over = life.in(State.NOTHING, "Whoever it was about wished to be erased.").by(null);
    return new Nudge(id, kind, nobody, occasion.erased(), at, over, null, null);
  }

  /** Whether it is about somebody who was erased. */
  public boolean isErased() {
    return party.about().isEmpty();
  }
}
