package dev.vouch.classify.learn;

import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of a workspace said about the label of a mention.
 *
 * @param author Slack id of who wrote the mention
 * @param label what it is; null where they only said that it is not {@code was}
 * @param was what the model in use had made of it
 * @param by Slack id of who said so
 */
public record Correction(
    MentionId mention,
    Example example,
    String author,
    @Nullable Intent label,
    Intent was,
    String by,
    Instant at) {
  /** One in five is held out: nothing is trained on it, versions are measured on it. */
  private static final int HELD_OUT = 5;

  /** Whether it serves to measure; that stays so, whatever else is corrected. */
  public boolean isHeldOut() {
    int spread = mention.toString().hashCode() * 0x9E3779B9;
    return Math.floorMod(spread ^ spread >>> 16, HELD_OUT) == 0;
  }

  /** Whether {@code given} is what they said. */
  public boolean isMetBy(Intent given) {
    return label == null ? given != was : given == label;
  }
}
