package dev.vouch.advocate.relationship;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that Vouch does about a person rests: suggestions, nudges that wait, stories.
 *
 * @param by Slack id of who wanted it: one of us, or the person
 * @param until when it ends by itself; null if it does not
 */
public record Pause(String by, Instant at, @Nullable Instant until, String reason) {

  public boolean holds(Instant now) {
    return until == null || now.isBefore(until);
  }
}
