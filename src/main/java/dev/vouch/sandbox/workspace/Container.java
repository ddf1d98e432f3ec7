package dev.vouch.sandbox.workspace;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;

/** Where a button stands: in a message, or in a view. */
public sealed interface Container {
  /** A message of a channel, ephemeral ones too. */
  record InMessage(String channel, String ts) implements Container {}

  /** A modal or a Home tab. */
  record InView(String viewId) implements Container {}

  /** Reads the page's form of it. */
  static Container parse(JsonObject json) {
    return Json.text(json, "type").equals("view")
        ? new InView(Json.text(json, "view_id"))
        : new InMessage(Json.text(json, "channel"), Json.text(json, "ts"));
  }
}
