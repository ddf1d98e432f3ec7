package dev.vouch.pipeline.learn;

import dev.vouch.classify.learn.Figures;
import dev.vouch.classify.learn.Lesson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one training on the corrections of a workspace came to.
 *
 * @param number counts up from 1 in each workspace
 * @param learnt how many corrections it was trained on
 * @param before figures of what was in use then
 * @param by Slack id of who asked for it; null where it came by itself
 */
public record ModelVersion(
    int number,
    Instant at,
    int learnt,
    Figures before,
    Figures after,
    Lesson.Reason reason,
    @Nullable String by) {
  /** Number of the models as they came with the program. */
  public static final int SHIPPED = 0;

  /** Whether it may be used. */
  public boolean isTaken() {
    return reason == Lesson.Reason.TAKEN;
  }
}
