package dev.vouch.slack.door;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import org.jspecify.annotations.Nullable;

/**
 * One message of Slack's over a Socket Mode connection.
 *
 * @param id what an acknowledgement refers to; null where Slack wants none
 * @param takesAnswer whether an acknowledgement may carry an answer
 */
record SocketEnvelope(String type, @Nullable String id, JsonObject body, boolean takesAnswer) {

  /**
   * @throws JsonParseException if it is not one
   */
  static SocketEnvelope parse(String message) {
    JsonObject body = Json.object(message);
    String type = Json.text(body, "type");
    if (type == null) {
      throw new JsonParseException("a Socket Mode message without type");
    }
    JsonElement takes = body.get("accepts_response_payload");
    boolean takesAnswer = takes == null || !takes.toString().equals("false");
    return new SocketEnvelope(type, Json.text(body, "envelope_id"), body, takesAnswer);
  }

  @Nullable JsonObject payload() {
    return Json.object(body, "payload");
  }

  /** Why Slack is about to close the connection, as far as it says. */
  String reason() {
    String reason = Json.text(body, "reason");
    return reason == null ? "no reason" : reason;
  }

  /** The acknowledgement without an answer. */
  String ack() {
    return bareAck().toString();
  }

  /** The acknowledgement with an answer, which becomes text where it is not JSON. */
  String ack(String answer, String contentType) {
    JsonObject ack = bareAck();
    if (takesAnswer && !answer.isBlank()) {
      ack.add("payload", payload(answer, contentType));
    }
    return ack.toString();
  }

  private JsonObject bareAck() {
    JsonObject ack = new JsonObject();
    ack.addProperty("envelope_id", id);
    return ack;
  }

  private static JsonElement payload(String answer, String contentType) {
    if (contentType.startsWith("application/json")) {
      return JsonParser.parseString(answer);
    }
    JsonObject text = new JsonObject();
    text.addProperty("text", answer);
    return text;
  }

  /**
   * What must stay in order: messages and reactions of one channel.
   *
   * @return the channel, or else the person, or else nothing
   */
  String orderedBy() {
    JsonObject event = Json.object(payload(), "event");
    JsonObject item = Json.object(event, "item");
    JsonObject channel = Json.object(event, "channel");
    for (String key :
        new @Nullable String[] {
          Json.text(event, "channel"),
          Json.text(item, "channel"),
          Json.text(channel, "id"),
          Json.text(event, "user")
        }) {
      if (key != null) {
        return key;
      }
    }
    return "";
  }
}
