package dev.vouch.nudge.ask;

import dev.vouch.nudge.Nudge.Posted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One ask on its way: what is asked of whom in whose name, where it stands, and what they said.
 *
 * @param about Slack id of the person who is asked
 * @param reason why it stands there, in one sentence
 * @param due when to look at it again: to send it, to remind who asks, or to do what somebody who
 *     stopped has left undone; null while there is nothing to do
 * @param answers oldest first
 */
public record Ask(
    Asking asking,
    String about,
    State state,
    String reason,
    Instant at,
    @Nullable Instant due,
    Way way,
    List<Answer> answers) {
  /** Longer than all questions to Slack about one ask can take together. */
  public static final Duration LEASE = Duration.ofMinutes(2);

  private static final int MOST_ANSWERS = 20;
  private static final String NOT_YET = "Whoever began it stopped before it was.";

  /** Where an ask stands. */
  public enum State {
    /** The approver has it. */
    APPROVAL,
    /** Vouch sends it when the person's working hours allow. */
    HELD,
    /** The person has it. */
    SENT,
    /** Whoever asks says it themselves. */
    BY_HAND,
    /** In log mode: what would have been sent. */
    LOGGED,
    /** The person said yes. */
    ACCEPTED,
    /** The person said no, which costs them nothing. */
    DECLINED,
    /** The person would rather be asked another time. */
    LATER,
    /** The person did it. */
    DONE,
    /** It was never said to them; the reason says why. */
    WITHDRAWN;

    /** The name used in JSON and Redis, for instance {@code by_hand}. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException if {@code wire} names none
     */
    public static State fromWire(String wire) {
      return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    /** Whether the person has it before them and may still say something that counts. */
    public boolean isOpen() {
      return this == SENT || this == BY_HAND || this == ACCEPTED;
    }
  }

  /**
   * What stands of it in Slack.
   *
   * @param sent with the person; null while it is not
   * @param begun when it was handed to Slack, while nobody has heard what became of that
   * @param told with whoever asks, who has all answers below it
   * @param toldAnswers how many answers stand there
   */
  public record Way(
      @Nullable Posted sent, @Nullable Instant begun, @Nullable Posted told, int toldAnswers) {
    static final Way NONE = new Way(null, null, null, 0);
  }

  public Ask {
    answers = List.copyOf(answers);
  }

  /** A new one. */
  public static Ask of(Asking asking, String about, State state, Instant at) {
    return new Ask(
        asking, about, state, "", at, state == State.HELD ? at : null, Way.NONE, List.of());
  }

  /** The same before it took anything of goodwill: nothing, unless it soon becomes more. */
  public Ask notYet() {
    return now(State.WITHDRAWN, NOT_YET).seenToFrom(at);
  }

  /** Whether it took nothing yet, and is nothing. */
  public boolean isNotYet() {
    return state == State.WITHDRAWN && due != null && reason.equals(NOT_YET);
  }

  public String id() {
    return asking.id();
  }

  public Rung rung() {
    return asking.rung();
  }

  /** Slack id of whoever asks. */
  public String by() {
    return asking.by();
  }

  /** Whether it counts among the asks that the person had: not what was never said to them. */
  public boolean counts() {
    return state != State.LOGGED && state != State.WITHDRAWN;
  }

  /** The same elsewhere, with nothing left to do by ourselves. */
  public Ask now(State newState, String why) {
    return new Ask(asking, about, newState, why, at, null, settled(), answers);
  }

  private Way settled() {
    return new Way(way.sent(), null, way.told(), way.toldAnswers());
  }

  /** The same, to be looked at again then. */
  public Ask heldUntil(Instant time, String why) {
    return new Ask(asking, about, State.HELD, why, at, time, settled(), answers);
  }

  /** The same, handed to Slack now; to be looked for after a while if nothing was heard. */
  public Ask begun(Instant time, Duration patience) {
    Way begun = new Way(way.sent(), time, way.told(), way.toldAnswers());
    return new Ask(
        asking, about, State.HELD, "It is on its way.", at, time.plus(patience), begun, answers);
  }

  /** The same, from which something follows; somebody else does it after the lease. */
  public Ask seenToFrom(Instant time) {
    return dueAt(isDueByItself() ? due : time.plus(LEASE));
  }

  /** The same, of which somebody has seen to what follows. */
  public Ask seenTo() {
    return isDueByItself() ? this : dueAt(null);
  }

  private boolean isDueByItself() {
    return state == State.HELD || state == State.LATER;
  }

  private Ask dueAt(@Nullable Instant time) {
    return new Ask(asking, about, state, reason, at, time, way, answers);
  }

  /** The same, with the person. */
  public Ask sentAt(Posted where) {
    Way there = new Way(where, null, way.told(), way.toldAnswers());
    return new Ask(asking, about, State.SENT, "They have it.", at, null, there, answers);
  }

  /**
   * The same, told to whoever asks, with so many answers.
   *
   * @param where null where they cannot be told
   */
  public Ask toldAt(@Nullable Posted where, int answersTold) {
    Way told = new Way(way.sent(), way.begun(), where, Math.max(answersTold, way.toldAnswers()));
    return new Ask(asking, about, state, reason, at, due, told, answers);
  }

  /** The same, after whoever asks was reminded. */
  public Ask reminded() {
    return dueAt(null);
  }

  /** The same with one more answer; without a change where it was heard before. */
  public Ask heard(Answer answer) {
    boolean known = answers.stream().anyMatch(one -> one.cause().equals(answer.cause()));
    if (known || answers.size() >= MOST_ANSWERS) {
      return this;
    }
    List<Answer> more = new ArrayList<>(answers);
    more.add(answer);
    return new Ask(asking, about, state, reason, at, due, way, more).seenToFrom(answer.at());
  }

  /** The same after an answer that decides something, as the ledger says. */
  public Ask moved(Answer answer) {
    State next = after(answer.kind());
    Instant again = next == State.LATER ? answer.until() : due;
    return next == state ? this : new Ask(asking, about, next, reason, at, again, way, answers);
  }

  /** The same without the words of a message that was taken back. */
  public Ask withoutWords(String origin) {
    return new Ask(
        asking,
        about,
        state,
        reason,
        at,
        due,
        way,
        answers.stream()
            .map(one -> one.cause().startsWith(origin) ? one.withoutWords() : one)
            .toList());
  }

  private State after(Answer.Kind kind) {
    return switch (kind) {
      case YES -> State.ACCEPTED;
      case NO -> State.DECLINED;
      case LATER -> State.LATER;
      case DONE -> State.DONE;
      case QUESTION, CONDITIONS, UNCLEAR -> state;
    };
  }

  /** The answers that whoever asks has not been told, oldest first. */
  public List<Answer> untold() {
    return answers.subList(Math.min(way.toldAnswers(), answers.size()), answers.size());
  }
}
