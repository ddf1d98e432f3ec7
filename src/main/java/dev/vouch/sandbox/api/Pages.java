package dev.vouch.sandbox.api;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.SlackError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Slack's cursors: a list given out a page at a time. */
final class Pages {
  private Pages() {}

  /**
   * The page that {@code call} asks for.
   *
   * @throws SlackError {@code invalid_cursor}, {@code invalid_limit}
   */
  static <T> JsonObject page(ApiCall call, String field, List<T> all, int usual) {
    int from = call.find("cursor").map(Pages::decode).orElse(0);
    int to = Math.min(all.size(), from + call.number("limit", usual, 1_000));
    JsonObject answer = new JsonObject();
    answer.add(field, Json.array(all.subList(Math.min(from, to), to)));
    String next = to < all.size() ? encode(to) : "";
    answer.add("response_metadata", Json.object("next_cursor", next));
    answer.addProperty("has_more", to < all.size());
    return answer;
  }

  private static String encode(int offset) {
    byte[] plain = ("next:" + offset).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(plain);
  }

  private static int decode(String cursor) {
    try {
      String plain = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
      return Integer.parseInt(plain.substring("next:".length()));
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw new SlackError("invalid_cursor");
    }
  }
}
