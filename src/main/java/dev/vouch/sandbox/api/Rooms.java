package dev.vouch.sandbox.api;

import dev.vouch.sandbox.wire.SlackError;
import dev.vouch.sandbox.workspace.Channel;
import dev.vouch.sandbox.workspace.Conversations;
import dev.vouch.sandbox.workspace.Person;
import dev.vouch.sandbox.workspace.Workspace;

/** Finds the channel that a method means, and says whether the bot may use it. */
final class Rooms {
  private final Workspace workspace;

  Rooms(Workspace workspace) {
    this.workspace = workspace;
  }

  private String bot() {
    return workspace.roster().app().botPersonId();
  }

  /** The channel of an id. */
  Channel needed(String id) {
    return workspace.conversations().need(id);
  }

  /** The channel of an id, where the bot is a member. */
  Channel joined(String id) {
    Channel channel = needed(id);
    if (!channel.has(bot())) {
      throw new SlackError("not_in_channel");
    }
    return channel;
  }

  /** Where {@code chat.post*} writes to: a channel by id or #name, or a person's DM. */
  Channel toPost(ApiCall call) {
    String wanted = call.find("channel").orElseThrow(() -> new SlackError("channel_not_found"));
    Channel channel = wanted.startsWith("U") ? dm(wanted) : joined(byName(wanted));
    if (channel.archived()) {
      throw new SlackError("is_archived");
    }
    channel.other(bot()).ifPresent(this::checkReachable);
    return channel;
  }

  private String byName(String wanted) {
    String name = wanted.startsWith("#") ? wanted.substring(1) : wanted;
    return workspace.conversations().all().stream()
        .filter(Conversations::open)
        .filter(channel -> channel.name().equals(name))
        .map(Channel::id)
        .findFirst()
        .orElse(wanted);
  }

  /** The bot's DM with somebody whom it can reach. */
  Channel dm(String person) {
    checkReachable(person);
    return workspace.conversations().dm(bot(), person);
  }

  /**
   * @throws SlackError {@code user_not_found}, {@code cannot_dm_bot}, {@code user_disabled}, or
   *     {@code user_not_visible} for somebody who shares no channel with the bot
   */
  void checkReachable(String id) {
    Person person = workspace.roster().need(id);
    if (person.kind() == Person.Kind.BOT) {
      throw new SlackError("cannot_dm_bot");
    }
    if (person.deleted()) {
      throw new SlackError("user_disabled");
    }
    if (workspace.conversations().stranger(person)) {
      throw new SlackError("user_not_visible");
    }
  }
}
