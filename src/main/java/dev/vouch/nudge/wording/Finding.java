package dev.vouch.nudge.wording;

/**
 * Where a note has a flaw.
 *
 * @param start of the words in the note
 * @param end behind their last character
 * @param words as they stand there
 */
public record Finding(Flaw flaw, int start, int end, String words) {

  static Finding in(String note, Flaw flaw, int start, int end) {
    return new Finding(flaw, start, end, note.substring(start, end).strip());
  }
}
