package dev.vouch.nudge;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.nudge.Decision.Reason;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a nudge brings to an account team: what they could do, or what they ought to know. */
public enum NudgeKind {
  /** A small, personal surprise that nobody was promised and nobody earned by a task. */
  DELIGHT(Occasion.ACT, Topic.SURPRISES),
  /** An introduction to the executive who sponsors the account. */
  EXEC_INTRO(Occasion.ACT, Topic.INTRODUCTIONS),
  /** Somebody spoke up for us and did not say what ties them to us. */
  DISCLOSURE_REMINDER(Occasion.ACT, null),
  /** Somebody speaks up for a competitor. */
  COMPETITOR_FLAG(Occasion.FOR_A_COMPETITOR, null);

  /** What a nudge comes of. While it does not stand, neither does the nudge. */
  public enum Occasion {
    /** An act of advocacy. */
    ACT(Reason.ACT_WITHDRAWN),
    /** A mention that promotes another product instead of ours. */
    FOR_A_COMPETITOR(Reason.FLAG_WITHDRAWN);

    private final Reason withdrawn;

    Occasion(Reason withdrawn) {
      this.withdrawn = withdrawn;
    }

    /** Whether a mention is one, by what is known of it now. */
    public boolean stands(@Nullable AdvocacyAct act, @Nullable Heard heard) {
      return switch (this) {
        case ACT -> act != null;
        case FOR_A_COMPETITOR -> heard != null && heard.competitor();
      };
    }

    /** Why a nudge is over once it does not stand. */
    public Reason withdrawn() {
      return withdrawn;
    }
  }

  private final Occasion occasion;
  private final @Nullable Topic topic;

  NudgeKind(Occasion occasion, @Nullable Topic topic) {
    this.occasion = occasion;
    this.topic = topic;
  }

  public Occasion occasion() {
    return occasion;
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
