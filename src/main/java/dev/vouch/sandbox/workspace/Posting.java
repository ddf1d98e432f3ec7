package dev.vouch.sandbox.workspace;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** How people post: who may, what Slack makes of what they typed, and what sharing looks like. */
final class Posting {
  private final Roster roster;
  private final Conversations conversations;
  private final Messages messages;
  private final String baseUrl;

  Posting(Roster roster, Conversations conversations, Messages messages, String baseUrl) {
    this.roster = roster;
    this.conversations = conversations;
    this.messages = messages;
    this.baseUrl = baseUrl;
  }

  String post(String personName, String channel, JsonObject draft) {
    Person person = roster.find(personName);
    Channel in = joined(person, channel);
    if (in.archived()) {
      throw new Refused("#" + in.name() + " is archived.");
    }
    JsonObject message = draft.deepCopy();
    message.addProperty("user", person.id());
    message.addProperty("client_msg_id", clientId(person, messages.nextTs()));
    return Json.text(messages.post(in, message), "ts");
  }

  String reply(String person, String channel, JsonObject draft, String thread) {
    message(conversations.find(channel), thread);
    draft.addProperty("thread_ts", thread);
    return post(person, channel, draft);
  }

  private JsonObject message(Channel channel, String ts) {
    return messages
        .find(channel, ts)
        .orElseThrow(() -> new Refused("That message is not there any more."));
  }

  private static String clientId(Person person, String ts) {
    byte[] seed = (person.id() + ts).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(seed).toString();
  }

  /** A draft with the text as Slack would send it. */
  JsonObject typed(String text) {
    if (text.isBlank()) {
      throw new Refused("There is nothing to send.");
    }
    String sent = TypedText.messages(roster.people(), conversations.all()).send(text);
    return Json.object("text", sent);
  }

  /** The channel, if the person is in it. */
  Channel joined(Person person, String channel) {
    Channel in = conversations.find(channel);
    if (!in.has(person.id())) {
      throw new Refused(person.name() + " is not in #" + in.name() + ".");
    }
    return in;
  }

  /** The channel of a message that the person wrote. */
  Channel own(String personName, String channel, String ts) {
    Person person = roster.find(personName);
    Channel in = joined(person, channel);
    if (!Json.text(message(in, ts), "user").equals(person.id())) {
      throw new Refused("People can only change their own messages.");
    }
    return in;
  }

  String share(String person, String channel, Workspace.Shared shared, String ownText) {
    Channel from = joined(roster.find(person), shared.channel());
    JsonObject draft = ownText.isBlank() ? Json.object("text", "") : typed(ownText);
    draft.add("attachments", Json.array(List.of(quote(from, message(from, shared.ts())))));
    return post(person, channel, draft);
  }

  String file(String person, String channel, String text, FileShelf.Shown file) {
    JsonObject draft = text.isBlank() ? Json.object("text", "") : typed(text);
    String author = roster.find(person).id();
    draft.addProperty("subtype", "file_share");
    draft.addProperty("upload", true);
    draft.add("files", Json.array(List.of(FileShelf.json(file, author, messages.now(), baseUrl))));
    return post(person, channel, draft);
  }

  String foreignBot(String name, String channel, String text) {
    JsonObject draft = Json.object("subtype", "bot_message", "username", name, "text", text);
    draft.addProperty("bot_id", "B0" + Ids.part(name));
    return Json.text(messages.post(conversations.find(channel), draft), "ts");
  }

  private JsonObject quote(Channel from, JsonObject original) {
    String author = Json.text(original, "user");
    String text = Json.text(original, "text");
    return Json.object(
        "id",
        1,
        "is_msg_unfurl",
        true,
        "is_share",
        true,
        "channel_id",
        from.id(),
        "ts",
        Json.text(original, "ts"),
        "from_url",
        permalink(from, Json.text(original, "ts")),
        "author_id",
        author,
        "author_name",
        roster.byId(author).map(Person::name).orElse(""),
        "text",
        text,
        "fallback",
        text,
        "mrkdwn_in",
        List.of("text"),
        "footer",
        from.kind().direct() ? "From a direct message" : "Posted in #" + from.name());
  }

  String permalink(Channel channel, String ts) {
    String link = baseUrl + "/archives/" + channel.id() + "/p" + ts.replace(".", "");
    return messages
        .find(channel, ts)
        .flatMap(message -> Json.find(message, "thread_ts"))
        .filter(thread -> !thread.equals(ts))
        .map(thread -> link + "?thread_ts=" + thread + "&cid=" + channel.id())
        .orElse(link);
  }
}
