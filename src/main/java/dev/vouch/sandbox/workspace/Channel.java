package dev.vouch.sandbox.workspace;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A conversation of any kind with what was said in it. Guarded by its {@link Conversations}. */
public final class Channel {
  /** The kinds of conversation. */
  public enum Kind {
    PUBLIC("channel"),
    PRIVATE("group"),
    /** A channel shared with other workspaces through Slack Connect. */
    SHARED("channel"),
    DM("im"),
    GROUP_DM("mpim");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    /** Slack's {@code channel_type}. */
    public String wire() {
      return wire;
    }

    boolean direct() {
      return this == DM || this == GROUP_DM;
    }
  }

  private final String id;
  private final Kind kind;
  private final Instant created;
  private String name;
  private boolean archived;
  final Set<String> members = new LinkedHashSet<>();
  final TreeMap<String, JsonObject> messages = new TreeMap<>();
  final Map<String, List<JsonObject>> ephemerals = new HashMap<>();
  final Map<String, String> read = new HashMap<>();

  Channel(String id, String name, Kind kind, Instant created) {
    this.id = id;
    this.name = name;
    this.kind = kind;
    this.created = created;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  public boolean archived() {
    return archived;
  }

  public boolean external() {
    return kind == Kind.SHARED;
  }

  /** Ids of the members, in the order they came. */
  public List<String> members() {
    return List.copyOf(members);
  }

  public boolean has(String person) {
    return members.contains(person);
  }

  /** The other person of a DM. */
  public Optional<String> other(String person) {
    return kind == Kind.DM
        ? members.stream().filter(member -> !member.equals(person)).findFirst()
        : Optional.empty();
  }

  void rename(String newName) {
    name = newName;
  }

  void archive() {
    archived = true;
  }

  List<JsonObject> ephemeralsOf(String person) {
    return ephemerals.computeIfAbsent(person, key -> new ArrayList<>());
  }

  /** The ephemeral message of that ts, whoever it was for. */
  Optional<JsonObject> ephemeral(String ts) {
    return ephemerals.values().stream()
        .flatMap(List::stream)
        .filter(message -> Json.text(message, "ts").equals(ts))
        .findFirst();
  }

  /** The conversation as {@code conversations.info} shows it to the bot {@code viewer}. */
  public JsonObject asConversation(String viewer, String ownTeam) {
    JsonObject json = Json.object("id", id, "created", created.getEpochSecond());
    json.addProperty("is_im", kind == Kind.DM);
    json.addProperty("is_mpim", kind == Kind.GROUP_DM);
    json.addProperty("is_archived", archived);
    json.addProperty("context_team_id", ownTeam);
    json.addProperty("is_org_shared", false);
    json.addProperty("is_ext_shared", external());
    json.addProperty("is_shared", external());
    json.addProperty("is_pending_ext_shared", false);
    if (kind == Kind.DM) {
      json.addProperty("user", other(viewer).orElse(""));
      json.addProperty("is_open", true);
    } else {
      addNamed(json, viewer);
    }
    return json;
  }

  private void addNamed(JsonObject json, String viewer) {
    json.addProperty("name", name);
    json.addProperty("name_normalized", name);
    json.addProperty("is_channel", kind == Kind.PUBLIC || kind == Kind.SHARED);
    json.addProperty("is_group", kind == Kind.PRIVATE);
    json.addProperty("is_private", kind == Kind.PRIVATE || kind == Kind.GROUP_DM);
    json.addProperty("is_general", name.equals("general"));
    json.addProperty("is_member", has(viewer));
    json.add("topic", Json.object("value", "", "creator", "", "last_set", 0));
    json.add("purpose", Json.object("value", "", "creator", "", "last_set", 0));
  }
}
