package dev.vouch.sandbox.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.SlackError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What is said in the channels: posts, edits, deletions, and the events of each. Thread-safe. */
public final class Messages {
  private final Conversations conversations;
  private final Roster roster;
  private final SandboxClock clock;
  private final Announcer announcer;
  private final Object lock;
  private Instant last = Instant.EPOCH;

  Messages(Conversations conversations, Roster roster, SandboxClock clock, Announcer announcer) {
    this.conversations = conversations;
    this.roster = roster;
    this.clock = clock;
    this.announcer = announcer;
    this.lock = conversations;
  }

  Instant now() {
    return clock.instant();
  }

  /** A timestamp later than every one before it in this workspace. */
  String nextTs() {
    synchronized (lock) {
      Instant now = clock.instant();
      last = now.isAfter(last.plusNanos(999)) ? now : last.plusNanos(1_000);
      return "%d.%06d".formatted(last.getEpochSecond(), last.getNano() / 1_000);
    }
  }

  /**
   * Adds a message and tells the app.
   *
   * @param draft its author, text and whatever else; type, ts and team are added here
   * @return the message as stored
   */
  public JsonObject post(Channel channel, JsonObject draft) {
    synchronized (lock) {
      JsonObject message = draft.deepCopy();
      message.addProperty("type", "message");
      message.addProperty("ts", nextTs());
      Ids.fillIn(message, Json.text(message, "ts"));
      addTeam(message);
      channel.messages.put(Json.text(message, "ts"), message);
      countReply(channel, message);
      announceNew(channel, message);
      announcer.changed(Change.messages(channel.id()));
      return message.deepCopy();
    }
  }

  private void addTeam(JsonObject message) {
    if (!message.has("user")) {
      message.addProperty("team", roster.own().id()); // Another app's bot, which is nobody here.
      return;
    }
    Person author = roster.need(Json.text(message, "user"));
    message.addProperty("team", author.team().id());
    if (!author.kind().own()) {
      message.addProperty("user_team", author.team().id());
      message.addProperty("source_team", author.team().id());
    }
  }

  private static void countReply(Channel channel, JsonObject reply) {
    JsonObject parent = channel.messages.get(Json.text(reply, "thread_ts"));
    if (parent == null) {
      return;
    }
    JsonArray authors = parent.has("reply_users") ? parent.getAsJsonArray("reply_users") : null;
    authors = authors == null ? new JsonArray() : authors;
    if (reply.has("user") && !authors.contains(reply.get("user"))) {
      authors.add(reply.get("user"));
    }
    parent.add("reply_users", authors);
    parent.addProperty("reply_users_count", authors.size());
    parent.addProperty("reply_count", number(parent, "reply_count") + 1);
    parent.addProperty("latest_reply", Json.text(reply, "ts"));
    parent.addProperty("thread_ts", Json.text(parent, "ts"));
  }

  private static int number(JsonObject object, String field) {
    return Json.find(object, field).map(Integer::parseInt).orElse(0);
  }

  private void announceNew(Channel channel, JsonObject message) {
    announcer.inChannel(channel, event(channel, message, Json.text(message, "ts")));
    String bot = roster.app().botPersonId();
    boolean addressed = Json.text(message, "text").contains("<@" + bot + ">");
    if (addressed && !channel.kind().direct() && !Json.text(message, "user").equals(bot)) {
      JsonObject mention = event(channel, message, Json.text(message, "ts"));
      mention.addProperty("type", "app_mention");
      mention.remove("channel_type");
      announcer.inChannel(channel, mention);
    }
  }

  private static JsonObject event(Channel channel, JsonObject message, String eventTs) {
    JsonObject event = message.deepCopy();
    event.addProperty("channel", channel.id());
    event.addProperty("channel_type", channel.kind().wire());
    event.addProperty("event_ts", eventTs);
    return event;
  }

  /** Changes a message and marks it as edited by {@code editor}. */
  public JsonObject edit(
      Channel channel, String ts, String editor, Consumer<? super JsonObject> change) {
    synchronized (lock) {
      JsonObject message = need(channel, ts);
      JsonObject before = message.deepCopy();
      change.accept(message);
      String edited = nextTs();
      Ids.fillIn(message, edited);
      message.add("edited", Json.object("user", editor, "ts", edited));
      announceChanged(channel, message, before);
      return message.deepCopy();
    }
  }

  private void announceChanged(Channel channel, JsonObject message, JsonObject before) {
    JsonObject event = hidden(channel, "message_changed", before);
    event.add("message", message);
    announcer.inChannel(channel, event);
    announcer.changed(Change.messages(channel.id()));
  }

  private JsonObject hidden(Channel channel, String subtype, JsonObject before) {
    JsonObject event = Json.object("type", "message", "subtype", subtype, "ts", nextTs());
    event.addProperty("hidden", true);
    event.add("previous_message", before);
    return event(channel, event, Json.text(event, "ts"));
  }

