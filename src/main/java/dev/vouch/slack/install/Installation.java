package dev.vouch.slack.install;

import dev.vouch.pipeline.Directory.Home;
import dev.vouch.slack.Startup.Connection;
import dev.vouch.slack.Tokens.Token;
import java.time.Instant;
import java.util.List;

/**
 * Vouch in one workspace, as Slack granted it.
 *
 * @param connection the workspace and the bot token
 * @param scopes what the token may do
 * @param installedBy Slack id of who installed it; empty where Slack does not tell
 */
public record Installation(
    Connection connection, List<String> scopes, String installedBy, Instant installedAt) {
  public Installation {
    scopes = List.copyOf(scopes);
  }

  public Home home() {
    return connection.home();
  }

  public Token token() {
    return connection.token();
  }

  public String team() {
    return home().team();
  }
}
