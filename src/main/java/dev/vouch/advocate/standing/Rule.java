package dev.vouch.advocate.standing;

import static dev.vouch.advocate.relationship.Standing.ACTIVE;
import static dev.vouch.advocate.relationship.Standing.AT_RISK;
import static dev.vouch.advocate.relationship.Standing.DELIGHTED;
import static dev.vouch.advocate.relationship.Standing.HELPED;
import static dev.vouch.advocate.relationship.Standing.LISTENED_TO;
import static dev.vouch.advocate.relationship.Standing.OPTED_OUT;
import static dev.vouch.advocate.relationship.Standing.READY;
import static dev.vouch.advocate.relationship.Standing.RESTING;
import static dev.vouch.advocate.relationship.Standing.UNKNOWN;

import dev.vouch.advocate.relationship.Standing;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table by which standings move: from where, on what, to where, and why. Whatever stands in no
 * row moves nothing. A row that leads to where one is renews the reason and leaves the date.
 *
 * <p>No row that time alone moves leads upwards: silence is not satisfaction.
 */
public enum Rule {
  FIRST_WORDS(
      Event.HEARD,
      LISTENED_TO,
      "they have said something of their own where Vouch listens",
      "they say something of their own where Vouch listens",
      UNKNOWN),

  /** That we gave says nothing yet about whether they were glad. */
  GAVE(
      Event.GAVE,
      HELPED,
      "we have done something for them",
      "we do something for them",
      UNKNOWN,
      LISTENED_TO),

  /** Praise before we did anything is for the product; it does not say that we may ask. */
  GLAD(
      Event.GLAD,
      DELIGHTED,
      "they said a good word soon after we had done something for them",
      "they say a good word soon after we did something for them",
      HELPED,
      DELIGHTED),

  /** Advocates are nurtured: somebody who agrees before we have given anything has to wait. */
  WILLING(
      Event.WILLING,
      READY,
      "they were glad, and agree to be asked to speak for us",
      "they agree to be asked for a review, a reference, a story or a talk",
      DELIGHTED,
      READY),

  /** They do it already, so there is nothing left to find out. What a reward moved is not that. */
  SPOKE(
      Event.SPOKE,
      ACTIVE,
      "they spoke up for us, and not for a reward",
      "they speak up for us, and not for a reward",
      UNKNOWN,
      LISTENED_TO,
      HELPED,
      DELIGHTED,
      READY,
      ACTIVE),
  ACCEPTED(
      Event.ACCEPTED, ACTIVE, "they said yes to an ask", "they say yes to an ask", READY, ACTIVE),

  /** Whoever has just done what we asked is not asked again, though they might well say yes. */
  DID(
      Event.DID,
      RESTING,
      "they did what we asked for and are left in peace for a while",
      "they do what we asked for",
      READY,
      ACTIVE,
      RESTING),

  /** A no costs them nothing but that we ask again: so we do not, for a while. */
  REFUSED(
      Event.REFUSED,
      RESTING,
      "they said no to an ask, and we do not ask again soon",
      "they say no to an ask",
      READY,
      ACTIVE,
      RESTING),

  /** After a complaint nothing counts until it is made good, whatever else they say meanwhile. */
  COMPLAINED(
      Event.COMPLAINED,
      AT_RISK,
      "what they complained of is not made good",
      "they complain or warn others",
      all()),
  PROMOTED_ANOTHER(
      Event.PROMOTED_ANOTHER,
      AT_RISK,
      "they told others to take another product instead",
      "they tell others to take another product instead",
      all()),
  FAILED(
      Event.FAILED,
      AT_RISK,
      "something of ours failed them and is not made good",
      "something of ours fails them",
      all()),

  /** Advocacy lasts only while we keep listening, and people of one company talk to each other. */
  NEGLECTED(
      Event.NEGLECTED,
      AT_RISK,
      "complaints and words that nobody answered pile up at their account",
      "complaints and words that nobody answered pile up at their account",
      all()),

  /** We have done something for them by that, and no more: what was before is to be earned anew. */
  MADE_GOOD(
      Event.MADE_GOOD,
      HELPED,
      "what stood between us is made good and followed up",
      "we make good what stands between us and follow it up",
      AT_RISK),

  /** Their word stands above all else, and only their word takes it back. */
  STOPPED(
      Event.STOPPED,
      OPTED_OUT,
      "they have told us to stop",
      "they tell us to stop",
      UNKNOWN,
      LISTENED_TO,
      HELPED,
      DELIGHTED,
      READY,
      ACTIVE,
      RESTING,
      AT_RISK),

  /** Back to where they were willing, not to where they act. */
  RESTED(Event.RESTED, READY, "their rest is over", "their rest is over", RESTING),
  LAPSED(
      Event.LAPSED,
      READY,
      "they have spoken up for us, but not of late",
      "they do not speak up again for half a year",
      ACTIVE),

  /** What they felt a year ago is not what they feel, and nobody has heard what that is. */
  FADED(
      Event.FADED,
      HELPED,
      "nothing glad was heard of them for a year, and silence is not satisfaction",
      "nothing glad is heard of them for a year",
      DELIGHTED,
      READY);

  private final Event on;
  private final Standing to;
  private final String reason;
  private final String condition;
  private final Set<Standing> from;

  Rule(Event on, Standing to, String reason, String condition, Standing... from) {
    this.on = on;
    this.to = to;
    this.reason = reason;
    this.condition = condition;
    this.from = Set.of(from);
  }

  /** From anywhere but from whoever told us to stop. */
  private static Standing[] all() {
    return EnumSet.complementOf(EnumSet.of(OPTED_OUT)).toArray(Standing[]::new);
  }

  /** The row for what happens to somebody who stands there; empty if it moves nothing. */
  public static Optional<Rule> of(Standing from, Event event) {
    return Arrays.stream(values())
        .filter(rule -> rule.on == event && rule.from.contains(from))
        .findFirst();
  }

  /** The rows that lead away from there. */
  public static List<Rule> leaving(Standing from) {
    return Arrays.stream(values())
        .filter(rule -> rule.from.contains(from) && rule.to != from)
        .toList();
  }

  /** What it takes. */
  public Event on() {
    return on;
  }

  public Standing to() {
    return to;
  }

  /** In words that finish "because", once it has moved somebody. */
  public String reason() {
    return reason;
  }

  /** In words that finish "if", before it has. */
  public String condition() {
    return condition;
  }
}
