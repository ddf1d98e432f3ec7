package dev.vouch.slack.command;

import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.slack.command.CommandDesk.Asked;
import java.util.Locale;

/**
 * An ask that nobody has confirmed yet, as buttons carry it: nothing is kept of it.
 *
 * @param id of the ask that comes of it, however often it is confirmed
 */
public record Draft(String id, String person, Rung rung, String words) {
  private static final int PARTS = 4;

  /** A new one, of whoever asked for it. */
  static Draft of(String person, Rung rung, String words, Asked asked) {
    String id = "ask:%d:%s:%s".formatted(asked.now().toEpochMilli(), asked.by(), person);
    return new Draft(id, person, rung, words);
  }

  /** What a button carries. */
  public String text() {
    return String.join("|", id, person, rung.wire(), words);
  }

  /**
   * @throws IllegalArgumentException if it is none
   */
  public static Draft parse(String text) {
    String[] parts = text.split("\\|", PARTS);
    if (parts.length < PARTS) {
      throw new IllegalArgumentException("no draft of an ask");
    }
    return new Draft(parts[0], parts[1], Rung.valueOf(parts[2].toUpperCase(Locale.ROOT)), parts[3]);
  }

  Asking asking(String by) {
    return new Asking(id, rung, by, words);
  }
}
