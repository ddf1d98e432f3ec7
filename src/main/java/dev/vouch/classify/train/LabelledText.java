package dev.vouch.classify.train;

import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Sentiment;
import java.util.Set;

/**
 * A text and how a careful reader judged it.
 *
 * @param text the author's own words, decoded
 * @param group rows of one group (a contrast pair) are never parted in cross-validation
 * @param hard whether the reader hesitated
 */
public record LabelledText(
    String text,
    Intent intent,
    Sentiment sentiment,
    Set<Driver> drivers,
    boolean incentivised,
    boolean specific,
    boolean hard,
    String group) {
  public LabelledText {
    drivers = Set.copyOf(drivers);
  }
}
