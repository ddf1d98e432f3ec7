package dev.vouch.slack.door;

import com.google.gson.JsonObject;
import dev.vouch.slack.Tokens.Token;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells events that can matter from those that never can, by their type and who caused them. */
final class EventFilter {
  /** What the worker knows how to handle. */
  static final Set<String> TYPES =
      Set.of(
          "message",
          "reaction_added",
          "reaction_removed",
          "app_home_opened",
          "user_change",
          "channel_rename",
          "group_rename",
          "channel_shared",
          "channel_unshared");

  /** Messages in which somebody says something; the others tell of joins, topics and the like. */
  static final Set<String> SUBTYPES =
      Set.of(
          "file_share",
          "thread_broadcast",
          "me_message",
          "bot_message",
          "message_changed",
          "message_deleted");

  private EventFilter() {}

  static boolean isUsed(JsonObject event) {
    String type = Json.text(event, "type");
    if (type == null || !TYPES.contains(type)) {
      return false;
    }
    String subtype = Json.text(event, "subtype");
    return !type.equals("message") || subtype == null || SUBTYPES.contains(subtype);
  }

  /** Whether Vouch itself said, changed or deleted this, or reacted to something. */
  static boolean isOwn(JsonObject event, Token self) {
    return isBy(event, self)
        || isBy(Json.object(event, "message"), self)
        || isBy(Json.object(event, "previous_message"), self);
  }

  private static boolean isBy(@Nullable JsonObject said, Token self) {
    String bot = Json.text(said, "bot_id");
    return self.botUserId().equals(Json.text(said, "user"))
        || (bot != null && bot.equals(self.botId()));
  }
}
