package dev.vouch.classify.reply;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who wrote to Vouch wants, as far as their words tell.
 *
 * @param until the day on which a pause ends; null where they named none
 */
public record Wish(Kind kind, @Nullable LocalDate until) {

  /** The wishes that are heeded. */
  public enum Kind {
    /** No messages any more. */
    STOP,
    /** May mean that; they are asked, and nothing is sent meanwhile. */
    MAYBE_STOP,
    /** A bare no, which depends on what they were asked. */
    NO,
    /** No messages for a while. */
    PAUSE,
    /** Messages again. */
    RESUME,
    /** To see what is held about them. */
    SHOW,
    /** To know why. */
    WHY,
    /** To have what is held about them as a file. */
    DOWNLOAD,
    /** To have it erased. */
    DELETE,
    /** Nothing of these. */
    OTHER
  }

  static Wish of(Kind kind) {
    return new Wish(kind, null);
  }
}
