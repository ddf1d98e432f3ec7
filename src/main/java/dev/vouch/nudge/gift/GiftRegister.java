package dev.vouch.nudge.gift;

import dev.vouch.nudge.gift.GiftEvent.State;
import dev.vouch.nudge.gift.GiftPolicy.Caps;
import dev.vouch.nudge.gift.Recipient.Spent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The register of gifts of one workspace: lines are added and never changed. It also counts what
 * was given in a year, so that no cap is ever passed. Thread-safe.
 */
public interface GiftRegister {

  /** So long whoever noted a line may take for what follows from it. */
  Duration LEASE = Duration.ofMinutes(2);

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
   * Notes a line, and takes from what may be given or gives back, in one atomic step. It is due
   * when the lease is over, unless all that follows from it was done.
   *
   * @param caps of what is given; null for all other lines
   */
  Noted note(GiftEvent event, @Nullable Caps caps);

  /**
   * Takes a line from which something is left to follow for this caller alone; it comes up again
   * after the lease.
   */
  Optional<GiftEvent> claimDue(Instant now);

  /** What follows failed, as in {@link dev.vouch.nudge.DueQueue#failed}. */
  void failed(GiftEvent line, Instant now, String why);

  /** All that follows from a line was done. */
  void done(GiftEvent line);

  /** The line about a gift of that state. */
  Optional<GiftEvent> line(String gift, State state);

  /** The latest line about a gift. */
  Optional<GiftEvent> latest(String gift);

  /** What was given to a person and an account in a year. */
  Spent spent(String person, @Nullable String account, int year);

  /** The newest lines about a person, newest first. */
  List<GiftEvent> about(String person, int limit);

  /** All lines, oldest first. It reads everything, so it is nothing for a request. */
  List<GiftEvent> all();
}
