package dev.vouch.sandbox.block;

import dev.vouch.sandbox.wire.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What may stand inside a block: buttons, menus, inputs, options and confirmation dialogs.
 *
 * <p>The limits are those of docs.slack.dev/reference/block-kit.
 */
final class ElementRules {
  private static final Set<String> MENUS =
      Set.of(
          "static_select",
          "multi_static_select",
          "external_select",
          "multi_external_select",
          "users_select",
          "multi_users_select",
          "conversations_select",
          "multi_conversations_select",
          "channels_select",
          "multi_channels_select");
  private static final Set<String> PICKERS =
      Set.of("datepicker", "timepicker", "datetimepicker", "checkboxes", "radio_buttons");
  private static final Set<String> TYPED =
      Set.of(
          "plain_text_input",
          "email_text_input",
          "url_text_input",
          "number_input",
          "rich_text_input",
          "file_input");

  private ElementRules() {}

  /** An element of an actions block. */
  static void action(Node element) {
    if (among(element, "button", "overflow") || among(element, MENUS) || among(element, PICKERS)) {
      check(element);
    } else {
      unsupported(element);
    }
  }

  /** The accessory of a section. */
  static void accessory(Node element) {
    if (among(element, "image")) {
      BlockRules.picture(element);
    } else {
      action(element);
    }
  }

  /** The element of an input block. */
  static void input(Node element) {
    if (among(element, MENUS) || among(element, PICKERS) || among(element, TYPED)) {
      check(element);
    } else {
      unsupported(element);
    }
  }

  private static boolean among(Node element, String... types) {
    return List.of(types).contains(element.type());
  }

  private static boolean among(Node element, Set<String> types) {
    return types.contains(element.type());
  }

  static void unsupported(Node node) {
    node.need("type").ifPresent(type -> type.problem("unsupported type: " + node.type()));
  }

  private static void check(Node element) {
    element.at("action_id").ifPresent(id -> id.length(1, 255));
    element.at("confirm").ifPresent(ElementRules::confirm);
    element.at("placeholder").ifPresent(text -> text.plainText(150));
    switch (element.type()) {
      case "button" -> button(element);
      case "overflow" -> overflow(element);
      case "static_select", "multi_static_select" -> staticMenu(element);
      case "checkboxes", "radio_buttons" -> boxes(element);
      case "plain_text_input" -> typed(element);
      case "number_input" -> element.need("is_decimal_allowed");
      default -> {
        // The other pickers and menus have no limits of their own.
      }
    }
  }

  private static void button(Node button) {
    button.only("text", "action_id", "value", "url", "style", "confirm", "accessibility_label");
    button.need("text").ifPresent(text -> text.plainText(75));
    button.at("value").ifPresent(value -> value.length(1, 2_000));
    button.at("url").ifPresent(url -> url.length(1, 3_000));
    button.at("style").ifPresent(style -> style.oneOf("primary", "danger"));
    button.at("accessibility_label").ifPresent(label -> label.length(1, 75));
  }

  private static void overflow(Node menu) {
    menu.only("action_id", "options", "confirm");
    menu.need("options").ifPresent(options -> options(options, 2, 5));
  }

  private static void staticMenu(Node menu) {
    if (menu.has("option_groups")) {
      menu.at("option_groups").orElseThrow().items(1, 100).forEach(ElementRules::group);
    } else {
      menu.need("options").ifPresent(options -> options(options, 1, 100));
    }
    menu.at("initial_option").ifPresent(ElementRules::option);
  }

  private static void group(Node group) {
    group.need("label").ifPresent(label -> label.plainText(75));
    group.need("options").ifPresent(options -> options(options, 1, 100));
  }

  private static void boxes(Node boxes) {
    boxes.need("options").ifPresent(options -> options(options, 1, 10));
  }

  private static void options(Node options, int least, int most) {
    Set<String> values = new HashSet<>();
    for (Node option : options.items(least, most)) {
      option(option);
      if (!values.add(option.object().toString())) {
        option.problem("duplicate option");
      }
    }
  }

  private static void option(Node option) {
    option.only("text", "value", "description", "url");
    option.need("text").ifPresent(text -> text.anyText(75));
    option.need("value").ifPresent(value -> value.length(1, 150));
    option.at("description").ifPresent(text -> text.anyText(75));
  }

  private static void typed(Node input) {
    input.at("initial_value").ifPresent(value -> value.length(0, 3_000));
    between(input, "min_length", 0);
    between(input, "max_length", 1);
  }

  private static void between(Node input, String field, int least) {
    if (input.has(field)) {
      String length = Json.text(input.object(), field);
      if (!length.matches("\\d{1,4}")
          || Integer.parseInt(length) < least
          || Integer.parseInt(length) > 3_000) {
        input.problem(field + " must be between " + least + " and 3000");
      }
    }
  }

  private static void confirm(Node dialog) {
    dialog.only("title", "text", "confirm", "deny", "style");
    dialog.need("title").ifPresent(title -> title.plainText(100));
    dialog.need("text").ifPresent(text -> text.anyText(300));
    dialog.need("confirm").ifPresent(button -> button.plainText(30));
    dialog.need("deny").ifPresent(button -> button.plainText(30));
  }
}
