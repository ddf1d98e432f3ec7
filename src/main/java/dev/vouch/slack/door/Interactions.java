package dev.vouch.slack.door;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import dev.vouch.slack.door.DoorCounts.Of;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs commands, shortcuts, buttons and modals through Bolt, for both doors. Thread-safe.
 *
 * <p>What Bolt would stumble over is refused here first, so that a failure inside is a fault of
 * ours and gets a reference to look for in the log.
 */
public final class Interactions {
  private static final Logger LOG = LoggerFactory.getLogger(Interactions.class);
  private static final Set<String> TYPES =
      Set.of(
          "block_actions",
          "block_suggestion",
          "message_action",
          "shortcut",
          "view_submission",
          "view_closed");

  private final App app;
  private final SlackRequestParser parser;
  private final DoorCounts counts;
  private final Supplier<String> references;

  /**
   * @param references makes the short ids that people are given when something fails
   */
  public Interactions(App app, DoorCounts counts, Supplier<String> references) {
    this.app = app;
    this.parser = new SlackRequestParser(app.config());
    this.counts = counts;
    this.references = references;
  }

  /** What came of it. */
  sealed interface Outcome {
    /** A listener answered; {@code body} may be empty. */
    record Answered(String body, String contentType) implements Outcome {}

    /** Nobody listens to this. */
    record Unheard() implements Outcome {}

    /** Slack would not send this. */
    record Unreadable() implements Outcome {}

    /** A listener failed; the log knows more under this reference. */
    record Failed(String reference) implements Outcome {}
  }

  /** Runs a form as it comes over HTTP, whose field {@code payload} or {@code command} counts. */
  Outcome form(Map<String, String> fields, String body) {
    String payload = fields.get("payload");
    boolean readable =
        payload == null ? isCommand(fields.get("team_id"), fields.get("user_id")) : true;
    return readable && (payload != null || fields.containsKey("command"))
        ? checked(payload, body, false)
        : count(new Outcome.Unreadable());
  }

  /** Runs the payload of a Socket Mode envelope. */
  Outcome payload(JsonObject payload) {
    boolean command = payload.has("command") && !payload.has("type");
    if (command && !isCommand(Json.text(payload, "team_id"), Json.text(payload, "user_id"))) {
      return count(new Outcome.Unreadable());
    }
    String json = payload.toString();
    return checked(command ? null : json, json, true);
  }

  private static boolean isCommand(@Nullable String team, @Nullable String person) {
    return team != null && !team.isBlank() && person != null && !person.isBlank();
  }

  private Outcome checked(@Nullable String payload, String body, boolean socket) {
    try {
      if (payload != null) {
        JsonObject object = Json.object(payload);
        if (!isHeard(object)) {
          return count(new Outcome.Unheard());
        }
        requireShape(object);
      }
    } catch (JsonParseException e) {
      return count(new Outcome.Unreadable());
    }
    return parsed(body, socket);
  }

  private static boolean isHeard(JsonObject payload) {
    String type = Json.text(payload, "type");
    if (type == null) {
      throw new JsonParseException("a payload without type");
    }
    return TYPES.contains(type);
  }

  /** Bolt takes these for granted after it has parsed a payload. */
  private static void requireShape(JsonObject payload) {
    String type = String.valueOf(Json.text(payload, "type"));
    if (Json.text(Json.object(payload, "user"), "id") == null) {
      throw new JsonParseException("a payload without user.id");
    }
    if (type.startsWith("view_") && Json.object(payload, "view") == null) {
      throw new JsonParseException("a payload without view");
    }
    if (type.equals("block_actions") && !areObjects(payload.get("actions"))) {
      throw new JsonParseException("a payload without actions");
    }
  }

  private static boolean areObjects(@Nullable JsonElement actions) {
    if (!(actions instanceof JsonArray all)) {
      return false;
    }
    for (JsonElement action : all) {
      if (!action.isJsonObject()) {
        return false;
      }
    }
    return true;
  }

  private Outcome parsed(String body, boolean socket) {
    Request<?> request;
    try {
      request = parser.parse(httpRequest(body, socket));
    } catch (RuntimeException e) {
      LOG.debug("unreadable payload: {}", e.getClass().getName());
      return count(new Outcome.Unreadable());
    }
    return request == null ? count(new Outcome.Unreadable()) : run(request);
  }

  private static HttpRequest httpRequest(String body, boolean socket) {
    return HttpRequest.builder()
        .requestUri("/slack/events")
        .requestBody(body)
        .queryString(Map.of())
        .headers(new RequestHeaders(Map.of()))
        .remoteAddress("")
        .socketMode(socket)
        .build();
  }

  private Outcome run(Request<?> request) {
    try {
      Response response = app.run(request);
      int status = response.getStatusCode() == null ? 200 : response.getStatusCode();
      if (status == 404) {
        return count(new Outcome.Unheard());
      }
      return status / 100 == 2 ? count(answered(response)) : failed(request, status, null);
    } catch (Exception | LinkageError | StackOverflowError e) {
      return failed(request, 500, e);
    }
  }

  private static Outcome answered(Response response) {
    String type = response.getContentType() == null ? "text/plain" : response.getContentType();
    return new Outcome.Answered(response.getBody() == null ? "" : response.getBody(), type);
  }

  private Outcome failed(Request<?> request, int status, @Nullable Throwable cause) {
    String reference = references.get();
    LOG.error(
        "{} of workspace {} failed with {}: reference {}",
        request.getRequestType(),
        request.getContext().getTeamId(),
        status,
        reference,
        cause);
    return count(new Outcome.Failed(reference));
  }

  private Outcome count(Outcome outcome) {
    if (outcome instanceof Outcome.Answered) {
      counts.add(Of.ANSWERED);
    } else if (outcome instanceof Outcome.Unheard) {
      counts.add(Of.UNHEARD);
    } else {
      counts.add(outcome instanceof Outcome.Failed ? Of.FAILED : Of.MALFORMED);
    }
    return outcome;
  }
}
