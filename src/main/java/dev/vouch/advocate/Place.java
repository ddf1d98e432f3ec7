package dev.vouch.advocate;

import dev.vouch.mention.ContextReason;
import dev.vouch.mention.Stance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a mention stands among others.
 *
 * @param root Slack's timestamp of the message that began its thread; null if it answers none
 * @param stance what it is to those who answer it
 * @param reason why it was read as something else than its words alone; null where it was not
 * @param seconds whose act of advocacy it seconds; null where it seconds none
 * @param answer in the thread, the first of ours or else of a peer; null where there is none, or
 *     where nobody asked
 */
public record Place(
    @Nullable String root,
    Stance stance,
    @Nullable ContextReason reason,
    @Nullable String seconds,
    @Nullable Answer answer) {

  /**
   * Somebody spoke below it.
   *
   * @param ours whether that was one of us, and not a peer
   */
  public record Answer(String by, Instant at, boolean ours) {
    /** One of us spoke below it. */
    public Answer(String by, Instant at) {
      this(by, at, true);
    }
  }

  /** A place below which nobody of us has spoken. */
  public Place(
      @Nullable String root,
      Stance stance,
      @Nullable ContextReason reason,
      @Nullable String seconds) {
    this(root, stance, reason, seconds, null);
  }

  /** A mention that answers nobody and was read by its words. */
  public static final Place ALONE = new Place(null, Stance.OTHER, null, null);

  /** What the first of us said below it; null where none of us has. */
  public @Nullable Answer ourAnswer() {
    return answer != null && answer.ours() ? answer : null;
  }

  /** The same, answered. */
  public Place answered(Answer first) {
    return new Place(root, stance, reason, seconds, first);
  }

  /** The place of a message that a person labelled by hand. */
  public Place labelled(Stance byHand) {
    return new Place(root, byHand, null, null);
  }
}
