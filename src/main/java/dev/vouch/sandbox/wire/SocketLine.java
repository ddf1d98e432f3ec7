package dev.vouch.sandbox.wire;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** One websocket connection, told by functions; public because Jetty calls it by reflection. */
public final class SocketLine implements Session.Listener.AutoDemanding {
  private final Consumer<Session> opened;
  private final Consumer<String> heard;
  private final Consumer<Session> closed;
  private Optional<Session> session = Optional.empty();

  public SocketLine(Consumer<Session> opened, Consumer<String> heard, Consumer<Session> closed) {
    this.opened = opened;
    this.heard = heard;
    this.closed = closed;
  }

  @Override
  public void onWebSocketOpen(Session open) {
    session = Optional.of(open);
    opened.accept(open);
  }

  @Override
  public void onWebSocketText(String text) {
    heard.accept(text);
  }

  @Override
  public void onWebSocketClose(int status, String reason, Callback callback) {
    session.ifPresent(closed);
    callback.succeed();
  }
}
