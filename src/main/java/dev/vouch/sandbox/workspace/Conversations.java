package dev.vouch.sandbox.workspace;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.SlackError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The channels and who is in them. Thread-safe; its monitor guards the messages too. */
public final class Conversations {
  private final Roster roster;
  private final SandboxClock clock;
  private final Announcer announcer;
  private final Ids ids;
  private final Map<String, Channel> channels = new LinkedHashMap<>();

  Conversations(Roster roster, SandboxClock clock, Announcer announcer, Ids ids) {
    this.roster = roster;
    this.clock = clock;
    this.announcer = announcer;
    this.ids = ids;
  }

  /** Every conversation, in the order they were made. */
  public synchronized List<Channel> all() {
    return List.copyOf(channels.values());
  }

  public synchronized Optional<Channel> byId(String id) {
    return Optional.ofNullable(channels.get(id));
  }

  /**
   * The channel that people call so.
   *
   * @param idOrName an id, or a name with or without a hash
   * @throws IllegalArgumentException if there is no such channel
   */
  public Channel find(String idOrName) {
    String name = idOrName.startsWith("#") ? idOrName.substring(1) : idOrName;
    return all().stream()
        .filter(channel -> channel.id().equals(name) || channel.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no channel is called " + idOrName));
  }

  /** The channel of an id for a Web API method; private ones hide from a bot outside them. */
  public Channel need(String id) {
    String bot = roster.app().botPersonId();
    return byId(id)
        .filter(channel -> channel.has(bot) || open(channel))
        .orElseThrow(() -> new SlackError("channel_not_found"));
  }

  /** Whether anybody of the workspace may find the channel. */
  public static boolean open(Channel channel) {
    return channel.kind() == Channel.Kind.PUBLIC || channel.kind() == Channel.Kind.SHARED;
  }

  synchronized Channel add(String name, Channel.Kind kind, List<String> members) {
    if (channels.values().stream().anyMatch(channel -> channel.name().equals(name))) {
      throw new IllegalArgumentException("there is a channel called " + name);
    }
    String id = "C0" + Ids.part(name);
    Channel channel = put(channels.containsKey(id) ? ids.next("C") : id, name, kind);
    members.forEach(member -> join(channel, member));
    return channel;
  }

  private Channel put(String id, String name, Channel.Kind kind) {
    Channel channel = new Channel(id, name, kind, clock.instant());
    channels.put(id, channel);
    announcer.changed(Change.state());
    return channel;
  }

  synchronized void join(Channel channel, String person) {
    Person.Kind kind = roster.need(person).kind();
    if (kind == Person.Kind.EXTERNAL && !channel.external() && !channel.kind().direct()) {
      throw new IllegalArgumentException(
          "people of other workspaces can only be in shared channels, not " + channel.name());
    }
    if (channel.members.add(person)) {
      announcer.inChannel(
          channel,
          Json.object(
              "type",
              "member_joined_channel",
              "user",
              person,
              "channel",
              channel.id(),
              "channel_type",
              channel.kind() == Channel.Kind.PRIVATE ? "G" : "C",
              "team",
              roster.need(person).team().id()));
      announcer.changed(Change.state());
    }
  }

  /** The DM of two people, made where there is none yet. */
  public synchronized Channel dm(String one, String other) {
    Optional<Channel> found =
        channels.values().stream()
            .filter(c -> c.kind() == Channel.Kind.DM && c.has(one) && c.has(other))
            .findFirst();
    return found.orElseGet(() -> direct(ids.next("D"), Channel.Kind.DM, List.of(one, other)));
  }

  /** The group conversation of just these people, made where there is none yet. */
  public synchronized Channel group(List<String> people) {
    Optional<Channel> found =
        channels.values().stream()
            .filter(c -> c.kind() == Channel.Kind.GROUP_DM)
            .filter(c -> c.members.size() == people.size() && c.members.containsAll(people))
            .findFirst();
    return found.orElseGet(() -> direct(ids.next("G"), Channel.Kind.GROUP_DM, people));
  }

  private Channel direct(String id, Channel.Kind kind, List<String> people) {
    List<String> handles = new ArrayList<>();
    people.forEach(person -> handles.add(roster.need(person).handle()));
    Channel channel = put(id, "mpdm-" + String.join("--", handles) + "-1", kind);
    channel.members.addAll(people);
    return channel;
  }

  synchronized void rename(Channel channel, String name) {
    channel.rename(name);
    JsonObject about =
        Json.object("id", channel.id(), "name", name, "created", clock.instant().getEpochSecond());
    announcer.inChannel(channel, Json.object("type", "channel_rename", "channel", about));
    announcer.changed(Change.state());
  }

  synchronized void archive(Channel channel) {
    channel.archive();
    announcer.changed(Change.state());
  }

  /** Whether an external person shares no channel with the bot. */
  public boolean stranger(Person person) {
    String bot = roster.app().botPersonId();
    return person.kind() == Person.Kind.EXTERNAL
        && all().stream().noneMatch(c -> c.external() && c.has(bot) && c.has(person.id()));
  }
}
