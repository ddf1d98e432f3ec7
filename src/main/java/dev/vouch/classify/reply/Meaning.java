package dev.vouch.classify.reply;

import java.util.Locale;

/** What somebody means who answers what we asked of them. */
public enum Meaning {
  /** They agree, with no strings. */
  YES,
  /** They will not do it. */
  NO,
  /** Not now, but at another time. */
  LATER,
  /** They want to know something before they answer. */
  QUESTION,
  /** They agree if something else comes true first. */
  CONDITIONS,
  /** They want no messages any more. */
  STOP,
  /** Something that answers nothing: thanks, an absence note, another matter, thinking aloud. */
  OTHER;

  /** The name used in files, JSON and Redis, for instance {@code conditions}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if {@code wire} names none
   */
  public static Meaning fromWire(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
