package dev.vouch.nudge.etiquette;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What Vouch does with what is said in a channel that it was invited to. */
public enum ChannelRule {
  /** It reads along, and what is said may lead to suggestions. */
  LISTEN("read along, and suggestions may come of it"),
  /** It reads along, and suggests nothing. */
  NO_NUDGES("read along and counted, but nothing is suggested"),
  /** It does not read along. */
  IGNORE("not read at all");

  private final String words;

  ChannelRule(String words) {
    this.words = words;
  }

  /** In words that finish "what is said there is". */
  public String words() {
    return words;
  }

  /** As it is typed and stored: {@code no-nudges}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<ChannelRule> named(String text) {
    String wire = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    return Arrays.stream(values()).filter(rule -> rule.wire().equals(wire)).findAny();
  }
}
