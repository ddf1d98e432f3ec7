package dev.vouch.slack;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the token of a workspace. One that is asked for events never waits: the thread that reads
 * all connections asks it for each of them.
 */
@FunctionalInterface
public interface Tokens {

  /** The token of a workspace; empty if Vouch is not installed there. */
  Optional<Token> of(String team);

  /** The tokens of an app that lives in one workspace only. */
  static Tokens single(String team, Token token) {
    return asked -> asked.equals(team) ? Optional.of(token) : Optional.empty();
  }

  /**
   * A bot token and whose it is.
   *
   * @param botUserId Slack id that Vouch has as a member of the workspace
   * @param botId id of the bot itself, which some messages carry instead; null where unknown
   */
  record Token(String botToken, String botUserId, @Nullable String botId) {

    /** Never shows the token itself. */
    @Override
    public String toString() {
      return "Token[botUserId=" + botUserId + ", botId=" + botId + "]";
    }
  }
}
