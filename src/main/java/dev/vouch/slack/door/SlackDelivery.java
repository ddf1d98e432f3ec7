package dev.vouch.slack.door;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Slack delivers around an event: of it and of the event itself what a door looks at, and the
 * event word for word. Whatever else there is may be passed over, which takes a third of the time
 * of reading it.
 *
 * @param event the JSON of the event, if there is one
 */
record SlackDelivery(JsonObject fields, @Nullable String event) {
  private static final int LONGEST_TIME = 18;
  private static final Set<String> LOOKED_AT =
      Set.of(
          "type",
          "challenge",
          "event_id",
          "event_time",
          "team_id",
          "authorizations",
          "is_ext_shared_channel",
          "event_context",
          "event",
          "subtype",
          "user",
          "bot_id",
          "message",
          "previous_message",
          "tokens",
          "bot");

  /** As deep as Gson reads, which the workers use; how long a number is makes no difference. */
  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(255)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /** One that was read whole. */
  static SlackDelivery of(JsonObject whole) {
    JsonObject event = Json.object(whole, "event");
    return new SlackDelivery(whole, event == null ? null : event.toString());
  }

  /**
   * @throws JsonParseException if {@code body} is not one JSON object in UTF-8 and nothing else
   */
  static SlackDelivery skim(byte[] body) {
    try (JsonParser parser = STRICT.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonParseException("not a JSON object");
      }
      SlackDelivery delivery = skim(parser, body);
      if (parser.nextToken() != null) {
        throw new JsonParseException("more than a JSON object");
      }
      return delivery;
    } catch (IOException e) {
      throw new JsonParseException("not JSON that can be read", e);
    }
  }

  private static SlackDelivery skim(JsonParser parser, byte[] body) throws IOException {
    JsonObject fields = new JsonObject();
    String event = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      if (parser.currentName().equals("event")) {
        parser.nextToken();
        int start = (int) parser.currentTokenLocation().getByteOffset();
        fields.add("event", value(parser));
        event = Json.utf8(body, start, (int) parser.currentLocation().getByteOffset());
      } else {
        field(parser, fields);
      }
    }
    return new SlackDelivery(fields, event);
  }

  private static void field(JsonParser parser, JsonObject into) throws IOException {
    String name = parser.currentName();
    parser.nextToken();
    if (LOOKED_AT.contains(name)) {
      into.add(name, value(parser));
    } else {
      parser.skipChildren();
    }
  }

  private static JsonElement value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new JsonPrimitive(parser.getText());
      case VALUE_NUMBER_INT -> number(parser);
      case VALUE_TRUE, VALUE_FALSE -> new JsonPrimitive(parser.getBooleanValue());
      default -> JsonNull.INSTANCE;
    };
  }

  /** The only number that a door looks at is a time in seconds. */
  private static JsonElement number(JsonParser parser) throws IOException {
    return parser.getTextLength() < LONGEST_TIME
        ? new JsonPrimitive(parser.getLongValue())
        : JsonNull.INSTANCE;
  }

  private static JsonObject object(JsonParser parser) throws IOException {
    JsonObject object = new JsonObject();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      field(parser, object);
    }
    return object;
  }

  private static JsonArray array(JsonParser parser) throws IOException {
    JsonArray array = new JsonArray();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }
}
