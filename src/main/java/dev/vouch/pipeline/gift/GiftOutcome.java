package dev.vouch.pipeline.gift;

import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.nudge.gift.GiftRule;
import dev.vouch.nudge.gift.Money;
import org.jspecify.annotations.Nullable;

/**
 * What came of a word about a gift.
 *
 * @param event the line that was written, or would have been
 * @param rule that it was decided by; null where none fits
 * @param year what was given this year, as far as a rule tells in which currency to say it
 * @param approver Slack id of whoever was asked
 */
public record GiftOutcome(
    End end,
    GiftEvent event,
    @Nullable GiftRule rule,
    @Nullable Year year,
    @Nullable String approver) {

  /** How it ended. */
  public enum End {
    /** Nothing was written: somebody wanted to know what would be decided. */
    CHECKED,
    /** It stands in the register. */
    NOTED,
    /** It stands in the register, and the approver has been asked. */
    TO_APPROVE,
    /** It needs an approver, and there is none but whoever asks. Nothing was written. */
    NO_APPROVER,
    /** It stands in the register, and the approver could not be told. */
    NOT_TOLD,
    /** Something else became of it before. */
    TOO_LATE,
    /** It is for others to decide. */
    NOT_YOURS,
    /** The person was forgotten. */
    GONE
  }

  /** What was given this year. */
  public record Year(Money person, Money account) {}
}
