package dev.vouch.nudge;

import dev.vouch.advocate.relationship.Topic;
import dev.vouch.nudge.moment.Moment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a nudge brings to an account team: what they could do, or what they ought to know. */
public enum NudgeKind {
  /** A small, personal surprise that nobody was promised and nobody earned by a task. */
  DELIGHT(
      Topic.SURPRISES,
      Moment.DEFENCE,
      Moment.RECOVERY,
      Moment.FIRST_ACT,
      Moment.MILESTONE,
      Moment.RENEWAL,
      Moment.NEW_MOTIVATOR,
      Moment.SMALL_WIN,
      Moment.ACT),
  /** An introduction to the executive who sponsors the account. */
  EXEC_INTRO(Topic.INTRODUCTIONS, Moment.OFFER, Moment.DEFENCE, Moment.FIRST_ACT, Moment.ACT),
  /** Somebody offers to speak for us. */
  OFFER_TO_VOUCH(Topic.REFERENCES, Moment.OFFER),
  /** Somebody asked what nobody has answered, and a peer may know. */
  PEER_HELP(Topic.FEEDBACK, Moment.QUESTION),
  /** Somebody who was warm has gone quiet. */
  CHECK_IN(Topic.FEEDBACK, Moment.SILENCE),
  /** Somebody spoke up for us and did not say what ties them to us. */
  DISCLOSURE_REMINDER(null, Moment.UNDISCLOSED),
  /** Somebody speaks up for a competitor. */
  COMPETITOR_FLAG(null, Moment.FOR_A_COMPETITOR);

  private final @Nullable Topic topic;
  private final Set<Moment> moments;

  NudgeKind(@Nullable Topic topic, Moment... moments) {
    this.topic = topic;
    this.moments = Set.of(moments);
  }

  /** The kinds that may come of a moment. */
  public static List<NudgeKind> of(Moment moment) {
    return Arrays.stream(values()).filter(kind -> kind.moments.contains(moment)).toList();
  }

  /** The moments of which it may come. */
  public Set<Moment> moments() {
    return moments;
  }

  /** What it suggests to do for the person; empty where it only tells the owner something. */
  public Optional<Topic> topic() {
    return Optional.ofNullable(topic);
  }

  /**
   * Whether it is for the account's owner alone: there is nothing to approve, and nobody else is
   * told of it or counts it.
   */
  public boolean isQuiet() {
    return topic == null;
  }

  /**
   * Whether some people get none of it, so that one can tell what it brings. Whoever offers
   * something is always answered, and what only tells the owner something is no treatment.
   */
  public boolean isMeasured() {
    return !isQuiet() && this != OFFER_TO_VOUCH;
  }

  /** Whether it would be worth less by the time somebody has approved it. */
  public boolean isUrgent() {
    return this == OFFER_TO_VOUCH || this == PEER_HELP;
  }

  /** Whether it suggests something from the catalogue of gestures. */
  public boolean suggestsGesture() {
    return this == DELIGHT || this == PEER_HELP || this == CHECK_IN;
  }

  /** The name used in ids, JSON and Redis, for instance {@code exec_intro}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind that a person means; blanks, hyphens and case do not matter. */
  public static Optional<NudgeKind> named(String text) {
    String wire = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    return Arrays.stream(values()).filter(kind -> kind.wire().equals(wire)).findAny();
  }

  /**
   * @throws IllegalArgumentException if {@code wire} names no kind
   */
  public static NudgeKind fromWire(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
