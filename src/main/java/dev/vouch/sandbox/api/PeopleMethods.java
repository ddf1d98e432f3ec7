package dev.vouch.sandbox.api;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.SlackError;
import dev.vouch.sandbox.workspace.AppCard;
import dev.vouch.sandbox.workspace.Person;
import dev.vouch.sandbox.workspace.Team;
import dev.vouch.sandbox.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** users.*, dnd.*, team.info and bots.info: who somebody is and when not to disturb them. */
final class PeopleMethods {
  private final Workspace workspace;

  PeopleMethods(Workspace workspace) {
    this.workspace = workspace;
  }

  Map<String, Method> methods() {
    return Map.of(
        "users.info", this::info,
        "users.list", this::list,
        "users.lookupByEmail", this::byEmail,
        "dnd.info", this::dnd,
        "dnd.teamInfo", this::dndOfTeam,
        "team.info", this::team,
        "bots.info", this::bot);
  }

  private JsonObject json(Person person) {
    boolean stranger = workspace.conversations().stranger(person);
    return person.asUser(stranger, workspace.clock().instant());
  }

  private JsonObject info(ApiCall call) {
    return Json.object("user", json(workspace.roster().need(call.need("user"))));
  }

  private JsonObject list(ApiCall call) {
    List<JsonObject> all = workspace.roster().people().stream().map(this::json).toList();
    return Pages.page(call, "members", all, 1_000);
  }

  private JsonObject byEmail(ApiCall call) {
    String email = call.need("email").toLowerCase(Locale.ROOT);
    return workspace.roster().people().stream()
        .filter(person -> person.kind().own() && !person.deleted())
        .filter(person -> person.email().toLowerCase(Locale.ROOT).equals(email))
        .findFirst()
        .map(person -> Json.object("user", json(person)))
        .orElseThrow(() -> new SlackError("users_not_found"));
  }

  private JsonObject dnd(ApiCall call) {
    return dnd(workspace.roster().need(call.need("user")).id());
  }

  private JsonObject dnd(String person) {
    JsonObject none =
        Json.object("dnd_enabled", false, "next_dnd_start_ts", 1, "next_dnd_end_ts", 1);
    none.addProperty("snooze_enabled", false);
    workspace
        .roster()
        .quiet(person)
        .ifPresent(
            quiet -> {
              none.addProperty("dnd_enabled", true);
              none.addProperty("next_dnd_start_ts", quiet.start().getEpochSecond());
              none.addProperty("next_dnd_end_ts", quiet.end().getEpochSecond());
            });
    return none;
  }

  private JsonObject dndOfTeam(ApiCall call) {
    Map<String, JsonObject> all = new LinkedHashMap<>();
    for (String id : call.ids("users")) {
      workspace.roster().byId(id).ifPresent(person -> all.put(id, dnd(id)));
    }
    return Json.object("users", all);
  }

  private JsonObject team(ApiCall call) {
    Team team =
        call.find("team")
            .map(
                id ->
                    workspace.roster().team(id).orElseThrow(() -> new SlackError("team_not_found")))
            .orElseGet(workspace.roster()::own);
    JsonObject json = Json.object("id", team.id(), "name", team.name(), "domain", team.domain());
    json.addProperty("email_domain", "");
    json.add("icon", Json.object("image_default", true));
    return Json.object("team", json);
  }

  private JsonObject bot(ApiCall call) {
    AppCard app = workspace.roster().app();
    if (!call.find("bot").orElse(app.botId()).equals(app.botId())) {
      throw new SlackError("bot_not_found");
    }
    return Json.object(
        "bot",
        Json.object(
            "id", app.botId(),
            "deleted", false,
            "name", app.name(),
            "app_id", app.id(),
            "user_id", app.botPersonId()));
  }
}
