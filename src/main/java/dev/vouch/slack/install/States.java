package dev.vouch.slack.install;

import java.time.Duration;

/**
 * The one-time words that an installation carries through Slack and back, so that nobody can make
 * another person finish an installation that they did not start. Thread-safe.
 */
public interface States {

  /** How long an installation may take. */
  Duration LIFE = Duration.ofSeconds(600);

  /** A new word that cannot be guessed, good for {@link #LIFE}. */
  String issue();

  /**
   * @return true once for each word that was issued and has not expired
   */
  boolean redeem(String state);
}
