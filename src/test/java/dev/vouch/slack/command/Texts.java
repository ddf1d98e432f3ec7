package dev.vouch.slack.command;

import com.google.gson.JsonElement;

/** All texts of some JSON, a line each: what a reader of the blocks would see. */
public final class Texts {
  private Texts() {}

  public static String of(JsonElement json) {
    StringBuilder all = new StringBuilder();
    collect(json, all);
    return all.toString();
  }

  private static void collect(JsonElement element, StringBuilder into) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(one -> collect(one, into));
    } else if (element.isJsonObject()) {
      element.getAsJsonObject().entrySet().forEach(entry -> collect(entry.getValue(), into));
    } else if (element.isJsonPrimitive()) {
      into.append('\n').append(element.getAsString());
    }
  }
}
