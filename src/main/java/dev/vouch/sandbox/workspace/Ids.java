package dev.vouch.sandbox.workspace;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that say what they are made for, and are the same on every run. Thread-safe. */
final class Ids {
  private final AtomicLong last = new AtomicLong();

  /** The next id that starts with {@code prefix}, for instance {@code Ev00000000A1}. */
  String next(String prefix) {
    String count = Long.toString(last.incrementAndGet(), 36).toUpperCase(Locale.ROOT);
    return prefix + "0".repeat(Math.max(0, 9 - count.length())) + count;
  }

  /**
   * Gives the blocks of a message or view and their elements the ids that they lack, as Slack does.
   * They hang on nothing but where they stand, so that what else goes on meanwhile changes none.
   *
   * @param version what this state of the message or view is called, and no other of it
   */
  static void fillIn(JsonObject shown, String version) {
    String prefix = "i" + version.replaceAll("[^A-Za-z0-9]", "") + "x";
    int count = 0;
    for (JsonObject block : Json.objects(shown, "blocks")) {
      fillIn(block, "block_id", prefix + ++count);
      for (JsonObject element : elements(block)) {
        fillIn(element, "action_id", prefix + ++count);
      }
    }
  }

  private static void fillIn(JsonObject object, String field, String id) {
    if (Json.find(object, field).isEmpty()) {
      object.addProperty(field, id);
    }
  }

  /** The elements of a block that a person can act on. */
  static List<JsonObject> elements(JsonObject block) {
    List<JsonObject> elements = new ArrayList<>();
    if (Json.text(block, "type").equals("actions")) {
      elements.addAll(Json.objects(block, "elements"));
    }
    for (String field : List.of("accessory", "element")) {
      JsonObject element = Json.child(block, field);
      if (element.has("type") && !Json.text(element, "type").equals("image")) {
        elements.add(element);
      }
    }
    return elements;
  }

  /** Up to ten letters and digits of {@code name} in upper case, at least two. */
  static String part(String name) {
    String letters = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "") + "XX";
    return letters.substring(0, Math.min(10, Math.max(2, letters.length() - 2)));
  }
}
