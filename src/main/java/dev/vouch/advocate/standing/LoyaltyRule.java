package dev.vouch.advocate.standing;

import static dev.vouch.advocate.standing.Loyalty.LEAVING;
import static dev.vouch.advocate.standing.Loyalty.LOYAL;
import static dev.vouch.advocate.standing.Loyalty.STAYING;
import static dev.vouch.advocate.standing.Loyalty.UNKNOWN;
import static dev.vouch.advocate.standing.Loyalty.WAVERING;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table by which loyalty moves, as {@link Rule} is for standings. Complaints are not in it: who
 * complains wants us to be better, and those who have given up do not take the trouble. Silence is
 * not in it either.
 */
public enum LoyaltyRule {
  /** Repeat purchase is not loyalty: people also stay because leaving is work. */
  RENEWED(
      On.RENEWED,
      STAYING,
      "their account has renewed, which alone is no loyalty",
      "their account renews",
      UNKNOWN,
      STAYING,
      WAVERING,
      LEAVING),
  SAID_SO(
      On.SAID_SO,
      LOYAL,
      "they said themselves that they are here to stay",
      "they say themselves that they are here to stay",
      UNKNOWN,
      STAYING,
      LOYAL),

  /** A warning to others is not unsaid by one sentence. */
  CAME_ROUND(
      On.SAID_SO,
      STAYING,
      "they say that they stay, after they had spoken against us",
      "they say that they stay",
      WAVERING,
      LEAVING),

  /** Forgiving is the strongest sign there is, and still one sign. */
  FORGAVE(
      On.STAYED,
      STAYING,
      "they went on with us after something had failed them and was made good",
      "they go on with us after something that failed them was made good",
      UNKNOWN,
      WAVERING,
      LEAVING),
  FORGAVE_AGAIN(
      On.STAYED,
      LOYAL,
      "they went on with us after something had failed them and was made good, and it was not the"
          + " only sign",
      "they go on with us after something that failed them was made good",
      STAYING,
      LOYAL),
  WARNED(
      On.WARNED,
      WAVERING,
      "they kept others away from us",
      "they keep others away from us",
      UNKNOWN,
      STAYING,
      LOYAL,
      WAVERING),
  LEAVES(
      On.LEAVES,
      LEAVING,
      "they say that they leave",
      "they say that they leave",
      UNKNOWN,
      STAYING,
      LOYAL,
      WAVERING,
      LEAVING);

  /** What can move it; of two at one moment the earlier in this list comes first. */
  public enum On {
    RENEWED,
    STAYED,
    SAID_SO,
    WARNED,
    LEAVES
  }

  private final On on;
  private final Loyalty to;
  private final String reason;
  private final String condition;
  private final Set<Loyalty> from;

  LoyaltyRule(On on, Loyalty to, String reason, String condition, Loyalty... from) {
    this.on = on;
    this.to = to;
    this.reason = reason;
    this.condition = condition;
    this.from = Set.of(from);
  }

  /** The row for what happens to somebody of that loyalty; empty if it moves nothing. */
  public static Optional<LoyaltyRule> of(Loyalty from, On event) {
    return Arrays.stream(values())
        .filter(rule -> rule.on == event && rule.from.contains(from))
        .findFirst();
  }

  static List<Change> leaving(Loyalty from) {
    return Arrays.stream(values())
        .filter(rule -> rule.from.contains(from) && rule.to != from)
        .map(rule -> new Change(rule.condition, rule.to.wire(), null))
        .toList();
  }

  public Loyalty to() {
    return to;
  }

  /** In words that finish "because". */
  public String reason() {
    return reason;
  }
}
