package dev.vouch.nudge.gift;

import dev.vouch.nudge.gift.Verdict.Why;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of the register of gifts.
 *
 * @param gift id that all lines about one gift have in common
 * @param by Slack id of the member of staff who did it
 */
public record GiftEvent(
    String gift, State state, Gift what, Party to, Cited cited, String by, Instant at) {

  /** What became of it. */
  public enum State {
    /** The policy said no. */
    DENIED,
    /** The policy wants an approver's word. */
    ASKED,
    /** The approver said no. */
    REFUSED,
    /** It was given, or is on its way. */
    GIVEN,
    /** They did not take it. */
    DECLINED,
    /** It was not given after all. */
    TAKEN_BACK;

    /** The name used in Redis and in exports, for instance {@code taken_back}. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static State fromWire(String wire) {
      return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    /** Whether nothing more can become of it. */
    public boolean isOver() {
      return this != ASKED && this != GIVEN;
    }
  }

  /**
   * To whom.
   *
   * @param person Slack id
   * @param account its id
   * @param sector by which it was decided
   */
  public record Party(
      String person,
      @Nullable String account,
      @Nullable String country,
      @Nullable String sector,
      boolean decider) {
    /** What stands in the place of an id that was erased. */
    private static final String ERASED = "erased";

    /** Whether it is not known any more who it was. */
    public boolean isErased() {
      return person.equals(ERASED);
    }
  }

  /**
   * What was decided by.
   *
   * @param rule its id, or empty
   * @param policy its version
   */
  public record Cited(Why why, String rule, String policy) {
    public static Cited of(Verdict verdict) {
      Verdict.Basis basis = verdict.basis();
      return new Cited(basis.why(), basis.ruleId(), basis.policy());
    }
  }

  /** The next line about the same gift. */
  public GiftEvent then(State next, String person, Instant now) {
    return new GiftEvent(gift, next, what, to, cited, person, now);
  }

  /** The same, as a verdict of that moment has it. */
  public GiftEvent by(Cited newly) {
    return new GiftEvent(gift, state, what, to, newly, by, at);
  }
}