  /** Takes a message away; one with replies leaves a tombstone, which Slack calls a change. */
  public void delete(Channel channel, String ts) {
    synchronized (lock) {
      JsonObject message = need(channel, ts);
      if (number(message, "reply_count") > 0) {
        bury(channel, message);
        return;
      }
      channel.messages.remove(ts);
      JsonObject event = hidden(channel, "message_deleted", message);
      event.addProperty("deleted_ts", ts);
      announcer.inChannel(channel, event);
      announcer.changed(Change.messages(channel.id()));
    }
  }

  private void bury(Channel channel, JsonObject message) {
    JsonObject before = message.deepCopy();
    for (String field : List.of("blocks", "files", "attachments", "reactions", "edited")) {
      message.remove(field);
    }
    message.addProperty("subtype", "tombstone");
    message.addProperty("user", "USLACKBOT");
    message.addProperty("text", "This message was deleted.");
    message.addProperty("hidden", true);
    announceChanged(channel, message, before);
  }

  /** Puts a message into the channel that one person alone sees and history never shows. */
  public String ephemeral(Channel channel, String person, JsonObject draft) {
    synchronized (lock) {
      JsonObject message = draft.deepCopy();
      message.addProperty("type", "message");
      message.addProperty("ts", nextTs());
      message.addProperty("is_ephemeral", true);
      Ids.fillIn(message, Json.text(message, "ts"));
      channel.ephemeralsOf(person).add(message);
      announcer.changed(Change.messagesFor(channel.id(), person));
      return Json.text(message, "ts");
    }
  }

  /** Changes or, where {@code change} is empty, removes an ephemeral message. */
  void changeEphemeral(
      Channel channel, String person, String ts, Optional<Consumer<JsonObject>> change) {
    synchronized (lock) {
      List<JsonObject> all = channel.ephemeralsOf(person);
      if (change.isPresent()) {
        all.stream()
            .filter(message -> Json.text(message, "ts").equals(ts))
            .forEach(message -> Ids.fillIn(changed(message, change.get()), nextTs()));
      } else {
        all.removeIf(message -> Json.text(message, "ts").equals(ts));
      }
      announcer.changed(Change.messagesFor(channel.id(), person));
    }
  }

  private static JsonObject changed(JsonObject message, Consumer<JsonObject> change) {
    change.accept(message);
    return message;
  }

  private static JsonObject need(Channel channel, String ts) {
    JsonObject message = channel.messages.get(ts);
    if (message == null || Json.text(message, "subtype").equals("tombstone")) {
      throw new SlackError("message_not_found");
    }
    return message;
  }

  /** A message as it is now. */
  public Optional<JsonObject> find(Channel channel, String ts) {
    synchronized (lock) {
      return Optional.ofNullable(channel.messages.get(ts)).map(JsonObject::deepCopy);
    }
  }

  /** All messages of the channel, replies too, oldest first. */
  public List<JsonObject> all(Channel channel) {
    synchronized (lock) {
      return copies(channel.messages.values());
    }
  }

  /** What only {@code person} sees there, oldest first. */
  public List<JsonObject> ephemerals(Channel channel, String person) {
    synchronized (lock) {
      return copies(channel.ephemeralsOf(person));
    }
  }

  private static List<JsonObject> copies(Iterable<JsonObject> messages) {
    List<JsonObject> copies = new ArrayList<>();
    messages.forEach(message -> copies.add(message.deepCopy()));
    return copies;
  }

  /** Changes the message without a word to anybody but the pages; for reactions. */
  void touch(Channel channel, String ts, Consumer<? super JsonObject> change) {
    synchronized (lock) {
      change.accept(need(channel, ts));
      announcer.changed(Change.messages(channel.id()));
    }
  }

  /** How many messages of others {@code person} has not seen; {@code seen} marks them as seen. */
  public int unread(Channel channel, String person, boolean seen) {
    synchronized (lock) {
      String read = channel.read.getOrDefault(person, "");
      long unread =
          channel.messages.tailMap(read, false).values().stream()
              .filter(message -> !Json.text(message, "user").equals(person))
              .count();
      if (seen && !channel.messages.isEmpty()) {
        channel.read.put(person, channel.messages.lastKey());
      }
      return (int) unread;
    }
  }

  /** Marks what was said before {@code moment} as seen, for everybody who is there. */
  void readUntil(Channel channel, Instant moment) {
    synchronized (lock) {
      String ts = "%d.000000".formatted(moment.getEpochSecond());
      channel.members.forEach(member -> channel.read.merge(member, ts, Messages::later));
    }
  }

  private static String later(String ts, String other) {
    return ts.compareTo(other) < 0 ? other : ts;
  }

  Conversations conversations() {
    return conversations;
  }
}
