package dev.vouch.sandbox.block;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A JSON value under check, with the pointer to it and the list that its problems go to. */
final class Node {
  private final JsonElement value;
  private final String pointer;
  private final List<String> problems;

  Node(JsonElement value, String pointer, List<String> problems) {
    this.value = value;
    this.pointer = pointer;
    this.problems = problems;
  }

  void problem(String what) {
    problems.add("[ERROR] " + what + " [json-pointer:" + pointer + "]");
  }

  String type() {
    return Json.text(object(), "type");
  }

  boolean has(String field) {
    return object().has(field) && !object().get(field).isJsonNull();
  }

  JsonObject object() {
    return value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
  }

  /** The field, where it is there. */
  Optional<Node> at(String field) {
    return has(field) ? Optional.of(child(object().get(field), field)) : Optional.empty();
  }

  /** The field; its absence is a problem. */
  Optional<Node> need(String field) {
    Optional<Node> found = at(field);
    if (found.isEmpty()) {
      problem("missing required field: " + field);
    }
    return found;
  }

  private Node child(JsonElement element, String step) {
    return new Node(element, pointer + "/" + step, problems);
  }

  /** Every field beside {@code type} must be one of {@code fields}. */
  void only(String... fields) {
    Set<String> known = new HashSet<>(Arrays.asList(fields));
    known.add("type");
    for (String name : object().keySet()) {
      if (!known.contains(name)) {
        problem("invalid additional property: " + name);
      }
    }
  }

  /** Checks the length of a string, in characters. */
  void length(int least, int most) {
    if (!value.isJsonPrimitive()) {
      problem("must be a string");
      return;
    }
    int length = value.getAsString().length();
    if (length < least) {
      problem("must be more than " + (least - 1) + " characters");
    } else if (length > most) {
      problem("must be less than " + (most + 1) + " characters");
    }
  }

  void oneOf(String... allowed) {
    if (!value.isJsonPrimitive() || !Arrays.asList(allowed).contains(value.getAsString())) {
      problem("must be a valid enum value");
    }
  }

  /** Checks a text object that is plain_text only. */
  void plainText(int most) {
    textObject(most, "plain_text");
  }

  /** Checks a text object of either kind. */
  void anyText(int most) {
    textObject(most, "plain_text", "mrkdwn");
  }

  private void textObject(int most, String... kinds) {
    if (!value.isJsonObject()) {
      problem("must provide an object");
      return;
    }
    only("text", "emoji", "verbatim");
    need("type").ifPresent(type -> type.oneOf(kinds));
    need("text").ifPresent(text -> text.length(1, most));
  }

  /** The items of an array whose size is in bounds. */
  List<Node> items(int least, int most) {
    if (!value.isJsonArray()) {
      problem("must be an array");
      return List.of();
    }
    JsonArray array = value.getAsJsonArray();
    if (array.size() < least) {
      problem("must have at least " + least + (least == 1 ? " item" : " items"));
    }
    if (array.size() > most) {
      problem("no more than " + most + " items allowed");
    }
    return nodes(array);
  }

  private List<Node> nodes(JsonArray array) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      nodes.add(child(array.get(i), String.valueOf(i)));
    }
    return nodes;
  }

  /** Checks the length of an id field and that {@code seen} does not hold it yet. */
  void id(String field, Set<String> seen) {
    at(field)
        .ifPresent(
            id -> {
              id.length(1, 255);
              if (!seen.add(Json.text(object(), field))) {
                id.problem("`" + field + "` already exists");
              }
            });
  }
}
