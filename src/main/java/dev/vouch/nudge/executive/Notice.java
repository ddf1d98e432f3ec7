package dev.vouch.nudge.executive;

import dev.vouch.nudge.executive.Introduction.Delivery;
import dev.vouch.nudge.executive.Matching.Match;
import org.jspecify.annotations.Nullable;

/**
 * What one of our own people is told of an introduction, with all that it says.
 *
 * @param brief whom it is with; null where that is not told, or not any more
 * @param windows when it could be; null where that is not told
 * @param next who could do it instead; null where nobody can, or nobody else is wanted
 */
public record Notice(
    Introduction introduction,
    Delivery delivery,
    @Nullable Brief brief,
    @Nullable Windows windows,
    @Nullable Match next) {

  /** Where it stands, and no more. */
  public static Notice bare(Introduction introduction, Delivery delivery) {
    return new Notice(introduction, delivery, null, null, null);
  }
}
