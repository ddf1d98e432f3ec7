package dev.vouch.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the Bolt app together: Bolt routes commands, buttons and modals to their listeners, and
 * nothing else.
 *
 * <p>Of Bolt's own middlewares none is left. The doors check signatures and answer ssl_check before
 * anything is parsed, {@link Authorisation} finds the token without asking Slack, and events, with
 * the filter for Vouch's own messages, go to the inbox without passing through here.
 */
public final class BoltApp {
  private BoltApp() {}

  /** A started app without listeners. It calls nothing, so Slack need not be reachable. */
  public static App create(Slack slack, Tokens tokens) {
    List<Middleware> middlewares = new ArrayList<>(List.of(new Authorisation(tokens)));
    return new App(config(slack), slack, middlewares).start();
  }

  /** Nothing is left to the environment variables that Bolt would read by itself. */
  private static AppConfig config(Slack slack) {
    return AppConfig.builder()
        .slack(slack)
        .singleTeamBotToken(null)
        .signingSecret(null)
        .clientId(null)
        .clientSecret(null)
        .requestVerificationEnabled(false)
        .sslCheckEnabled(false)
        .ignoringSelfEventsEnabled(false)
        .allEventsApiAutoAckEnabled(true)
        .build();
  }
}
