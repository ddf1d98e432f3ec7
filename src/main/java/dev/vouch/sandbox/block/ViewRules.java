package dev.vouch.sandbox.block;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.SlackError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What Slack takes as a modal or a Home tab; limits from docs.slack.dev/reference/views. */
public final class ViewRules {
  private static final int MOST_BYTES = 250 * 1024;

  private ViewRules() {}

  /**
   * Checks a view.
   *
   * @param type {@code modal} or {@code home}
   * @throws SlackError {@code invalid_arguments} with a sentence for each fault, {@code
   *     view_too_large}
   */
  public static void check(JsonObject view, String type) {
    if (view.toString().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw new SlackError("view_too_large");
    }
    List<String> problems = new ArrayList<>();
    check(new Node(view, "/view", problems), type);
    if (!problems.isEmpty()) {
      throw new SlackError("invalid_arguments", problems);
    }
  }

  private static void check(Node view, String type) {
    view.need("type").ifPresent(node -> node.oneOf(type));
    view.at("private_metadata").ifPresent(text -> text.length(0, 3_000));
    view.at("callback_id").ifPresent(id -> id.length(0, 255));
    view.at("external_id").ifPresent(id -> id.length(0, 255));
    if (type.equals("modal")) {
      modal(view);
    }
    view.need("blocks").ifPresent(blocks -> BlockRules.checkAll(blocks, 100));
  }

  private static void modal(Node view) {
    view.need("title").ifPresent(title -> title.plainText(24));
    view.at("submit").ifPresent(submit -> submit.plainText(24));
    view.at("close").ifPresent(close -> close.plainText(24));
    if (!view.has("submit") && hasInput(view)) {
      view.problem("missing required field: submit");
    }
  }

  private static boolean hasInput(Node view) {
    return Json.objects(view.object(), "blocks").stream()
        .anyMatch(block -> Json.text(block, "type").equals("input"));
  }
}
