package dev.vouch.pipeline.executive;

import dev.vouch.nudge.executive.Stage.Event;
import org.jspecify.annotations.Nullable;

/**
 * A button that one of us pressed on what they were told of an introduction.
 *
 * @param by Slack id of who pressed it
 * @param words why, where they chose a reason
 */
public record IntroductionAnswer(
    String introduction, Event event, String by, @Nullable String words) {

  /** Why an executive is not the one: what they can choose. */
  public enum NotMe {
    TOPIC("It is not my topic"),
    KNOWN("We know each other already"),
    NO_TIME("I have no time for it"),
    SOMEBODY_ELSE("Somebody else is closer to it");

    private final String words;

    NotMe(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
