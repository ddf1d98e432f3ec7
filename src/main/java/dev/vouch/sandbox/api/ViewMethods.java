package dev.vouch.sandbox.api;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.SlackError;
import dev.vouch.sandbox.workspace.Views;
import dev.vouch.sandbox.workspace.Workspace;
import java.util.Map;

/** views.*: modals and the Home tab. */
final class ViewMethods {
  private final Workspace workspace;
  private final Views views;

  ViewMethods(Workspace workspace) {
    this.workspace = workspace;
    this.views = workspace.views();
  }

  Map<String, Method> methods() {
    return Map.of(
        "views.open",
        call -> shown(views.open(call.need("trigger_id"), view(call))),
        "views.push",
        call -> shown(views.push(call.need("trigger_id"), view(call))),
        "views.update",
        this::update,
        "views.publish",
        this::publish);
  }

  private static JsonObject shown(JsonObject view) {
    return Json.object("view", view);
  }

  private static JsonObject view(ApiCall call) {
    return call.object("view").orElseThrow(() -> new SlackError("invalid_arguments"));
  }

  private JsonObject update(ApiCall call) {
    String id = call.find("view_id").orElseGet(() -> call.need("external_id"));
    return shown(views.update(id, call.text("hash"), view(call)));
  }

  private JsonObject publish(ApiCall call) {
    String person = workspace.roster().need(call.need("user_id")).id();
    return shown(views.publish(person, call.text("hash"), view(call)));
  }
}
