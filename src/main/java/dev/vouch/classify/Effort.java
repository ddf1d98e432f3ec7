package dev.vouch.classify;

/** How much a judgement may cost. */
public enum Effort {
  /** Words and meaning: some milliseconds. */
  FULL,
  /** Words alone: a tenth of a millisecond, and less often right. */
  WORDS
}
