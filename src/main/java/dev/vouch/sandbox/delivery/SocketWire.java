package dev.vouch.sandbox.delivery;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.SocketLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** Socket Mode: up to ten connections of the app, each delivery to one of them. Thread-safe. */
public final class SocketWire implements Wire {
  private static final int MOST_CONNECTIONS = 10;

  private final String appId;
  private final List<Session> sessions = new ArrayList<>();
  private final List<Session> retired = new ArrayList<>();
  private final Set<String> tickets = ConcurrentHashMap.newKeySet();
  private final Map<String, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
  private volatile Runnable onConnect = () -> {};
  private volatile boolean refusing;
  private int turn;

  public SocketWire(String appId) {
    this.appId = appId;
  }

  /** Runs {@code action} each time the app has connected. */
  public void onConnect(Runnable action) {
    onConnect = action;
  }

  /** A one-time ticket for a connection. */
  public String ticket() {
    String ticket = UUID.randomUUID().toString();
    tickets.add(ticket);
    return ticket;
  }

  /** What answers a new connection; empty where it is refused. */
  public Optional<Session.Listener> accept(String ticket) {
    if (!tickets.remove(ticket) || refusing || connections() >= MOST_CONNECTIONS) {
      return Optional.empty();
    }
    return Optional.of(new SocketLine(this::opened, this::heard, this::gone));
  }

  public synchronized int connections() {
    return sessions.size();
  }

  /** From now on refuses every new connection, or takes them again. */
  public void refuse(boolean refuse) {
    refusing = refuse;
  }

  /** Breaks every connection without a word, as a failing network does. */
  public synchronized void drop() {
    List.copyOf(sessions).forEach(Session::disconnect);
    sessions.clear();
  }

  /**
   * Asks every connection to be renewed, as Slack does every few hours. The old ones get nothing
   * more, but what they still owe an acknowledgement for may come.
   */
  public synchronized void refresh() {
    JsonObject message = Json.object("type", "disconnect", "reason", "refresh_requested");
    message.add("debug_info", Json.object("host", "sandbox"));
    for (Session session : sessions) {
      session.sendText(message.toString(), Callback.NOOP);
    }
    retired.addAll(sessions);
    sessions.clear();
  }

  @Override
  public synchronized CompletableFuture<JsonObject> send(String type, JsonObject envelope) {
    if (sessions.isEmpty()) {
      return CompletableFuture.failedFuture(new Undelivered("connection_failed", false));
    }
    String id = Json.text(envelope, "envelope_id");
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    Session session = sessions.get(Math.floorMod(turn++, sessions.size()));
    session.sendText(envelope.toString(), Callback.from(() -> {}, answer::completeExceptionally));
    return answer.whenComplete((reply, failure) -> waiting.remove(id));
  }

  @Override
  public synchronized void close() {
    retired.addAll(sessions);
    List.copyOf(retired)
        .forEach(session -> session.close(1000, "the sandbox is closing", Callback.NOOP));
    sessions.clear();
  }

  private void opened(Session session) {
    greet(session);
    onConnect.run();
  }

  private synchronized void greet(Session session) {
    sessions.add(session);
    JsonObject hello = Json.object("type", "hello", "num_connections", sessions.size());
    hello.add("connection_info", Json.object("app_id", appId));
    hello.add(
        "debug_info",
        Json.object("host", "sandbox", "build_number", 1, "approximate_connection_time", 3600));
    session.sendText(hello.toString(), Callback.NOOP);
  }

  private synchronized void gone(Session session) {
    sessions.remove(session);
    retired.remove(session);
  }

  private void heard(String text) {
    Json.parseObject(text)
        .ifPresent(
            ack -> {
              CompletableFuture<JsonObject> answer = waiting.get(Json.text(ack, "envelope_id"));
              if (answer != null) {
                answer.complete(Json.child(ack, "payload"));
              }
            });
  }
}
