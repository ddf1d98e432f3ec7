package dev.vouch.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The payload of an envelope, looked at for whose it is. */
final class Payload {
  /** Where Slack, or a form of ours, says whose message or reaction it is. */
  private static final List<String> OWNERS = List.of("user", "item_user", "person", "author_id");

  private static final List<String> INSIDE = List.of("message", "previous_message");

  private Payload() {}

  /** Slack ids of those whose words or reaction it is; none where it is no JSON object. */
  static List<String> owners(String payload) {
    return parsed(payload).map(Payload::owners).orElse(List.of());
  }

  private static Optional<JsonObject> parsed(String payload) {
    try {
      JsonElement json = JsonParser.parseString(payload);
      return json.isJsonObject() ? Optional.of(json.getAsJsonObject()) : Optional.empty();
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  private static List<String> owners(JsonObject json) {
    List<String> owners = new ArrayList<>(texts(json, OWNERS));
    for (String inside : INSIDE) {
      if (json.get(inside) instanceof JsonObject message) {
        owners.addAll(texts(message, OWNERS));
      }
    }
    return owners;
  }

  private static List<String> texts(JsonObject json, List<String> fields) {
    return fields.stream()
        .map(json::get)
        .filter(value -> value != null && value.isJsonPrimitive())
        .map(JsonElement::getAsString)
        .toList();
  }

  /** What is left of it without a person; empty where it is theirs, or cannot be read. */
  static Optional<String> without(String payload, Traces traces) {
    Optional<JsonObject> json = parsed(payload);
    boolean theirs =
        json.isEmpty()
            || Stream.concat(owners(json.get()).stream(), spoken(json.get()).stream())
                .anyMatch(one -> traces.isHandle(one) || traces.hasName("@" + one));
    if (theirs) {
      return Optional.empty();
    }
    dropQuoted(json.get(), traces);
    return Optional.of(traces.without(json.get().toString()));
  }

  /** By which name a listening tool says whose words it brings. */
  private static List<String> spoken(JsonObject json) {
    List<String> names = new ArrayList<>();
    if (json.has("bot_id")) {
      names.addAll(texts(json, List.of("username")));
      if (json.get("attachments") instanceof JsonArray quoted) {
        quoted.forEach(
            one -> {
              if (one instanceof JsonObject attachment) {
                names.addAll(texts(attachment, List.of("author_name")));
              }
            });
      }
    }
    return names;
  }

  /** What others pass on of their words goes. */
  private static void dropQuoted(JsonElement json, Traces traces) {
    if (json instanceof JsonObject object) {
      object.asMap().values().forEach(value -> dropQuoted(value, traces));
    } else if (json instanceof JsonArray array) {
      for (Iterator<JsonElement> all = array.iterator(); all.hasNext(); ) {
        JsonElement one = all.next();
        if (one instanceof JsonObject object
            && texts(object, List.of("author_id")).stream().anyMatch(traces::isHandle)) {
          all.remove();
        } else {
          dropQuoted(one, traces);
        }
      }
    }
  }
}
