package dev.vouch.sandbox.api;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.SlackError;
import dev.vouch.sandbox.workspace.Channel;
import dev.vouch.sandbox.workspace.Conversations;
import dev.vouch.sandbox.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** conversations.*: which channels there are, who is in them and what was said. */
final class ConversationMethods {
  private final Workspace workspace;
  private final Rooms rooms;

  ConversationMethods(Workspace workspace, Rooms rooms) {
    this.workspace = workspace;
    this.rooms = rooms;
  }

  Map<String, Method> methods() {
    return Map.of(
        "conversations.list", this::list,
        "users.conversations", this::ofBot,
        "conversations.info", this::info,
        "conversations.members", this::members,
        "conversations.open", this::open,
        "conversations.history", this::history,
        "conversations.replies", this::replies,
        "conversations.join", this::join);
  }

  private String bot() {
    return workspace.roster().app().botPersonId();
  }

  private JsonObject json(Channel channel) {
    return channel.asConversation(bot(), workspace.roster().own().id());
  }

  private JsonObject list(ApiCall call) {
    Stream<Channel> all =
        workspace.conversations().all().stream()
            .filter(channel -> Conversations.open(channel) || channel.has(bot()));
    return page(call, all);
  }

  private JsonObject ofBot(ApiCall call) {
    return page(call, workspace.conversations().all().stream().filter(c -> c.has(bot())));
  }

  private JsonObject page(ApiCall call, Stream<Channel> channels) {
    List<String> wanted = call.ids("types");
    Set<String> types = wanted.isEmpty() ? Set.of("public_channel") : Set.copyOf(wanted);
    List<JsonObject> found =
        channels
            .filter(channel -> types.contains(type(channel)))
            .filter(channel -> !(call.flag("exclude_archived") && channel.archived()))
            .map(this::counted)
            .toList();
    return Pages.page(call, "channels", found, 100);
  }

  private static String type(Channel channel) {
    return switch (channel.kind()) {
      case PUBLIC, SHARED -> "public_channel";
      case PRIVATE -> "private_channel";
      case DM -> "im";
      case GROUP_DM -> "mpim";
    };
  }

  private JsonObject counted(Channel channel) {
    JsonObject json = json(channel);
    json.addProperty("num_members", channel.members().size());
    return json;
  }

  private JsonObject info(ApiCall call) {
    Channel channel = rooms.needed(call.need("channel"));
    boolean count = call.flag("include_num_members");
    return Json.object("channel", count ? counted(channel) : json(channel));
  }

  private JsonObject members(ApiCall call) {
    Channel channel = rooms.needed(call.need("channel"));
    return Pages.page(call, "members", channel.members(), 100);
  }

  private JsonObject open(ApiCall call) {
    if (call.find("channel").isPresent()) {
      return Json.object("channel", json(rooms.needed(call.text("channel"))));
    }
    List<String> people = call.ids("users");
    if (people.isEmpty()) {
      throw new SlackError("users_list_not_supplied");
    }
    if (people.size() > 8) {
      throw new SlackError("too_many_users");
    }
    people.forEach(rooms::checkReachable);
    Channel channel =
        people.size() == 1
            ? rooms.dm(people.get(0))
            : workspace.conversations().group(with(people));
    return Json.object("channel", json(channel));
  }

  private List<String> with(List<String> people) {
    List<String> all = new ArrayList<>(people);
    all.add(bot());
    return all.stream().distinct().toList();
  }

  private JsonObject history(ApiCall call) {
    Channel channel = rooms.joined(call.need("channel"));
    List<JsonObject> found = new ArrayList<>(between(call, channel));
    found.removeIf(ConversationMethods::hiddenReply);
    Collections.reverse(found);
    return Pages.page(call, "messages", found, 100);
  }

  private static boolean hiddenReply(JsonObject message) {
    String thread = Json.text(message, "thread_ts");
    return !thread.isEmpty()
        && !thread.equals(Json.text(message, "ts"))
        && !Json.text(message, "subtype").equals("thread_broadcast");
  }

  private List<JsonObject> between(ApiCall call, Channel channel) {
    String oldest = call.find("oldest").orElse("0");
    String latest = call.find("latest").orElse("99999999999");
    boolean inclusive = call.flag("inclusive");
    return workspace.messageBook().all(channel).stream()
        .filter(message -> within(Json.text(message, "ts"), oldest, latest, inclusive))
        .map(message -> call.flag("include_all_metadata") ? message : bare(message))
        .toList();
  }

  private static boolean within(String ts, String oldest, String latest, boolean inclusive) {
    double at = Double.parseDouble(ts);
    double from = Double.parseDouble(oldest);
    double to = Double.parseDouble(latest);
    return inclusive ? at >= from && at <= to : at > from && at < to;
  }

  private static JsonObject bare(JsonObject message) {
    message.remove("metadata");
    return message;
  }

  private JsonObject replies(ApiCall call) {
    Channel channel = rooms.joined(call.need("channel"));
    String thread = call.need("ts");
    if (workspace.messageBook().find(channel, thread).isEmpty()) {
      throw new SlackError("thread_not_found");
    }
    List<JsonObject> found =
        between(call, channel).stream()
            .filter(
                m -> thread.equals(Json.text(m, "ts")) || thread.equals(Json.text(m, "thread_ts")))
            .toList();
    return Pages.page(call, "messages", found, 1_000);
  }

  private JsonObject join(ApiCall call) {
    Channel channel = rooms.needed(call.need("channel"));
    if (!Conversations.open(channel)) {
      throw new SlackError("method_not_supported_for_channel_type");
    }
    if (channel.archived()) {
      throw new SlackError("is_archived");
    }
    workspace.join(channel.id(), bot());
    return Json.object("channel", json(channel));
  }
}
