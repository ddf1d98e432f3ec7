package dev.vouch.sandbox.workspace;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.Refused;
import dev.vouch.sandbox.wire.SlackError;
import dev.vouch.sandbox.workspace.Outlet.Reply;
import dev.vouch.sandbox.workspace.Outlet.Reply.Status;
import java.util.ArrayList;
import java.util.List;

/** Commands, shortcuts and buttons: what a person does, and what Slack shows them after it. */
final class Interactions {
  private static final String TROUBLE = "We had some trouble connecting. Try again?";

  private final Roster roster;
  private final Messages messages;
  private final Views views;
  private final Payloads payloads;
  private final ResponseUrls urls;
  private final Outlet outlet;

  Interactions(
      Roster roster,
      Messages messages,
      Views views,
      Payloads payloads,
      ResponseUrls urls,
      Outlet outlet) {
    this.roster = roster;
    this.messages = messages;
    this.views = views;
    this.payloads = payloads;
    this.urls = urls;
    this.outlet = outlet;
  }

  /** Runs {@code typed}, for instance {@code /vouch top}, and waits for the acknowledgement. */
  Outcome command(Person person, Channel channel, String typed) {
    String[] words = typed.strip().split("\\s+", 2);
    String command = words[0];
    boolean known = roster.app().commands().stream().anyMatch(c -> c.command().equals(command));
    if (!known || !person.kind().own()) {
      return Outcome.failed(command + " is not a valid command.");
    }
    String text = words.length > 1 ? typedText(words[1]) : "";
    ResponseUrls.Place place = new ResponseUrls.Place(channel, person.id(), "");
    Reply reply = outlet.ask("slash_commands", payloads.command(place, command, text));
    return switch (reply.status()) {
      case TIMED_OUT -> Outcome.failed(failure(command, "operation_timeout"));
      case UNREACHABLE -> Outcome.failed(failure(command, "dispatch_failed"));
      case ACKNOWLEDGED -> answer(place, command, reply.payload());
    };
  }

  private String typedText(String text) {
    return TypedText.commands(roster.people(), messages.conversations().all()).send(text);
  }

  private static String failure(String command, String error) {
    return command + " failed with the error \"" + error + "\"";
  }

  private Outcome answer(ResponseUrls.Place place, String command, JsonObject payload) {
    if (!payload.has("text") && !payload.has("blocks")) {
      return Outcome.done();
    }
    try {
      urls.deliver(place, payload);
      return Outcome.done();
    } catch (SlackError e) {
      return Outcome.failed(failure(command, "invalid_command_response"));
    }
  }

  /** Uses a message shortcut, which people of other workspaces do not have. */
  Outcome shortcut(Person person, Channel channel, String ts, String callbackId) {
    boolean known =
        roster.app().shortcuts().stream().anyMatch(s -> s.callbackId().equals(callbackId));
    if (!known || !person.kind().own()) {
      throw new Refused("There is no such shortcut for you on this message.");
    }
    JsonObject message =
        messages
            .find(channel, ts)
            .orElseThrow(() -> new Refused("That message is not there any more."));
    ResponseUrls.Place place = new ResponseUrls.Place(channel, person.id(), ts);
    return seen(outlet.ask("interactive", payloads.shortcut(place, callbackId, message)));
  }

  /** Presses a button, or chooses in a menu, of a message. */
  Outcome press(Person person, Channel channel, String ts, Press press) {
    JsonObject message =
        messages
            .find(channel, ts)
            .or(
                () ->
                    messages.ephemerals(channel, person.id()).stream()
                        .filter(m -> Json.text(m, "ts").equals(ts))
                        .findFirst())
            .orElseThrow(() -> new Refused("That message is not there any more."));
    ResponseUrls.Place place = new ResponseUrls.Place(channel, person.id(), ts);
    JsonObject action = action(message, press);
    JsonObject payload = payloads.pressedInMessage(place, message, action);
    payload.add("state", Json.object("values", press.state()));
    return seen(outlet.ask("interactive", payload));
  }

  /** Presses a button, or chooses in a menu, of a view. */
  Outcome press(Person person, String viewId, Press press) {
    JsonObject view =
        views
            .shown(person.id(), viewId)
            .orElseThrow(() -> new Refused("That view is not open any more."));
    JsonObject action = action(view, press);
    view.add("state", Json.object("values", press.state()));
    return seen(outlet.ask("interactive", payloads.pressedInView(person.id(), view, action)));
  }

  /**
   * What is pressed.
   *
   * @param action as the page sends it; its block_id may be missing
   * @param state the values of the inputs around it
   */
  record Press(JsonObject action, JsonObject state) {}

  /** The action as Slack reports it: what was chosen by the person, the rest by the app. */
  private JsonObject action(JsonObject source, Press press) {
    JsonObject wanted = press.action();
    for (JsonObject block : Json.objects(source, "blocks")) {
      for (JsonObject element : Ids.elements(block)) {
        if (fits(block, element, wanted)) {
          return merged(block, element, wanted);
        }
      }
    }
    throw new Refused("That button is not there any more.");
  }

  private static boolean fits(JsonObject block, JsonObject element, JsonObject wanted) {
    return same(wanted, block, "block_id")
        && Json.text(wanted, "action_id").equals(Json.text(element, "action_id"))
        && (!Json.text(element, "type").equals("button") || same(wanted, element, "value"))
        && offered(element, Json.child(wanted, "selected_option"));
  }

  private static boolean same(JsonObject wanted, JsonObject there, String field) {
    return Json.find(wanted, field).map(Json.text(there, field)::equals).orElse(true);
  }

  private static boolean offered(JsonObject element, JsonObject chosen) {
    boolean listed = element.has("options") || element.has("option_groups");
    if (!chosen.has("value") || !listed) {
      return true;
    }
    List<JsonObject> options = new ArrayList<>(Json.objects(element, "options"));
    Json.objects(element, "option_groups")
        .forEach(group -> options.addAll(Json.objects(group, "options")));
    return options.stream()
        .anyMatch(option -> Json.text(option, "value").equals(Json.text(chosen, "value")));
  }

  private JsonObject merged(JsonObject block, JsonObject element, JsonObject wanted) {
    JsonObject action = wanted.deepCopy();
    for (String field : List.of("type", "action_id", "value", "text")) {
      if (element.has(field)) {
        action.add(field, element.get(field).deepCopy());
      }
    }
    action.add("block_id", block.get("block_id"));
    action.addProperty("action_ts", messages.nextTs());
    return action;
  }

  static Outcome seen(Reply reply) {
    return reply.status() == Status.ACKNOWLEDGED ? Outcome.done() : Outcome.failed(TROUBLE);
  }
}
