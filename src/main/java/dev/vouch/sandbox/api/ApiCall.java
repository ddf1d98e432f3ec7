package dev.vouch.sandbox.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.HttpCall;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.SlackError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One call of a Web API method: its name, its arguments and when it came.
 *
 * @param args as sent, without the token; in form-encoded calls all values are texts
 */
public record ApiCall(String method, JsonObject args, Instant at) {

  /** Reads query, form and JSON body alike. */
  static ApiCall read(String method, HttpCall http, Instant at) {
    JsonObject args = new JsonObject();
    http.query().forEach(args::addProperty);
    if (http.header("content-type").orElse("").startsWith("application/json")) {
      Json.parseObject(http.bodyText())
          .orElseThrow(() -> new SlackError("invalid_json"))
          .entrySet()
          .forEach(field -> args.add(field.getKey(), field.getValue()));
    } else {
      HttpCall.form(http.bodyText()).forEach(args::addProperty);
    }
    return new ApiCall(method, args, at);
  }

  /** The argument as text. */
  public Optional<String> find(String name) {
    return Json.find(args, name);
  }

  /** The argument as text, or "". */
  public String text(String name) {
    return Json.text(args, name);
  }

  String need(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new SlackError(
                    "invalid_arguments", List.of("[ERROR] missing required field: " + name)));
  }

  boolean flag(String name) {
    return Json.flag(args, name);
  }

  int number(String name, int otherwise, int most) {
    String value = find(name).orElse(Integer.toString(otherwise));
    if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < 1) {
      throw new SlackError("invalid_limit");
    }
    return Math.min(most, Integer.parseInt(value));
  }

  /** An argument that is JSON, sent as it is or as text. */
  Optional<JsonElement> json(String name) {
    JsonElement value = args.get(name);
    if (value != null && value.isJsonPrimitive()) {
      return Json.parse(value.getAsString());
    }
    return Optional.ofNullable(value).filter(element -> !element.isJsonNull());
  }

  /** Whether the argument was sent, be it empty. */
  public boolean has(String name) {
    return args.has(name) && !args.get(name).isJsonNull();
  }

  Optional<JsonArray> array(String name) {
    if (!has(name) || (text(name).isEmpty() && args.get(name).isJsonPrimitive())) {
      return Optional.empty();
    }
    JsonElement value = json(name).filter(JsonElement::isJsonArray).orElse(null);
    if (value == null) {
      throw new SlackError(name.equals("blocks") ? "invalid_blocks_format" : "invalid_arguments");
    }
    return Optional.of(value.getAsJsonArray().deepCopy());
  }

  Optional<JsonObject> object(String name) {
    return json(name).filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject);
  }

  /** A list of ids, sent as JSON or with commas. */
  List<String> ids(String name) {
    JsonElement value = args.get(name);
    if (value != null && value.isJsonArray()) {
      return value.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
    }
    return text(name).isEmpty() ? List.of() : List.of(text(name).split("\\s*,\\s*"));
  }
}
