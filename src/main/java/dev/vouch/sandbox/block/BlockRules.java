package dev.vouch.sandbox.block;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.vouch.sandbox.wire.SlackError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What Slack takes as the blocks of a message, and how it says no.
 *
 * <p>Limits: docs.slack.dev/reference/block-kit; the sum of all texts: slackapi/bolt-js issue 2509.
 */
public final class BlockRules {
  /**
   * The sum of all texts at which Slack answers {@code msg_blocks_too_long}; measured by others.
   */
  private static final int MOST_TEXT = 13_200;

  private BlockRules() {}

  /**
   * Checks the blocks of a message.
   *
   * @throws SlackError {@code invalid_blocks} with a sentence for each fault, {@code
   *     msg_blocks_too_long}
   */
  public static void checkMessage(JsonArray blocks) {
    List<String> problems = new ArrayList<>();
    checkAll(new Node(blocks, "/blocks", problems), 50);
    if (!problems.isEmpty()) {
      throw new SlackError("invalid_blocks", problems);
    }
    if (textLength(blocks) > MOST_TEXT) {
      throw new SlackError("msg_blocks_too_long");
    }
  }

  static void checkAll(Node blocks, int most) {
    Set<String> ids = new HashSet<>();
    for (Node block : blocks.items(0, most)) {
      block.id("block_id", ids);
      check(block);
    }
  }

  private static void check(Node block) {
    switch (block.type()) {
      case "section" -> section(block);
      case "header" -> header(block);
      case "context" -> context(block);
      case "actions" -> actions(block);
      case "input" -> input(block);
      case "image" -> image(block);
      case "markdown" -> block.need("text").ifPresent(text -> text.length(1, 12_000));
      case "rich_text" -> block.need("elements").ifPresent(elements -> elements.items(1, 1_000));
      case "divider" -> block.only("block_id");
      default -> ElementRules.unsupported(block);
    }
  }

  private static void section(Node block) {
    block.only("block_id", "text", "fields", "accessory", "expand");
    if (!block.has("fields")) {
      block.need("text");
    }
    block.at("text").ifPresent(text -> text.anyText(3_000));
    block
        .at("fields")
        .ifPresent(fields -> fields.items(1, 10).forEach(field -> field.anyText(2_000)));
    block.at("accessory").ifPresent(ElementRules::accessory);
  }

  private static void header(Node block) {
    block.only("block_id", "text");
    block.need("text").ifPresent(text -> text.plainText(150));
  }

  private static void context(Node block) {
    block.only("block_id", "elements");
    block
        .need("elements")
        .ifPresent(elements -> elements.items(1, 10).forEach(BlockRules::contextElement));
  }

  private static void contextElement(Node element) {
    if (element.type().equals("image")) {
      picture(element);
    } else {
      element.anyText(3_000);
    }
  }

  private static void actions(Node block) {
    block.only("block_id", "elements");
    Set<String> ids = new HashSet<>();
    block
        .need("elements")
        .ifPresent(
            elements ->
                elements
                    .items(1, 25)
                    .forEach(
                        element -> {
                          element.id("action_id", ids);
                          ElementRules.action(element);
                        }));
  }

  private static void input(Node block) {
    block.only("block_id", "label", "element", "dispatch_action", "hint", "optional");
    block.need("label").ifPresent(label -> label.plainText(2_000));
    block.at("hint").ifPresent(hint -> hint.plainText(2_000));
    block.need("element").ifPresent(ElementRules::input);
  }

  private static void image(Node block) {
    block.at("title").ifPresent(title -> title.plainText(2_000));
    picture(block);
  }

  /** An image, as a block of its own or inside another. */
  static void picture(Node image) {
    image.only("block_id", "title", "image_url", "slack_file", "alt_text");
    image.need("alt_text").ifPresent(text -> text.length(1, 2_000));
    if (!image.has("slack_file")) {
      image.need("image_url").ifPresent(url -> url.length(1, 3_000));
    }
  }

  private static int textLength(JsonElement element) {
    int length = 0;
    if (element.isJsonArray()) {
      for (JsonElement item : element.getAsJsonArray()) {
        length += textLength(item);
      }
    } else if (element.isJsonObject()) {
      for (var field : element.getAsJsonObject().entrySet()) {
        boolean text = field.getKey().equals("text") && field.getValue().isJsonPrimitive();
        length += text ? field.getValue().getAsString().length() : textLength(field.getValue());
      }
    }
    return length;
  }
}
