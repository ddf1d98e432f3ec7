package dev.vouch.nudge.gift;

import dev.vouch.nudge.gift.GiftPolicy.Caps;
import dev.vouch.nudge.gift.Recipient.Spent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The register of gifts of one workspace: lines are added and never changed. It also counts what
 * was given in a year, so that no cap is ever passed. Thread-safe.
 */
public interface GiftRegister {

  /** What came of noting a line. */
  enum Noted {
    NOTED,
    /** It stands there already. */
    AGAIN,
    /** Something else became of the gift before. */
    TOO_LATE,
    /** With it the person would have more than the cap. */
    OVER_PERSON,
    /** With it the account would have more than the cap. */
    OVER_ACCOUNT,
    /** There is no rate for what was given before. */
    NO_RATE,
    /** They were forgotten, so nothing is written. */
    FORGOTTEN
  }

  /**
   * Notes a line, and takes from what may be given or gives back, in one atomic step.
   *
   * @param caps of what is given; null for all other lines
   */
  Noted note(GiftEvent event, @Nullable Caps caps);

  /** The latest line about a gift. */
  Optional<GiftEvent> latest(String gift);

  /** What was given to a person and an account in a year. */
  Spent spent(String person, @Nullable String account, int year);

  /** The newest lines about a person, newest first. */
  List<GiftEvent> about(String person, int limit);

  /** All lines, oldest first. It reads everything, so it is nothing for a request. */
  List<GiftEvent> all();
}
