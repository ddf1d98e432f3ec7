package dev.vouch.classify.train;

import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Sentiment;
import java.util.Set;

/**
 * A text and how a careful reader judged it.
 *
 * @param text the author's own words, decoded
 * @param group rows of one group (a contrast pair, the same words to different people) are never
 *     parted: all of them are trained on, or all held out
 * @param hard whether the reader hesitated
 * @param count how often it counts in training; 0 not at all
 */
public record LabelledText(
    String text,
    Intent intent,
    Sentiment sentiment,
    Set<Driver> drivers,
    boolean incentivised,
    boolean specific,
    boolean hard,
    String group,
    int count) {
  /** One group in ten is held out. */
  private static final int HELD_OUT = 10;

  public LabelledText {
    drivers = Set.copyOf(drivers);
  }

  /**
   * Whether nothing may be trained on this text, neither heads nor encoder: temperatures and
   * thresholds are fitted on it, and the models are measured on it.
   */
  public boolean isHeldOut() {
    return Math.floorMod(group.hashCode() * 31, HELD_OUT) == 0;
  }

  /** The same, counted {@code times} in training. */
  public LabelledText counted(int times) {
    return new LabelledText(
        text, intent, sentiment, drivers, incentivised, specific, hard, group, times);
  }
}
