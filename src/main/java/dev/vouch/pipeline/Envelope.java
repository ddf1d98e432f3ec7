package dev.vouch.pipeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that came in from Slack, exactly as it will be stored.
 *
 * @param id Slack's event_id, or another id that repeats when Slack repeats itself
 * @param team the workspace it came to
 * @param payload JSON: of an {@code EVENT} Slack's inner event, else what the listener took from it
 * @param happenedAt when it happened by Slack's own account, which is the same however often Slack
 *     repeats itself; where Slack gives none, when it came in
 * @param context Slack's name for an event of a channel that is shared with other companies, by
 *     which it tells which other workspaces see it; null where there are none to ask for
 */
public record Envelope(
    String id,
    String team,
    Type type,
    String payload,
    Instant receivedAt,
    Instant happenedAt,
    @Nullable String context) {

  /** One that is for its workspace alone. */
  public Envelope(
      String id, String team, Type type, String payload, Instant receivedAt, Instant happenedAt) {
    this(id, team, type, payload, receivedAt, happenedAt, null);
  }

  /** One of which Slack does not say when it happened. */
  public Envelope(String id, String team, Type type, String payload, Instant receivedAt) {
    this(id, team, type, payload, receivedAt, receivedAt);
  }

  /** What kind of thing came in. */
  public enum Type {
    /** An event of the Events API: {@code payload} is its inner {@code event} object, untouched. */
    EVENT,
    /** Somebody pressed a button of a nudge: {@link NudgeAnswer} as JSON. */
    NUDGE_ANSWER,
    /** One of us answered what they were told of an introduction: its answer as JSON. */
    INTRODUCTION_ANSWER,
    /**
     * Somebody saved a message as advocacy: {@link dev.vouch.pipeline.hearing.SavedAdvocacy} as
     * JSON.
     */
    SAVED_ADVOCACY,
    /**
     * Somebody outside the company pressed something that Vouch shows them: {@link
     * dev.vouch.pipeline.reply.Choice} as JSON.
     */
    CHOICE,
    /**
     * One of us pressed or typed something that decides: what the listener took from it as JSON.
     */
    INSTRUCTION,
    /** Something that this version cannot read; a newer one that wrote it can. */
    UNKNOWN
  }

  public Envelope {
    if (id.isBlank() || id.length() > 255) {
      throw new IllegalArgumentException("an envelope needs an id of 1 to 255 characters");
    }
  }

  /** The same as it would have come to another workspace. */
  public Envelope to(String other) {
    return new Envelope(id, other, type, payload, receivedAt, happenedAt);
  }
}
