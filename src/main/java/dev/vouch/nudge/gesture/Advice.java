package dev.vouch.nudge.gesture;

import java.util.List;

/**
 * What one could do at a moment.
 *
 * @param gesture the best that we can offer
 * @param others what would do as well, best first
 * @param why this one, in a sentence or two
 */
public record Advice(Gesture gesture, List<Gesture> others, String why) {
  public Advice {
    others = List.copyOf(others);
  }

  /** The same with another one of them, which somebody chose instead. */
  public Advice instead(Gesture chosen) {
    return new Advice(chosen, List.of(), why);
  }
}
