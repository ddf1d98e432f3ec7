package dev.vouch.sandbox.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.vouch.sandbox.block.BlockRules;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.SlackError;
import dev.vouch.sandbox.workspace.Channel;
import dev.vouch.sandbox.workspace.Conversations;
import dev.vouch.sandbox.workspace.Workspace;
import java.util.Map;
import java.util.Optional;

/** chat.* and reactions.*: what the bot says, changes and takes back. */
final class ChatMethods {
  private static final int MOST_TEXT = 40_000;

  private final Workspace workspace;
  private final Rooms rooms;

  ChatMethods(Workspace workspace, Rooms rooms) {
    this.workspace = workspace;
    this.rooms = rooms;
  }

  Map<String, Method> methods() {
    return Map.of(
        "chat.postMessage", this::post,
        "chat.postEphemeral", this::postEphemeral,
        "chat.update", this::update,
        "chat.delete", this::delete,
        "chat.getPermalink", this::permalink,
        "reactions.get", this::reactions,
        "reactions.add", this::react,
        "reactions.remove", this::unreact);
  }

  private JsonObject post(ApiCall call) {
    Channel channel = rooms.toPost(call);
    JsonObject message = message(call);
    call.find("thread_ts").ifPresent(thread -> reply(call, channel, message, thread));
    JsonObject posted = workspace.messageBook().post(channel, message);
    return said(channel, posted);
  }

  private void reply(ApiCall call, Channel channel, JsonObject message, String thread) {
    if (workspace.messageBook().find(channel, thread).isEmpty()) {
      throw new SlackError("thread_not_found");
    }
    message.addProperty("thread_ts", thread);
    if (call.flag("reply_broadcast")) {
      message.addProperty("subtype", "thread_broadcast");
    }
  }

  private static JsonObject said(Channel channel, JsonObject message) {
    return Json.object("channel", channel.id(), "ts", Json.text(message, "ts"), "message", message);
  }

  /** The bot's message out of the arguments, checked as Slack checks it. */
  private JsonObject message(ApiCall call) {
    JsonObject message = workspace.roster().app().asAuthor();
    Optional<JsonArray> blocks = call.array("blocks").filter(array -> !array.isEmpty());
    Optional<JsonArray> attachments = call.array("attachments").filter(array -> !array.isEmpty());
    String text = call.text("text");
    if (text.isEmpty() && blocks.isEmpty() && attachments.isEmpty()) {
      throw new SlackError("no_text");
    }
    message.addProperty("text", text.substring(0, Math.min(text.length(), MOST_TEXT)));
    blocks.ifPresent(array -> message.add("blocks", checked(array)));
    attachments.ifPresent(array -> message.add("attachments", array));
    call.object("metadata").ifPresent(metadata -> message.add("metadata", metadata(metadata)));
    return message;
  }

  private static JsonArray checked(JsonArray blocks) {
    BlockRules.checkMessage(blocks);
    return blocks;
  }

  private static JsonObject metadata(JsonObject metadata) {
    if (Json.find(metadata, "event_type").isEmpty() || !metadata.has("event_payload")) {
      throw new SlackError("invalid_metadata_schema");
    }
    return metadata;
  }

  private JsonObject postEphemeral(ApiCall call) {
    Channel channel = rooms.toPost(call);
    String person = call.need("user");
    if (!channel.has(person)) {
      throw new SlackError("user_not_in_channel");
    }
    String ts = workspace.messageBook().ephemeral(channel, person, message(call));
    return Json.object("message_ts", ts);
  }

  private JsonObject update(ApiCall call) {
    Channel channel = rooms.needed(call.need("channel"));
    String ts = own(channel, call.need("ts"), "cant_update_message");
    JsonObject fresh = message(call);
    String bot = workspace.roster().app().botPersonId();
    JsonObject edited =
        workspace.messageBook().edit(channel, ts, bot, message -> overwrite(call, message, fresh));
    JsonObject answer = said(channel, edited);
    answer.addProperty("text", Json.text(edited, "text"));
    return answer;
  }

  /** Text without blocks takes the blocks away, as Slack does. */
  private static void overwrite(ApiCall call, JsonObject message, JsonObject fresh) {
    boolean keep = !call.has("text") && !call.has("blocks");
    for (String field : new String[] {"text", "blocks", "attachments", "metadata"}) {
      if (fresh.has(field)) {
        message.add(field, fresh.get(field));
      } else if (field.equals("blocks") && !keep) {
        message.remove(field);
      }
    }
  }

  private String own(Channel channel, String ts, String otherwise) {
    JsonObject message =
        workspace
            .messageBook()
            .find(channel, ts)
            .orElseThrow(() -> new SlackError("message_not_found"));
    if (!Json.text(message, "user").equals(workspace.roster().app().botPersonId())) {
      throw new SlackError(otherwise);
    }
    return ts;
  }

  private JsonObject delete(ApiCall call) {
    Channel channel = rooms.needed(call.need("channel"));
    String ts = own(channel, call.need("ts"), "cant_delete_message");
    workspace.messageBook().delete(channel, ts);
    return Json.object("channel", channel.id(), "ts", ts);
  }

  private JsonObject permalink(ApiCall call) {
    Conversations conversations = workspace.conversations();
    Channel channel = conversations.need(call.need("channel"));
    String ts = call.need("message_ts");
    if (workspace.messageBook().find(channel, ts).isEmpty()) {
      throw new SlackError("message_not_found");
    }
    String link = workspace.permalink(channel, ts);
    return Json.object("channel", channel.id(), "permalink", link);
  }

  private JsonObject reactions(ApiCall call) {
    Channel channel = rooms.joined(call.need("channel"));
    JsonObject message =
        workspace
            .messageBook()
            .find(channel, call.need("timestamp"))
            .orElseThrow(() -> new SlackError("message_not_found"));
    return Json.object("type", "message", "channel", channel.id(), "message", message);
  }

  private JsonObject react(ApiCall call) {
    Channel channel = rooms.joined(call.need("channel"));
    String bot = workspace.roster().app().botPersonId();
    workspace.reactions().add(channel, call.need("timestamp"), bot, call.need("name"));
    return new JsonObject();
  }

  private JsonObject unreact(ApiCall call) {
    Channel channel = rooms.joined(call.need("channel"));
    String bot = workspace.roster().app().botPersonId();
    workspace.reactions().remove(channel, call.need("timestamp"), bot, call.need("name"));
    return new JsonObject();
  }
}
