package dev.vouch.nudge.executive;

import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Standing;
import dev.vouch.advocate.relationship.Topic;
import java.time.Instant;
import java.util.Optional;

/** Why somebody is not to be introduced to an executive now. */
public enum Refusal {
  OPTED_OUT("they have asked us to stop", "nothing but their own word"),
  ROLE(
      "what they are to us rules it out",
      "another role, if that is not what they are (`/vouch role @person`)"),
  NOT_AGREED(
      "they have not agreed to introductions",
      "that they agree: `/vouch consent @person introductions yes \"their words\"` if they told you,"
          + " or `/vouch invite @person`"),
  AT_RISK(
      "something stands between them and us",
      "making it good first; `/vouch who @person` says what it is"),
  PAUSED("everything about them is paused", "the end of the pause");

  private final String words;
  private final String change;

  Refusal(String words, String change) {
    this.words = words;
    this.change = change;
  }

  /** In words that finish "not now, because". */
  public String words() {
    return words;
  }

  /** What would change it. */
  public String change() {
    return change;
  }

  /** Whether it passes by itself or by what we do, so that it is worth waiting. */
  public boolean isPassing() {
    return this == AT_RISK || this == PAUSED;
  }

  /** What the decision rests on. */
  public record Facts(Relationship between, Standing standing, RoleRules roles) {}

  /** Why not now; empty where nothing is in the way. */
  public static Optional<Refusal> of(Facts facts, Instant now) {
    Relationship between = facts.between();
    if (between.optedOut() || facts.standing() == Standing.OPTED_OUT) {
      return Optional.of(OPTED_OUT);
    }
    if (!facts.roles().allow(Topic.INTRODUCTIONS)) {
      return Optional.of(ROLE);
    }
    if (!between.agreesTo(Topic.INTRODUCTIONS)) {
      return Optional.of(NOT_AGREED);
    }
    if (facts.standing() == Standing.AT_RISK) {
      return Optional.of(AT_RISK);
    }
    return between.isPaused(now) ? Optional.of(PAUSED) : Optional.empty();
  }
}
