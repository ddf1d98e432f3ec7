package dev.vouch.sandbox.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.SlackError;
import java.util.Optional;

/** Emoji under messages, and the events of their coming and going. Thread-safe. */
public final class Reactions {
  private final Messages messages;
  private final Announcer announcer;

  Reactions(Messages messages, Announcer announcer) {
    this.messages = messages;
    this.announcer = announcer;
  }

  /**
   * Adds a reaction.
   *
   * @param name for instance {@code tada}, without colons
   * @throws SlackError {@code already_reacted}, {@code message_not_found}, {@code invalid_name}
   */
  public void add(Channel channel, String ts, String person, String name) {
    if (!name.matches("[a-z0-9_+'-]+(::skin-tone-[2-6])?")) {
      throw new SlackError("invalid_name");
    }
    messages.touch(channel, ts, message -> add(message, person, name));
    announce("reaction_added", channel, ts, person, name);
  }

  private static void add(JsonObject message, String person, String name) {
    JsonArray all =
        message.has("reactions") ? message.getAsJsonArray("reactions") : new JsonArray();
    JsonObject reaction = named(message, name).orElseGet(() -> fresh(all, name));
    JsonArray people = reaction.getAsJsonArray("users");
    if (people.contains(new JsonPrimitive(person))) {
      throw new SlackError("already_reacted");
    }
    people.add(person);
    reaction.addProperty("count", people.size());
    message.add("reactions", all);
  }

  private static JsonObject fresh(JsonArray all, String name) {
    JsonObject reaction = Json.object("name", name, "users", new JsonArray(), "count", 0);
    all.add(reaction);
    return reaction;
  }

  private static Optional<JsonObject> named(JsonObject message, String name) {
    return Json.objects(message, "reactions").stream()
        .filter(reaction -> Json.text(reaction, "name").equals(name))
        .findFirst();
  }

  /**
   * Takes a reaction back.
   *
   * @throws SlackError {@code no_reaction}, {@code message_not_found}
   */
  public void remove(Channel channel, String ts, String person, String name) {
    messages.touch(channel, ts, message -> remove(message, person, name));
    announce("reaction_removed", channel, ts, person, name);
  }

  private static void remove(JsonObject message, String person, String name) {
    JsonObject reaction = named(message, name).orElseThrow(() -> new SlackError("no_reaction"));
    JsonArray people = reaction.getAsJsonArray("users");
    if (!people.remove(new JsonPrimitive(person))) {
      throw new SlackError("no_reaction");
    }
    reaction.addProperty("count", people.size());
    if (people.isEmpty()) {
      message.getAsJsonArray("reactions").remove(reaction);
    }
    if (message.getAsJsonArray("reactions").isEmpty()) {
      message.remove("reactions");
    }
  }

  private void announce(String type, Channel channel, String ts, String person, String name) {
    JsonObject item = Json.object("type", "message", "channel", channel.id(), "ts", ts);
    JsonObject event = Json.object("type", type, "user", person, "reaction", name, "item", item);
    messages
        .find(channel, ts)
        .ifPresent(message -> event.addProperty("item_user", Json.text(message, "user")));
    event.addProperty("event_ts", messages.nextTs());
    announcer.inChannel(channel, event);
  }
}
