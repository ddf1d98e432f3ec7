package dev.vouch.pipeline;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** Which digests of one workspace were posted, so that each is posted once. Thread-safe. */
public interface DigestLog {

  /** The latest day whose digest was posted to a channel. */
  Optional<LocalDate> lastDay(String channel);

  /**
   * Takes the right to post a digest; others get it only after {@code lease}, by the one clock of
   * the store, if it was not posted.
   */
  Claim claim(String channel, LocalDate day, Duration lease);

  /** Who may post a digest. */
  enum Claim {
    /** The caller, who is the first. */
    FIRST,
    /** The caller; somebody else began and did not note that it was posted. */
    AGAIN,
    /** Somebody else, just now. */
    TAKEN
  }

  /** It was posted. */
  void posted(String channel, LocalDate day);
}
