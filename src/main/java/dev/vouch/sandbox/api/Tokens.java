package dev.vouch.sandbox.api;

/**
 * What the app proves itself with, the same on every run: nothing here is secret.
 *
 * @param oauthCode what the consent page gives out
 */
public record Tokens(
    String bot,
    String app,
    String signingSecret,
    String clientId,
    String clientSecret,
    String oauthCode) {

  /** The sandbox's own. */
  public static Tokens sandbox() {
    return new Tokens(
        "xoxb-sandbox-0000000000-vouch",
        "xapp-sandbox-1-A0VOUCH-vouch",
        "sandbox-signing-secret",
        "sandbox.client",
        "sandbox-client-secret",
        "sandbox-code");
  }
}
