package dev.vouch.sandbox.page;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.api.Faults;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.Refused;
import dev.vouch.sandbox.wire.SlackError;
import dev.vouch.sandbox.workspace.Container;
import dev.vouch.sandbox.workspace.Outcome;
import dev.vouch.sandbox.workspace.Workspace;
import java.time.Duration;

/** What the page does in the name of a person: {@code POST /sandbox/do}. */
final class Deeds {
  private final Workspace workspace;
  private final Faults faults;

  Deeds(Workspace workspace, Faults faults) {
    this.workspace = workspace;
    this.faults = faults;
  }

  /** Does what {@code body} asks; the answer says in one sentence why not. */
  JsonObject act(JsonObject body) {
    try {
      return dispatch(body, Json.text(body, "as"), Json.text(body, "channel"));
    } catch (Refused e) {
      return refusal(e.sentence());
    } catch (SlackError e) {
      return refusal("Slack refuses that: " + e.code() + ".");
    } catch (IllegalArgumentException e) {
      return refusal("That does not work: " + e.getMessage() + ".");
    }
  }

  private static JsonObject refusal(String sentence) {
    return Json.object("ok", false, "error", sentence);
  }

  private static JsonObject done() {
    return Json.object("ok", true);
  }

  private static JsonObject outcome(Outcome outcome) {
    JsonObject json = Json.object("ok", outcome.ok());
    if (!outcome.ok()) {
      json.addProperty("error", outcome.error());
    }
    if (!outcome.errors().isEmpty()) {
      json.add("errors", Json.object("", outcome.errors()).get(""));
    }
    return json;
  }

  private JsonObject dispatch(JsonObject body, String as, String channel) {
    workspace.roster().find(as);
    String ts = Json.text(body, "ts");
    return switch (Json.text(body, "action")) {
      case "post" -> post(body, as, channel);
      case "edit" -> did(() -> workspace.editAs(as, channel, ts, Json.text(body, "text")));
      case "delete" -> did(() -> workspace.deleteAs(as, channel, ts));
      case "react" -> did(() -> workspace.reactAs(as, channel, ts, Json.text(body, "name")));
      case "unreact" -> did(() -> workspace.unreactAs(as, channel, ts, Json.text(body, "name")));
      case "share" -> share(body, as, channel, ts);
      case "open_dm" -> openDm(body, as);
      case "open_home" -> did(() -> workspace.openHomeAs(as));
      case "next_day" -> did(workspace::nextDay);
      case "advance" -> did(() -> workspace.clock().advance(minutes(body)));
      case "fault" -> did(() -> fault(body));
      default -> outcome(withApp(body, as, channel, ts));
    };
  }

  private Outcome withApp(JsonObject body, String as, String channel, String ts) {
    String view = Json.text(body, "view_id");
    return switch (Json.text(body, "action")) {
      case "command" -> workspace.commandAs(as, channel, Json.text(body, "text"));
      case "shortcut" -> workspace.shortcutAs(as, channel, ts, Json.text(body, "callback_id"));
      case "press" -> press(body, as);
      case "submit" -> workspace.submitAs(as, view, Json.child(body, "values"));
      case "close_view" -> workspace.closeViewAs(as, view);
      default -> throw new Refused("This page and this sandbox do not belong together.");
    };
  }

  private static JsonObject did(Runnable deed) {
    deed.run();
    return done();
  }

  private JsonObject post(JsonObject body, String as, String channel) {
    String text = Json.text(body, "text");
    String ts =
        Json.find(body, "thread_ts")
            .map(thread -> workspace.postAs(as, channel, text, thread))
            .orElseGet(() -> workspace.postAs(as, channel, text));
    return Json.object("ok", true, "ts", ts);
  }

  private JsonObject share(JsonObject body, String as, String channel, String ts) {
    Workspace.Shared shared = new Workspace.Shared(Json.text(body, "from_channel"), ts);
    String own = workspace.shareAs(as, channel, shared, Json.text(body, "text"));
    return Json.object("ok", true, "ts", own);
  }

  private JsonObject openDm(JsonObject body, String as) {
    String id = workspace.openDmAs(as, Json.text(body, "person")).id();
    return Json.object("ok", true, "channel", id);
  }

  private static Duration minutes(JsonObject body) {
    String minutes = Json.text(body, "minutes");
    if (!minutes.matches("\\d{1,6}")) {
      throw new Refused("Time only goes forwards, by whole minutes.");
    }
    return Duration.ofMinutes(Long.parseLong(minutes));
  }

  private Outcome press(JsonObject body, String as) {
    JsonObject element = Json.child(body, "element").deepCopy();
    Json.find(body, "block_id").ifPresent(id -> element.addProperty("block_id", id));
    Container container = Container.parse(Json.child(body, "container"));
    return workspace.pressAs(as, container, element, Json.child(body, "state_values"));
  }

  private void fault(JsonObject body) {
    faults.failNext(
        Json.text(body, "method"),
        number(body, "status", 429),
        number(body, "retry_after", 0),
        number(body, "times", 1));
  }

  private static int number(JsonObject body, String field, int otherwise) {
    String value = Json.find(body, field).orElse(Integer.toString(otherwise));
    if (!value.matches("\\d{1,4}")) {
      throw new Refused(field + " has to be a small number.");
    }
    return Integer.parseInt(value);
  }
}
