package dev.vouch.app.slackexport;

import static dev.vouch.app.slackexport.SlackExport.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a message of an export into the events that Slack would have sent. */
final class SlackExportEvents {
  private static final List<String> KEPT =
      List.of(
          "user",
          "text",
          "ts",
          "thread_ts",
          "subtype",
          "bot_id",
          "username",
          "files",
          "edited",
          "attachments",
          "team",
          "user_team",
          "source_team");

  private SlackExportEvents() {}

  /** Whether this is a message that stands: with a timestamp, and not the mark of a deleted one. */
  static boolean isMessage(JsonObject json) {
    return "message".equals(text(json, "type")) && !"tombstone".equals(text(json, "subtype"));
  }

  /** Whether its timestamp can be used. */
  static boolean hasTime(JsonObject json) {
    String ts = text(json, "ts");
    return ts != null && ts.matches("\\d{1,12}\\.\\d{6}");
  }

  /** The event of the message itself. */
  static JsonObject message(JsonObject json, SlackExport.Channel channel) {
    JsonObject event = new JsonObject();
    event.addProperty("type", "message");
    event.addProperty("channel", channel.id());
    event.addProperty("channel_type", channel.hidden() ? "group" : "channel");
    for (String field : KEPT) {
      if (json.has(field)) {
        event.add(field, json.get(field));
      }
    }
    return event;
  }

  /**
   * One event for each person and reaction. An export does not tell when somebody reacted; the
   * message's own time is the earliest it can have been, so a removal seen live holds against it.
   */
  static List<JsonObject> reactions(JsonObject json, SlackExport.Channel channel) {
    List<JsonObject> events = new ArrayList<>();
    for (JsonElement element : array(json, "reactions")) {
      if (element instanceof JsonObject reaction) {
        String name = text(reaction, "name");
        for (JsonElement person : array(reaction, "users")) {
          if (name != null && person.isJsonPrimitive()) {
            events.add(reaction(json, channel.id(), name, person.getAsString()));
          }
        }
      }
    }
    return events;
  }

  private static JsonObject reaction(JsonObject on, String channel, String name, String person) {
    JsonObject item = new JsonObject();
    item.addProperty("type", "message");
    item.addProperty("channel", channel);
    item.add("ts", on.get("ts"));
    JsonObject event = new JsonObject();
    event.addProperty("type", "reaction_added");
    event.addProperty("user", person);
    event.addProperty("reaction", name);
    event.add("item", item);
    @Nullable String author = text(on, "user");
    if (author != null) {
      event.addProperty("item_user", author);
    }
    event.add("event_ts", on.get("ts"));
    return event;
  }

  private static JsonArray array(JsonObject json, String field) {
    return json.get(field) instanceof JsonArray array ? array : new JsonArray();
  }
}
