package dev.vouch.sandbox.workspace;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import java.util.List;

/** Builds what the app is sent when a person does something with it. */
final class Payloads {
  private final Roster roster;
  private final Triggers triggers;
  private final ResponseUrls urls;
  private final String baseUrl;

  Payloads(Roster roster, Triggers triggers, ResponseUrls urls, String baseUrl) {
    this.roster = roster;
    this.triggers = triggers;
    this.urls = urls;
    this.baseUrl = baseUrl;
  }

  /** A slash command; all its values are texts, as in a form. */
  JsonObject command(ResponseUrls.Place place, String command, String text) {
    Channel channel = place.channel();
    Person person = roster.need(place.person());
    return Json.object(
        "token", "sandbox",
        "team_id", roster.own().id(),
        "team_domain", roster.own().domain(),
        "channel_id", channel.id(),
        "channel_name", channelName(channel),
        "user_id", person.id(),
        "user_name", person.handle(),
        "command", command,
        "text", text,
        "api_app_id", roster.app().id(),
        "is_enterprise_install", "false",
        "response_url", responseUrl(place),
        "trigger_id", triggers.issue(person.id()));
  }

  private static String channelName(Channel channel) {
    return switch (channel.kind()) {
      case DM -> "directmessage";
      case GROUP_DM, PRIVATE -> "privategroup";
      default -> channel.name();
    };
  }

  /** A message shortcut. */
  JsonObject shortcut(ResponseUrls.Place place, String callbackId, JsonObject message) {
    JsonObject payload = start("message_action", place.person());
    payload.addProperty("callback_id", callbackId);
    payload.addProperty("trigger_id", triggers.issue(place.person()));
    payload.addProperty("response_url", responseUrl(place));
    payload.addProperty("message_ts", Json.text(message, "ts"));
    payload.addProperty("action_ts", Json.text(message, "ts"));
    payload.add("channel", channel(place.channel()));
    payload.add("message", message);
    return payload;
  }

  /** A press in a message; ephemeral ones travel without their content, as in Slack. */
  JsonObject pressedInMessage(ResponseUrls.Place place, JsonObject message, JsonObject action) {
    JsonObject payload = pressed(place.person(), action);
    boolean ephemeral = Json.flag(message, "is_ephemeral");
    payload.add(
        "container",
        Json.object(
            "type", "message",
            "message_ts", Json.text(message, "ts"),
            "channel_id", place.channel().id(),
            "is_ephemeral", ephemeral,
            "thread_ts", Json.find(message, "thread_ts").orElse(null)));
    payload.add("channel", channel(place.channel()));
    payload.addProperty("response_url", responseUrl(place));
    if (!ephemeral) {
      payload.add("message", message);
    }
    return payload;
  }

  JsonObject pressedInView(String person, JsonObject view, JsonObject action) {
    JsonObject payload = pressed(person, action);
    payload.add("container", Json.object("type", "view", "view_id", Json.text(view, "id")));
    payload.add("view", view);
    return payload;
  }

  private JsonObject pressed(String person, JsonObject action) {
    JsonObject payload = start("block_actions", person);
    payload.addProperty("trigger_id", triggers.issue(person));
    payload.add("actions", Json.array(List.of(action)));
    return payload;
  }

  /** A modal sent off. */
  JsonObject submission(String person, JsonObject view) {
    JsonObject payload = start("view_submission", person);
    payload.addProperty("trigger_id", triggers.issue(person));
    payload.add("view", view);
    payload.add("response_urls", Json.array(List.of()));
    return payload;
  }

  /** A modal put away. */
  JsonObject closed(String person, JsonObject view) {
    JsonObject payload = start("view_closed", person);
    payload.add("view", view);
    payload.addProperty("is_cleared", false);
    return payload;
  }

  private JsonObject start(String type, String personId) {
    Person person = roster.need(personId);
    Team own = roster.own();
    return Json.object(
        "type",
        type,
        "token",
        "sandbox",
        "api_app_id",
        roster.app().id(),
        "team",
        Json.object("id", own.id(), "domain", own.domain()),
        "user",
        Json.object(
            "id", person.id(),
            "username", person.handle(),
            "name", person.handle(),
            "team_id", person.team().id()),
        "is_enterprise_install",
        false);
  }

  private String responseUrl(ResponseUrls.Place place) {
    return baseUrl + urls.issue(place);
  }

  private static JsonObject channel(Channel channel) {
    return Json.object("id", channel.id(), "name", channelName(channel));
  }
}
