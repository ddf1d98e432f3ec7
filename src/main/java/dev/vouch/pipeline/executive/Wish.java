package dev.vouch.pipeline.executive;

import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.executive.Matching;
import dev.vouch.nudge.executive.Matching.Match;
import dev.vouch.nudge.executive.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of us wants a person to meet one of our executives.
 *
 * @param id made of what asked for it, so that asking twice is asking once
 * @param person Slack id
 * @param executive Slack id; null for the one who suits best
 * @param by Slack id of whoever wants it
 */
public record Wish(String id, String person, @Nullable String executive, String by, String words) {

  /** What comes of it. */
  public sealed interface Outcome {}

  /** The executive is asked. */
  public record Asked(Introduction introduction, Match match, List<Match> others)
      implements Outcome {
    public Asked {
      others = List.copyOf(others);
    }
  }

  /** Not now, and why. */
  public record Refused(String name, Refusal why) implements Outcome {}

  /** Nobody can, or not the one who was wanted. */
  public record Nobody(String name, Matching matching, @Nullable String wanted)
      implements Outcome {}

  /** An introduction of theirs is under way. */
  public record UnderWay(String name, Introduction introduction) implements Outcome {}
}
