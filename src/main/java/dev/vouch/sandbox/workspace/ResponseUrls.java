package dev.vouch.sandbox.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.vouch.sandbox.block.BlockRules;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.SlackError;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Response URLs: five answers within 30 minutes, ephemeral unless they say otherwise. */
public final class ResponseUrls {
  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final int USES = 5;

  private final SandboxClock clock;
  private final Messages messages;
  private final Roster roster;
  private final Ids ids;
  private final Map<String, Grant> grants = new HashMap<>();

  /**
   * Where an answer goes.
   *
   * @param source ts of the message whose button was pressed, or ""
   */
  record Place(Channel channel, String person, String source) {}

  private record Grant(Place place, Instant expires, int used) {}

  ResponseUrls(SandboxClock clock, Messages messages, Roster roster, Ids ids) {
    this.clock = clock;
    this.messages = messages;
    this.roster = roster;
    this.ids = ids;
  }

  /** A path under {@code /response/} that takes answers for {@code place}. */
  synchronized String issue(Place place) {
    String id = ids.next("R");
    grants.put(id, new Grant(place, clock.instant().plus(LIFE), 0));
    return "/response/" + id;
  }

  /**
   * Takes an answer.
   *
   * @throws SlackError {@code used_url}, {@code expired_url}, {@code invalid_url}, {@code no_text}
   *     or what the blocks are refused for
   */
  public void answer(String id, JsonObject body) {
    deliver(spend(id), body);
  }

  private synchronized Place spend(String id) {
    Grant grant = grants.get(id);
    if (grant == null) {
      throw new SlackError("invalid_url");
    }
    if (clock.instant().isAfter(grant.expires())) {
      throw new SlackError("expired_url");
    }
    if (grant.used() >= USES) {
      throw new SlackError("used_url");
    }
    grants.put(id, new Grant(grant.place(), grant.expires(), grant.used() + 1));
    return grant.place();
  }

  /** Puts what the app said where it belongs: a response or the body of an acknowledgement. */
  void deliver(Place place, JsonObject body) {
    if (Json.flag(body, "delete_original")) {
      change(place, Optional.empty());
      return;
    }
    JsonObject message = message(body);
    if (Json.flag(body, "replace_original") && !place.source().isEmpty()) {
      change(place, Optional.of(message));
    } else if (Json.text(body, "response_type").equals("in_channel")) {
      messages.post(place.channel(), message);
    } else {
      messages.ephemeral(place.channel(), place.person(), message);
    }
  }

  private JsonObject message(JsonObject body) {
    JsonObject message = roster.app().asAuthor();
    String text = Json.text(body, "text");
    message.addProperty("text", text);
    if (body.has("blocks") && body.get("blocks").isJsonArray()) {
      JsonArray blocks = body.getAsJsonArray("blocks").deepCopy();
      BlockRules.checkMessage(blocks);
      message.add("blocks", blocks);
    } else if (text.isEmpty()) {
      throw new SlackError("no_text");
    }
    Json.find(body, "thread_ts").ifPresent(ts -> message.addProperty("thread_ts", ts));
    return message;
  }

  private void change(Place place, Optional<JsonObject> replacement) {
    Channel channel = place.channel();
    if (channel.ephemeral(place.source()).isPresent()) {
      Optional<Consumer<JsonObject>> change = replacement.map(to -> from -> replace(from, to));
      messages.changeEphemeral(channel, place.person(), place.source(), change);
    } else if (replacement.isPresent()) {
      String bot = roster.app().botPersonId();
      messages.edit(channel, place.source(), bot, from -> replace(from, replacement.get()));
    } else {
      messages.delete(channel, place.source());
    }
  }

  private static void replace(JsonObject from, JsonObject to) {
    from.remove("blocks");
    from.add("text", to.get("text"));
    if (to.has("blocks")) {
      from.add("blocks", to.get("blocks"));
    }
  }
}
