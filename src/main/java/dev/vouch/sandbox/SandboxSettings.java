package dev.vouch.sandbox;

import dev.vouch.sandbox.workspace.AppCard;
import dev.vouch.sandbox.workspace.SandboxClock;
import dev.vouch.sandbox.workspace.Team;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a sandbox is to be.
 *
 * @param port 0 for any free one
 * @param requestUrl where the app takes signed HTTP requests; empty for Socket Mode
 * @param rateLimits whether posting faster than Slack allows is answered with 429
 * @param zone the workspace's own, in which its days begin
 */
public record SandboxSettings(
    int port,
    SandboxClock clock,
    Optional<String> requestUrl,
    boolean rateLimits,
    Team team,
    AppCard app,
    ZoneId zone) {

  /** Lumo in London with Vouch installed: any port, real time, Socket Mode, no rate limits. */
  public static SandboxSettings standard() {
    return new SandboxSettings(
        0,
        SandboxClock.real(),
        Optional.empty(),
        false,
        new Team("T0LUMO", "Lumo"),
        AppCard.vouch(),
        ZoneId.of("Europe/London"));
  }

  public SandboxSettings withPort(int newPort) {
    return new SandboxSettings(newPort, clock, requestUrl, rateLimits, team, app, zone);
  }

  public SandboxSettings withClock(SandboxClock newClock) {
    return new SandboxSettings(port, newClock, requestUrl, rateLimits, team, app, zone);
  }

  /** Delivers over HTTP to this address, signed, instead of over Socket Mode. */
  public SandboxSettings withRequestUrl(String url) {
    return new SandboxSettings(port, clock, Optional.of(url), rateLimits, team, app, zone);
  }

  public SandboxSettings withRateLimits() {
    return new SandboxSettings(port, clock, requestUrl, true, team, app, zone);
  }

  public SandboxSettings withApp(AppCard newApp) {
    return new SandboxSettings(port, clock, requestUrl, rateLimits, team, newApp, zone);
  }
}
