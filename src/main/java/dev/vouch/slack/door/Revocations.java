package dev.vouch.slack.door;

import java.time.Instant;

/** Is told when a workspace has taken Vouch's token away. */
@FunctionalInterface
public interface Revocations {

  /**
   * Called before Slack gets its answer, and again when Slack repeats itself.
   *
   * @param at when it happened, by Slack's clock; a repeat can come long after a new installation
   */
  void revoked(String team, Instant at);

  /** For an app that lives in one workspace: its token comes from the settings and stays there. */
  static Revocations none() {
    return (team, at) -> {};
  }
}
