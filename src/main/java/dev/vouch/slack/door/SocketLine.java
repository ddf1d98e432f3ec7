package dev.vouch.slack.door;

import com.slack.api.Slack;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import java.io.IOException;
import java.net.URISyntaxException;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Socket Mode connection, from its opening to its end.
 *
 * <p>The SDK's client does the talking. Its queue, which a thread would poll every ten
 * milliseconds, is replaced by one that hands each message on as it comes; and it neither watches
 * nor renews the connection, because its watch dies of the first answer that is not JSON.
 */
final class SocketLine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SocketLine.class);
  private static final int NO_POLLERS = 0;
  private static final long NO_MONITOR = 60_000;

  private final SocketModeClient client;

  /** What is told of a line; called on the thread that reads the socket. */
  interface Listener {
    void received(SocketLine line, String message);

    void ended(SocketLine line);
  }

  /**
   * @throws URISyntaxException if Slack's address is none
   */
  SocketLine(Slack slack, String appToken, String url, Listener listener)
      throws URISyntaxException {
    this.client =
        new SocketModeClientJavaWSImpl(
            slack,
            appToken,
            url,
            NO_POLLERS,
            new Direct(message -> listener.received(this, message)),
            false,
            false,
            NO_MONITOR);
    client.addWebSocketCloseListener((code, reason) -> listener.ended(this));
    client.addWebSocketErrorListener(error -> failed(listener));
  }

  private void failed(Listener listener) {
    if (!client.verifyConnection()) {
      listener.ended(this);
    }
  }

  /** Starts to connect; whether it worked shows in what the listener is told. */
  void connect() throws IOException {
    client.connect();
  }

  /** Whether the other side answers a ping; takes up to three seconds. */
  boolean isAlive() {
    return client.verifyConnection();
  }

  /**
   * @return false if the connection is not open any more
   */
  boolean send(String message) {
    try {
      client.sendWebSocketMessage(message);
      return true;
    } catch (WebsocketNotConnectedException e) {
      LOG.debug("the line was closed before an acknowledgement could be sent");
      return false;
    }
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      LOG.debug("a socket did not close cleanly: {}", e.toString());
    }
  }

  /** A queue that holds nothing. */
  private record Direct(java.util.function.Consumer<String> sink)
      implements SocketModeMessageQueue {
    @Override
    public void add(String message) {
      sink.accept(message);
    }

    @Override
    public @Nullable String poll() {
      return null;
    }
  }
}
