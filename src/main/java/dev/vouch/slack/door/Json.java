package dev.vouch.slack.door;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that anybody may have written: strictly, and without trusting that a field is there.
 */
final class Json {
  private static final Gson STRICT = new GsonBuilder().setStrictness(Strictness.STRICT).create();

  private Json() {}

  /**
   * @throws JsonParseException if {@code text} is not one JSON object and nothing else
   */
  static JsonObject object(String text) {
    try {
      JsonElement element = STRICT.fromJson(text, JsonElement.class);
      if (element != null && element.isJsonObject()) {
        return element.getAsJsonObject();
      }
    } catch (NumberFormatException | StackOverflowError e) {
      throw new JsonParseException("not JSON that can be read", e);
    }
    throw new JsonParseException("not a JSON object");
  }

  /**
   * @return empty if the bytes are not valid UTF-8
   */
  static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** A field that is a string and not blank, else null. */
  static @Nullable String text(@Nullable JsonObject object, String field) {
    JsonElement value = object == null ? null : object.get(field);
    if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      String text = primitive.getAsString();
      return text.isBlank() ? null : text;
    }
    return null;
  }

  /** A field that is an object, else null. */
  static @Nullable JsonObject object(@Nullable JsonObject object, String field) {
    JsonElement value = object == null ? null : object.get(field);
    return value instanceof JsonObject found ? found : null;
  }
}
