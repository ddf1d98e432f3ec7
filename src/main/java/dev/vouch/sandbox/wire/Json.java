package dev.vouch.sandbox.wire;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds and reads JSON trees; reading an absent or ill-typed field gives an empty value. */
public final class Json {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private Json() {}

  /** An object of alternating names and values; null values are left out. */
  public static JsonObject object(@Nullable Object... namesAndValues) {
    JsonObject object = new JsonObject();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value != null) {
        object.add(String.valueOf(namesAndValues[i]), GSON.toJsonTree(value));
      }
    }
    return object;
  }

  public static JsonArray array(Iterable<?> values) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(GSON.toJsonTree(value)));
    return array;
  }

  /** The field as text (numbers and booleans too), or "" where there is none. */
  public static String text(JsonObject object, String name) {
    return find(object, name).orElse("");
  }

  /** The field as text, empty where it is absent, null, "" or no plain value. */
  public static Optional<String> find(JsonObject object, String name) {
    JsonElement value = object.get(name);
    if (value == null || !value.isJsonPrimitive() || value.getAsString().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(value.getAsString());
  }

  /** Whether the field is true, "true" or 1. */
  public static boolean flag(JsonObject object, String name) {
    String value = text(object, name);
    return value.equals("true") || value.equals("1");
  }

  /** The field as an object; a new, empty one where it is none. */
  public static JsonObject child(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value != null && value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
  }

  /** The objects in a field that holds an array. */
  public static List<JsonObject> objects(JsonObject object, String name) {
    List<JsonObject> found = new ArrayList<>();
    JsonElement value = object.get(name);
    if (value != null && value.isJsonArray()) {
      value.getAsJsonArray().forEach(item -> addObject(found, item));
    }
    return found;
  }

  private static void addObject(List<JsonObject> found, JsonElement item) {
    if (item.isJsonObject()) {
      found.add(item.getAsJsonObject());
    }
  }

  /** Parses any JSON; broken JSON is empty. */
  public static Optional<JsonElement> parse(String json) {
    try {
      JsonElement element = JsonParser.parseString(json);
      return element instanceof JsonNull ? Optional.empty() : Optional.of(element);
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  /** Parses an object; anything else is empty. */
  public static Optional<JsonObject> parseObject(String json) {
    return parse(json).filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject);
  }
}
