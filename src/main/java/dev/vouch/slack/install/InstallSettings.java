package dev.vouch.slack.install;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The app's own identity, for installing it.
 *
 * @param scopes what Vouch asks for
 * @param authorizeUrl Slack's page, {@value #AUTHORIZE} unless it is redirected
 * @param redirectUrl our own address as the app's settings at Slack name it; null leaves it to them
 */
public record InstallSettings(
    String clientId,
    String clientSecret,
    List<String> scopes,
    String authorizeUrl,
    @Nullable String redirectUrl) {
  public static final String AUTHORIZE = "https://slack.com/oauth/v2/authorize";

  public InstallSettings {
    scopes = List.copyOf(scopes);
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "InstallSettings[clientId=" + clientId + ", authorizeUrl=" + authorizeUrl + "]";
  }
}
