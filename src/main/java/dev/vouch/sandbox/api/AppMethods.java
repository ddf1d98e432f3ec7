package dev.vouch.sandbox.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.vouch.sandbox.block.BlockRules;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.SlackError;
import dev.vouch.sandbox.workspace.AppCard;
import dev.vouch.sandbox.workspace.Team;
import dev.vouch.sandbox.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** api.test, auth.test, apps.* and oauth.*: the app and its connection. */
final class AppMethods {
  private static final String SCOPES =
      "app_mentions:read,channels:history,channels:join,channels:read,chat:write,commands,"
          + "files:write,im:history,im:write,reactions:read,team:read,users:read,users:read.email";

  private final Workspace workspace;
  private final Tokens tokens;
  private final Optional<Supplier<String>> socketUrl;

  /**
   * @param socketUrl gives a fresh websocket address; empty where the app is set to HTTP
   */
  AppMethods(Workspace workspace, Tokens tokens, Optional<Supplier<String>> socketUrl) {
    this.workspace = workspace;
    this.tokens = tokens;
    this.socketUrl = socketUrl;
  }

  Map<String, Method> methods() {
    return Map.of(
        "api.test",
        call -> Json.object("args", call.args()),
        "auth.test",
        call -> authTest(),
        "apps.connections.open",
        call -> openConnection(),
        "apps.event.authorizations.list",
        this::authorizations,
        "oauth.v2.access",
        this::access,
        "blocks.validate",
        this::validate);
  }

  private JsonObject authTest() {
    Team own = workspace.roster().own();
    AppCard app = workspace.roster().app();
    return Json.object(
        "url", workspace.baseUrl() + "/",
        "team", own.name(),
        "user", workspace.roster().need(app.botPersonId()).handle(),
        "team_id", own.id(),
        "user_id", app.botPersonId(),
        "bot_id", app.botId(),
        "is_enterprise_install", false);
  }

  private JsonObject openConnection() {
    Supplier<String> url = socketUrl.orElseThrow(() -> new SlackError("socket_mode_not_enabled"));
    return Json.object("url", url.get());
  }

  private JsonObject authorizations(ApiCall call) {
    if (!call.need("event_context").startsWith("EC-")) {
      throw new SlackError("invalid_event_context");
    }
    List<Map<String, Object>> all = new ArrayList<>();
    all.add(authorization(workspace.roster().own().id()));
    workspace.roster().elsewhere().forEach(team -> all.add(authorization(team)));
    return Pages.page(call, "authorizations", all, 100);
  }

  private Map<String, Object> authorization(String team) {
    return Map.of(
        "team_id",
        team,
        "user_id",
        workspace.roster().app().botPersonId(),
        "is_bot",
        true,
        "is_enterprise_install",
        false);
  }

  private JsonObject access(ApiCall call) {
    if (!call.text("code").equals(tokens.oauthCode())) {
      throw new SlackError("invalid_code");
    }
    Team own = workspace.roster().own();
    AppCard app = workspace.roster().app();
    return Json.object(
        "access_token", tokens.bot(),
        "token_type", "bot",
        "scope", SCOPES,
        "bot_user_id", app.botPersonId(),
        "app_id", app.id(),
        "team", Json.object("id", own.id(), "name", own.name()),
        "authed_user", Json.object("id", installer()),
        "is_enterprise_install", false);
  }

  /** Whoever of the own people came first. */
  private String installer() {
    String bot = workspace.roster().app().botPersonId();
    return workspace.roster().people().stream()
        .filter(person -> person.kind().own() && !person.id().equals(bot))
        .findFirst()
        .map(person -> person.id())
        .orElse(bot);
  }

  private JsonObject validate(ApiCall call) {
    BlockRules.checkMessage(call.array("blocks").orElseGet(JsonArray::new));
    return new JsonObject();
  }
}
