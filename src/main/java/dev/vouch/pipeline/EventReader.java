package dev.vouch.pipeline;

import com.google.gson.JsonObject;
import dev.vouch.advocate.ReactionChange;
import dev.vouch.mention.MentionId;
import java.util.Optional;
import java.util.Set;

/**
 * Sorts the events of one workspace: messages are heard, reactions move reach, news about people
 * and channels refreshes the directory. It is idempotent, so an event may come any number of times.
 */
public final class EventReader {
  private static final Set<String> PRIVATE = Set.of("im", "mpim");

  private final Workspace workspace;
  private final Listener listener;

  public EventReader(Workspace workspace, Listener listener) {
    this.workspace = workspace;
    this.listener = listener;
  }

  /** Gives an event its effect; one that means nothing to us has none. */
  public void read(JsonObject event) {
    switch (SlackMessage.text(event, "type").orElse("")) {
      case "message" -> message(event);
      case "reaction_added" -> reaction(event, true);
      case "reaction_removed" -> reaction(event, false);
      case "user_change" -> changed(SlackMessage.object(event, "user"));
      case "channel_rename", "group_rename" -> changed(SlackMessage.object(event, "channel"));
      case "channel_shared", "channel_unshared" ->
          SlackMessage.text(event, "channel").ifPresent(workspace.directory()::changed);
      case "app_home_opened" -> homeOpened(event);
      default -> {
        // An event that we never asked for.
      }
    }
  }

  private void message(JsonObject event) {
    Optional<String> channel = SlackMessage.text(event, "channel").filter(EventReader::isId);
    if (channel.isEmpty()) {
      return;
    }
    switch (SlackMessage.text(event, "subtype").orElse("")) {
      case "", "file_share", "thread_broadcast", "me_message", "bot_message" ->
          posted(channel.get(), event);
      case "message_changed" -> edited(channel.get(), SlackMessage.object(event, "message"));
      case "message_deleted" -> deleted(channel.get(), event);
      default -> {
        // Joins, topics, pins: nobody's words.
      }
    }
  }

  private void posted(String channel, JsonObject event) {
    if (!isPrivate(channel, event)) {
      listener.hear(channel, new SlackMessage(event));
    } else if (channel.startsWith("D") && SlackMessage.text(event, "bot_id").isEmpty()) {
      SlackMessage.text(event, "user")
          .ifPresent(person -> workspace.messenger().greet(channel, person));
    }
  }

  /** What is said to Vouch alone, or among a few, is nothing to quote to others. */
  private static boolean isPrivate(String channel, JsonObject event) {
    return channel.startsWith("D")
        || SlackMessage.text(event, "channel_type").filter(PRIVATE::contains).isPresent();
  }

  private void edited(String channel, JsonObject message) {
    if (channel.startsWith("D")) {
      return;
    }
    SlackMessage now = new SlackMessage(message);
    if (SlackMessage.text(message, "subtype").filter("tombstone"::equals).isPresent()) {
      now.id(channel).ifPresent(id -> listener.withdraw(id, now.version().orElse(id.ts())));
    } else if (now.edited().isPresent()) {
      listener.hear(channel, now);
    }
  }

  private void deleted(String channel, JsonObject event) {
    SlackMessage.text(event, "deleted_ts")
        .filter(SlackMessage::isTs)
        .map(ts -> new MentionId(channel, ts))
        .ifPresent(id -> listener.withdraw(id, versionOf(event, id.ts())));
  }

  private static String versionOf(JsonObject event, String otherwise) {
    return SlackMessage.text(event, "event_ts")
        .or(() -> SlackMessage.text(event, "ts"))
        .filter(SlackMessage::isTs)
        .orElse(otherwise);
  }

  private void reaction(JsonObject event, boolean added) {
    JsonObject item = SlackMessage.object(event, "item");
    Optional<String> channel = SlackMessage.text(item, "channel").filter(EventReader::isId);
    Optional<MentionId> on = channel.flatMap(id -> new SlackMessage(item).id(id));
    Optional<String> reactor = SlackMessage.text(event, "user").filter(EventReader::isId);
    Optional<String> emoji = SlackMessage.text(event, "reaction");
    if (on.isEmpty() || reactor.isEmpty() || emoji.isEmpty()) {
      return;
    }
    Optional<String> giver = reactor.filter(listener::isContact);
    Optional<String> receiver =
        SlackMessage.text(event, "item_user").filter(EventReader::isId).filter(listener::isContact);
    if (giver.isPresent() || receiver.isPresent()) {
      workspace
          .advocates()
          .react(
              new ReactionChange(
                  on.get(),
                  reactor.get(),
                  emoji.get(),
                  giver.orElse(null),
                  receiver.orElse(null),
                  added,
                  versionOf(event, on.get().ts())));
    }
  }

  private void changed(JsonObject what) {
    SlackMessage.text(what, "id").ifPresent(workspace.directory()::changed);
  }

  private void homeOpened(JsonObject event) {
    boolean home = SlackMessage.text(event, "tab").filter("home"::equals).isPresent();
    if (home) {
      SlackMessage.text(event, "user").ifPresent(workspace.messenger()::publishHome);
    }
  }

  private static boolean isId(String text) {
    return text.matches("[A-Za-z0-9_-]{1,64}");
  }
}
