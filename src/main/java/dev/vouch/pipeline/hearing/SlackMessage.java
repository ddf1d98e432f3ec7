package dev.vouch.pipeline.hearing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.mention.MentionId;
import java.util.Optional;

/**
 * Reads the fields of a Slack message that matter, from JSON that may lack any of them or hold
 * something else in their place.
 */
public final class SlackMessage {
  private final JsonObject json;

  public SlackMessage(JsonObject json) {
    this.json = json;
  }

  /** A text field; empty if it is missing, null, blank or no text. */
  public Optional<String> text(String field) {
    return text(json, field);
  }

  public static Optional<String> text(JsonObject json, String field) {
    JsonElement value = json.get(field);
    boolean isText =
        value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
    return isText
        ? Optional.of(value.getAsString()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  /** An object inside; an empty object if it is missing. */
  public static JsonObject object(JsonObject json, String field) {
    JsonElement value = json.get(field);
    return value != null && value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
  }

  /** An array inside; an empty array if it is missing. */
  static JsonArray array(JsonObject json, String field) {
    JsonElement value = json.get(field);
    return value != null && value.isJsonArray() ? value.getAsJsonArray() : new JsonArray();
  }

  /** Where the message stands, if channel and ts are what they should be. */
  public Optional<MentionId> id(String channel) {
    return text("ts").filter(SlackMessage::isTs).map(ts -> new MentionId(channel, ts));
  }

  public static boolean isTs(String ts) {
    return ts.matches("\\d{1,12}\\.\\d{6}");
  }

  /** Slack's timestamp of this wording: of the last edit, else of the message itself. */
  public Optional<String> version() {
    return edited().or(() -> text("ts")).filter(SlackMessage::isTs);
  }

  /** Slack's timestamp of the last edit by a person; unfurling a link is none. */
  public Optional<String> edited() {
    return text(object(json, "edited"), "ts").filter(SlackMessage::isTs);
  }

  /** Slack's timestamp of the message that began the thread in which this one answers. */
  public Optional<String> root() {
    Optional<String> own = text("ts");
    return text("thread_ts")
        .filter(SlackMessage::isTs)
        .filter(root -> !own.equals(Optional.of(root)));
  }

  /** What the author wrote; empty where a message only carries others' words. */
  public String ownText() {
    return text("text").orElse("");
  }

  /** The message of somebody else that this one passes on. */
  Optional<JsonObject> shared() {
    for (JsonElement one : array(json, "attachments")) {
      if (one.isJsonObject() && isTrue(one.getAsJsonObject(), "is_share")) {
        return Optional.of(one.getAsJsonObject());
      }
    }
    return Optional.empty();
  }

  /** Whether it shows a page or a message of somebody else that it links to. */
  boolean unfurls() {
    for (JsonElement one : array(json, "attachments")) {
      if (one.isJsonObject()
          && (text(one.getAsJsonObject(), "from_url").isPresent()
              || isTrue(one.getAsJsonObject(), "is_msg_unfurl"))) {
        return true;
      }
    }
    return false;
  }

  /**
   * What a listening tool brought: its attachment's author, and the words, from wherever they
   * stand.
   */
  Optional<JsonObject> quoted() {
    for (JsonElement one : array(json, "attachments")) {
      if (one.isJsonObject() && text(one.getAsJsonObject(), "text").isPresent()) {
        return Optional.of(one.getAsJsonObject());
      }
    }
    return Optional.empty();
  }

  private static boolean isTrue(JsonObject json, String field) {
    JsonElement value = json.get(field);
    return value != null
        && value.isJsonPrimitive()
        && value.getAsJsonPrimitive().isBoolean()
        && value.getAsBoolean();
  }
}
