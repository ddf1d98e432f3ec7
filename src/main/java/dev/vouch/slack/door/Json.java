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
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that anybody may have written: strictly, and without trusting that a field is there.
 */
final class Json {
  /** What Java reads where bytes are no UTF-8; a text may also have it by itself. */
  private static final char REPLACED = '\uFFFD';

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
   * The text of some bytes.
   *
   * @throws JsonParseException if they are not valid UTF-8
   */
  static String utf8(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return text.indexOf(REPLACED) < 0 ? text : strictUtf8(bytes, from, to);
  }

  /** Slower, so only for what may have bytes in it that are no letters. */
  private static String strictUtf8(byte[] bytes, int from, int to) {
    try {
      ByteBuffer some = ByteBuffer.wrap(bytes, from, to - from);
      return StandardCharsets.UTF_8.newDecoder().decode(some).toString();
    } catch (CharacterCodingException e) {
      throw new JsonParseException("not UTF-8", e);
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
