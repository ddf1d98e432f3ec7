package dev.vouch.sandbox.page;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.SocketLine;
import dev.vouch.sandbox.workspace.Change;
import dev.vouch.sandbox.workspace.Workspace;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** Tells open pages what to fetch again, each only what its person sees. Thread-safe. */
public final class LiveFeed {
  private final Workspace workspace;
  private final Map<Session, String> watching = new ConcurrentHashMap<>();

  public LiveFeed(Workspace workspace) {
    this.workspace = workspace;
    workspace.watch(this::tell);
    workspace.clock().onChange(this::tellTime);
  }

  /** A connection for the page of {@code person}. */
  public Session.Listener watch(String person) {
    return new SocketLine(session -> watching.put(session, person), text -> {}, watching::remove);
  }

  private void tell(Change change) {
    JsonObject message = Json.object("type", change.kind().name().toLowerCase(Locale.ROOT));
    if (!change.channel().isEmpty()) {
      message.addProperty("channel", change.channel());
    }
    watching.forEach(
        (session, person) -> {
          if (concerns(change, person)) {
            send(session, message);
          }
        });
  }

  private boolean concerns(Change change, String person) {
    if (!change.person().isEmpty()) {
      return change.person().equals(person);
    }
    return change.channel().isEmpty()
        || workspace.conversations().byId(change.channel()).filter(c -> c.has(person)).isPresent();
  }

  private void tellTime() {
    JsonObject message =
        Json.object("type", "clock", "now", workspace.clock().instant().toString());
    watching.keySet().forEach(session -> send(session, message));
  }

  private static void send(Session session, JsonObject message) {
    session.sendText(message.toString(), Callback.NOOP);
  }
}
