package dev.vouch.slack.gallery;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.slack.gallery.Gallery.Piece;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A web page that shows every view roughly as Slack would draw it; needs nothing but itself. */
public final class GalleryPage {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en"><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Vouch: every view</title>
      <style>
      body{font:15px/1.47 system-ui,sans-serif;margin:2rem auto;max-width:44rem;padding:0 1rem;color:#1d1c1d}
      article{border:1px solid #ddd;border-radius:8px;margin:1.5rem 0;padding:.5rem 1rem}
      h2{font-size:1rem;margin:.3rem 0}small,.context{color:#616061;font-size:.85rem}
      h3{font-size:1.15rem}blockquote{border-left:4px solid #ddd;margin:.2rem 0;padding-left:.7rem}
      code{background:#f4f4f4;border:1px solid #e4e4e4;border-radius:3px;color:#a51d2d;padding:0 .2rem}
      button,.field{background:#fff;border:1px solid #bbb;border-radius:4px;font:inherit;margin:.2rem .4rem .2rem 0;padding:.25rem .7rem}
      .beside{align-items:flex-start;display:flex;gap:1rem;justify-content:space-between}.beside>:last-child{flex-shrink:0}
      .menu{border:1px solid #bbb;border-radius:4px;color:#444;display:inline-block;margin:.2rem .4rem .2rem 0;padding:.25rem .7rem}
      .option{display:block}.option small{display:block;margin-left:1.5rem}
      button.danger{border-color:#e01e5a;color:#e01e5a}
      button.primary{background:#007a5a;border-color:#007a5a;color:#fff}.field{display:block;color:#444}
      </style>
      <h1>Every view of Vouch</h1>
      """;

  private GalleryPage() {}

  public static String of(List<Piece> pieces) {
    return HEAD
        + pieces.stream().map(GalleryPage::article).collect(Collectors.joining())
        + "</html>\n";
  }

  private static String article(Piece piece) {
    String blocks =
        elements(GalleryJson.of(piece), "blocks")
            .map(GalleryPage::block)
            .collect(Collectors.joining("\n"));
    return "<article id=\"%s\"><h2>%s</h2><small>%s for a%s %s · notification: %s</small>\n%s</article>\n"
        .formatted(
            piece.name(),
            piece.name(),
            piece.surface().wire(),
            piece.audience().wire().matches("[aeiou].*") ? "n" : "",
            piece.audience().wire(),
            html(piece.text()),
            blocks);
  }

  private static String block(JsonObject block) {
    return switch (text(block, "type")) {
      case "header" -> "<h3>" + textOf(block, "text") + "</h3>";
      case "section" -> section(block);
      case "divider" -> "<hr>";
      case "context" ->
          "<div class=\"context\">"
              + elements(block, "elements").map(GalleryPage::shown).collect(Collectors.joining(" "))
              + "</div>";
      case "actions" ->
          "<div>"
              + elements(block, "elements").map(GalleryPage::element).collect(Collectors.joining())
              + "</div>";
      case "input" ->
          "<label>%s %s</label>"
              .formatted(textOf(block, "label"), element(block.getAsJsonObject("element")));
      default -> unknown(block);
    };
  }

  /** A text, and beside it what one can do about it. */
  private static String section(JsonObject block) {
    String text = "<div>" + textOf(block, "text") + "</div>";
    return block.has("accessory")
        ? "<div class=\"beside\">%s<div>%s</div></div>"
            .formatted(text, element(block.getAsJsonObject("accessory")))
        : text;
  }

  private static String element(JsonObject element) {
    return switch (text(element, "type")) {
      case "button" -> button(element);
      case "plain_text_input" ->
          "<span class=\"field\">%s&nbsp;</span>".formatted(html(text(element, "initial_value")));
      case "static_select", "users_select" ->
          "<span class=\"menu\">%s ▾</span>".formatted(chosen(element));
      case "checkboxes" ->
          elements(element, "options")
              .map(option -> option(option, element))
              .collect(Collectors.joining());
      default -> unknown(element);
    };
  }

  private static String unknown(JsonObject json) {
    return "<pre>" + html(json.toString()) + "</pre>";
  }

  private static String chosen(JsonObject menu) {
    if (menu.has("initial_user")) {
      return html(text(menu, "initial_user"));
    }
    return menu.has("initial_option")
        ? textOf(menu.getAsJsonObject("initial_option"), "text")
        : textOf(menu, "placeholder");
  }

  private static String option(JsonObject option, JsonObject of) {
    boolean ticked =
        of.has("initial_options")
            && elements(of, "initial_options")
                .anyMatch(one -> text(one, "value").equals(text(option, "value")));
    return "<span class=\"option\">%s %s<small>%s</small></span>"
        .formatted(ticked ? "☑" : "☐", textOf(option, "text"), textOf(option, "description"));
  }

  private static String button(JsonObject button) {
    return "<button type=\"button\" class=\"%s\">%s</button>"
        .formatted(text(button, "style"), textOf(button, "text"));
  }

  private static String textOf(JsonObject parent, String key) {
    return parent.has(key) ? shown(parent.getAsJsonObject(key)) : "";
  }

  private static String shown(JsonObject text) {
    String words = text(text, "text");
    return text(text, "type").equals("mrkdwn") ? marked(words) : html(words);
  }

  /** The part of Slack's markup that our views use. */
  private static String marked(String mrkdwn) {
    return html(mrkdwn.replace("&lt;", "\u0001").replace("&gt;", "\u0002").replace("&amp;", "&"))
        .replaceAll("&lt;!date\\^\\d+\\^[^|]*\\|(.*?)&gt;", "<time>$1</time>")
        .replaceAll("&lt;#(\\w+)&gt;", "<b>#$1</b>")
        .replaceAll("&lt;(https?:[^|]*?)\\|(.*?)&gt;", "<a href=\"$1\">$2</a>")
        .replaceAll("`([^`\n]+)`", "<code>$1</code>")
        .replaceAll("(?<![\\w*])\\*([^*\n]+)\\*", "<b>$1</b>")
        .replaceAll("(?<!\\w)_([^_\n]+)_(?!\\w)", "<i>$1</i>")
        .replaceAll("(?m)^&gt; (.*)$", "<blockquote>$1</blockquote>")
        .replace("</blockquote>\n", "</blockquote>")
        .replace("\n", "<br>")
        .replace("\u0001", "&lt;")
        .replace("\u0002", "&gt;");
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String text(JsonObject object, String key) {
    return object.has(key) ? object.get(key).getAsString() : "";
  }

  private static Stream<JsonObject> elements(JsonObject parent, String key) {
    return StreamSupport.stream(parent.getAsJsonArray(key).spliterator(), false)
        .map(JsonElement::getAsJsonObject);
  }
}
