package dev.vouch.sandbox.workspace;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.Refused;
import dev.vouch.sandbox.wire.SlackError;
import dev.vouch.sandbox.workspace.Outlet.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Modals filled in, sent off or put away by a person. */
final class Forms {
  private final Views views;
  private final Payloads payloads;
  private final Outlet outlet;

  Forms(Views views, Payloads payloads, Outlet outlet) {
    this.views = views;
    this.payloads = payloads;
    this.outlet = outlet;
  }

  /**
   * Sends a modal off and does what the app answers.
   *
   * @param values by block id and action id, as in {@code state.values}
   */
  Outcome submit(Person person, String viewId, JsonObject values) {
    JsonObject view = open(person, viewId);
    Map<String, String> missing = check(view, values);
    if (!missing.isEmpty()) {
      return Outcome.invalid(missing);
    }
    view.add("state", Json.object("values", complete(view, values)));
    Reply reply = outlet.ask("interactive", payloads.submission(person.id(), view));
    Outcome outcome = Interactions.seen(reply);
    return outcome.ok() ? follow(person, view, reply.payload()) : outcome;
  }

  private JsonObject open(Person person, String viewId) {
    return views
        .top(person.id())
        .filter(view -> Json.text(view, "id").equals(viewId))
        .orElseThrow(() -> new Refused("That window is not open any more."));
  }

  private static Map<String, JsonObject> inputs(JsonObject view) {
    Map<String, JsonObject> inputs = new LinkedHashMap<>();
    for (JsonObject block : Json.objects(view, "blocks")) {
      if (Json.text(block, "type").equals("input")) {
        inputs.put(Json.text(block, "block_id"), block);
      }
    }
    return inputs;
  }

  private static Map<String, String> check(JsonObject view, JsonObject values) {
    Map<String, String> problems = new TreeMap<>();
    inputs(view)
        .forEach(
            (id, block) -> {
              JsonObject element = Json.child(block, "element");
              JsonObject answer = answer(values, id, element);
              if (!filled(answer)) {
                if (!Json.flag(block, "optional")) {
                  problems.put(id, "Please complete this required field.");
                }
              } else {
                checkLength(problems, id, element, Json.text(answer, "value").length());
              }
            });
    return problems;
  }

  private static void checkLength(
      Map<String, String> problems, String id, JsonObject element, int length) {
    int least = Json.find(element, "min_length").map(Integer::parseInt).orElse(0);
    int most = Json.find(element, "max_length").map(Integer::parseInt).orElse(3_000);
    if (length > most) {
      problems.put(id, "Please enter no more than " + most + " characters.");
    } else if (length < least) {
      problems.put(id, "Please enter at least " + least + " characters.");
    }
  }

  private static JsonObject answer(JsonObject values, String block, JsonObject element) {
    return Json.child(Json.child(values, block), Json.text(element, "action_id"));
  }

  private static boolean filled(JsonObject answer) {
    return answer.entrySet().stream()
        .filter(field -> !field.getKey().equals("type"))
        .map(Map.Entry::getValue)
        .anyMatch(
            value ->
                (value.isJsonPrimitive() && !value.getAsString().isEmpty())
                    || value.isJsonObject()
                    || (value.isJsonArray() && !value.getAsJsonArray().isEmpty()));
  }

  /** Every input has an entry, also one left empty; blocks of other kinds keep what they sent. */
  private static JsonObject complete(JsonObject view, JsonObject values) {
    JsonObject all = values.deepCopy();
    inputs(view)
        .forEach(
            (id, block) -> {
              JsonObject element = Json.child(block, "element");
              JsonObject answer = answer(values, id, element);
              answer.add("type", element.get("type"));
              if (answer.size() == 1) {
                answer.add(emptyField(Json.text(element, "type")), JsonNull.INSTANCE);
              }
              JsonObject entry = new JsonObject();
              entry.add(Json.text(element, "action_id"), answer);
              all.add(id, entry);
            });
    return all;
  }

  private static String emptyField(String type) {
    return switch (type) {
      case "static_select", "radio_buttons", "external_select" -> "selected_option";
      case "users_select" -> "selected_user";
      case "conversations_select" -> "selected_conversation";
      case "channels_select" -> "selected_channel";
      case "datepicker" -> "selected_date";
      case "timepicker" -> "selected_time";
      case "datetimepicker" -> "selected_date_time";
      case "checkboxes", "multi_static_select" -> "selected_options";
      case "multi_users_select" -> "selected_users";
      default -> "value";
    };
  }

  private Outcome follow(Person person, JsonObject view, JsonObject payload) {
    try {
      switch (Json.text(payload, "response_action")) {
        case "errors" -> {
          return errors(view, Json.child(payload, "errors"));
        }
        case "update" -> views.update(Json.text(view, "id"), "", Json.child(payload, "view"));
        case "push" -> views.pushFor(person.id(), Json.child(payload, "view"));
        case "clear" -> views.clear(person.id());
        default -> views.pop(person.id());
      }
      return Outcome.done();
    } catch (SlackError e) {
      return Outcome.failed("The app answered with a view that Slack refuses: " + e.getMessage());
    }
  }

  private static Outcome errors(JsonObject view, JsonObject errors) {
    Set<String> inputs = inputs(view).keySet();
    if (errors.isEmpty() || !inputs.containsAll(errors.keySet())) {
      return Outcome.failed("The app marked fields that are not in this window.");
    }
    Map<String, String> sentences = new TreeMap<>();
    List.copyOf(errors.keySet()).forEach(id -> sentences.put(id, Json.text(errors, id)));
    return Outcome.invalid(sentences);
  }

  /** Puts the top modal away, and tells the app where it wants to know. */
  Outcome close(Person person, String viewId) {
    JsonObject view = open(person, viewId);
    views.pop(person.id());
    if (Json.flag(view, "notify_on_close")) {
      return Interactions.seen(outlet.ask("interactive", payloads.closed(person.id(), view)));
    }
    return Outcome.done();
  }
}
