package dev.vouch.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Which digests of one workspace were posted, so that each is posted once. Thread-safe. */
public interface DigestLog {

  /** The latest day whose digest was posted to a channel. */
  Optional<LocalDate> lastDay(String channel);

  /**
   * Takes the right to post a digest; others get it only after {@code lease} if it was not posted.
   */
  boolean claim(String channel, LocalDate day, Instant now, Duration lease);

  /** It was posted. */
  void posted(String channel, LocalDate day);
}
