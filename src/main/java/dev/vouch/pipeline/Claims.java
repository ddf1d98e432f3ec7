package dev.vouch.pipeline;

import java.time.Duration;

/** Rights of one workspace to do what two must not do at the same time. Thread-safe. */
@FunctionalInterface
public interface Claims {

  /**
   * Takes a right for so long, by the one clock of the store, unless somebody has it.
   *
   * @return whether the caller has it now
   */
  boolean take(String what, Duration lease);
}
