package dev.vouch.slack.install;

import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import dev.vouch.pipeline.Directory.Unreachable;
import dev.vouch.pipeline.Messenger.Refused;
import dev.vouch.slack.Startup;
import dev.vouch.slack.WebApi;
import dev.vouch.slack.door.Reply;
import dev.vouch.slack.door.Route;
import dev.vouch.slack.door.Route.Ask;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs Vouch in a workspace: to Slack's page with a one-time word, and back with a code that is
 * exchanged for the bot token.
 *
 * <p>The word is also left in a cookie, so that a link from somebody else's installation does not
 * work in this browser.
 */
public final class InstallRoutes {
  static final String INSTALL = "/slack/install";
  static final String REDIRECT = "/slack/oauth_redirect";
  static final String COOKIE = "vouch_install";
  private static final Logger LOG = LoggerFactory.getLogger(InstallRoutes.class);

  private final InstallSettings settings;
  private final WebApi api;
  private final Installations installations;
  private final States states;
  private final InstantSource clock;
  private final Supplier<String> references;

  public InstallRoutes(
      InstallSettings settings,
      WebApi api,
      Installations installations,
      States states,
      InstantSource clock,
      Supplier<String> references) {
    this.settings = settings;
    this.api = api;
    this.installations = installations;
    this.states = states;
    this.clock = clock;
    this.references = references;
  }

  public List<Route> routes() {
    return List.of(
        new Route("GET", INSTALL, this::start), new Route("GET", REDIRECT, this::finish));
  }

  private Reply start(Ask ask) {
    if (!ask.method().equals("GET")) {
      return Reply.empty(200);
    }
    String state = states.issue();
    StringBuilder url = new StringBuilder(settings.authorizeUrl());
    url.append(settings.authorizeUrl().contains("?") ? '&' : '?');
    url.append("client_id=").append(encoded(settings.clientId()));
    url.append("&scope=").append(encoded(String.join(",", settings.scopes())));
    url.append("&state=").append(encoded(state));
    if (settings.redirectUrl() != null) {
      url.append("&redirect_uri=").append(encoded(settings.redirectUrl()));
    }
    return Reply.redirect(url.toString())
        .with("Set-Cookie", cookie(state, States.LIFE.toSeconds()))
        .with("Cache-Control", "no-store");
  }

  private Reply finish(Ask ask) {
    String state = ask.query().get("state");
    if (state == null
        || !isSame(encoded(state), ask.cookies().get(COOKIE))
        || !states.redeem(state)) {
      return done(InstallPages.expired());
    }
    String code = ask.query().get("code");
    if (ask.query().containsKey("error") || code == null || code.isBlank()) {
      return done(InstallPages.cancelled());
    }
    return done(exchange(code));
  }

  private Reply exchange(String code) {
    try {
      OAuthV2AccessResponse granted = granted(code);
      if (granted.getTeam() == null || granted.isEnterpriseInstall()) {
        return InstallPages.wholeOrganisation();
      }
      Installation installation = installation(granted);
      installations.save(installation);
      LOG.info("installed in workspace {}", installation.team());
      return InstallPages.installed(installation.home(), granted.getAppId());
    } catch (Unreachable | Refused e) {
      String reference = references.get();
      LOG.error("an installation failed ({}): reference {}", e.getMessage(), reference);
      return InstallPages.refused(reference);
    }
  }

  private OAuthV2AccessResponse granted(String code) {
    return api.call(
        "oauth.v2.access",
        methods ->
            methods.oauthV2Access(
                r ->
                    r.clientId(settings.clientId())
                        .clientSecret(settings.clientSecret())
                        .code(code)
                        .redirectUri(settings.redirectUrl())));
  }

  /** Asks once more who the new token is: the grant names neither the bot nor the address. */
  private Installation installation(OAuthV2AccessResponse granted) {
    String token = granted.getAccessToken();
    if (token == null || token.isBlank()) {
      throw new Refused("oauth.v2.access: no_bot_token");
    }
    List<String> scopes =
        granted.getScope() == null ? List.of() : List.of(granted.getScope().split(",", -1));
    String by = granted.getAuthedUser() == null ? null : granted.getAuthedUser().getId();
    return new Installation(Startup.ask(api, token), scopes, by == null ? "" : by, clock.instant());
  }

  private static boolean isSame(String state, @Nullable String cookie) {
    return cookie != null
        && MessageDigest.isEqual(
            state.getBytes(StandardCharsets.UTF_8), cookie.getBytes(StandardCharsets.UTF_8));
  }

  private static Reply done(Reply reply) {
    return reply.with("Set-Cookie", cookie("", 0));
  }

  private static String cookie(String value, long seconds) {
    return "%s=%s; Path=/slack; Max-Age=%d; Secure; HttpOnly; SameSite=Lax"
        .formatted(COOKIE, encoded(value), seconds);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
