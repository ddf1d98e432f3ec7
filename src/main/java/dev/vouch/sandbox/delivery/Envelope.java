package dev.vouch.sandbox.delivery;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import org.jspecify.annotations.Nullable;

/**
 * One delivery to the app.
 *
 * @param type {@code events_api}, {@code slash_commands} or {@code interactive}
 * @param attempt 0 at first, then the number of the retry
 * @param reason why it is sent again, null the first time
 */
record Envelope(String id, String type, JsonObject payload, int attempt, @Nullable String reason) {

  /** What travels over the socket. */
  JsonObject asJson() {
    JsonObject json = Json.object("envelope_id", id, "type", type, "payload", payload);
    json.addProperty("accepts_response_payload", !isEvent());
    if (isEvent()) {
      json.addProperty("retry_attempt", attempt);
      json.addProperty("retry_reason", reason == null ? "" : reason);
    }
    return json;
  }

  boolean isEvent() {
    return type.equals("events_api");
  }

  Envelope again(String newId, int newAttempt, String why) {
    return new Envelope(newId, type, payload, newAttempt, why);
  }
}
