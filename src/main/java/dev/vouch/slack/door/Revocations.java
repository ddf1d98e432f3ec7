package dev.vouch.slack.door;

import dev.vouch.pipeline.inbox.Inbox;
import java.time.Instant;

/** Is told when a workspace has taken Vouch's token away, and knows which have. */
@FunctionalInterface
public interface Revocations {

  /**
   * Called before Slack gets its answer, and again when Slack repeats itself.
   *
   * @param at when it happened, by Slack's clock; a repeat can come long after a new installation
   * @throws Inbox.Unavailable if it could not be noted, so Slack must send it again
   */
  void revoked(String team, Instant at);

  /**
   * Whether what happens in a workspace without a token is no more of our business. It may wait.
   *
   * @throws Inbox.Unavailable if nothing can be taken of it just now
   */
  default boolean isGone(String team) {
    return false;
  }

  /** For an app that lives in one workspace: its token comes from the settings and stays there. */
  static Revocations none() {
    return (team, at) -> {};
  }
}
