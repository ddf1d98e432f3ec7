package dev.vouch.slack.door;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vouch.slack.SlackStub;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/**
 * Slack's side of Socket Mode on loopback: greets, sends envelopes, and remembers what comes back.
 */
final class SocketStub implements AutoCloseable {
  private final Sockets sockets = new Sockets();
  final SlackStub web;
  final List<JsonObject> acks = new CopyOnWriteArrayList<>();
  final List<WebSocket> open = new CopyOnWriteArrayList<>();

  SocketStub() throws IOException, InterruptedException {
    this(0);
  }

  /** The Web API on a port of its own choice, to come up where nothing was before. */
  SocketStub(int port) throws IOException, InterruptedException {
    sockets.setReuseAddr(true);
    sockets.start();
    if (!sockets.started.await(10, TimeUnit.SECONDS)) {
      throw new IOException("the stub did not start");
    }
    web = new SlackStub(port);
    web.on(
        "apps.connections.open",
        form -> SlackStub.Answer.json("{\"ok\":true,\"url\":\"" + url() + "\"}"));
  }

  String url() {
    return "ws://127.0.0.1:" + sockets.getPort() + "/link/?ticket=x";
  }

  void send(String message) {
    open.get(open.size() - 1).send(message);
  }

  void event(String envelope, String delivery) {
    send(
        "{\"envelope_id\":\"%s\",\"type\":\"events_api\",\"accepts_response_payload\":false,\"payload\":%s}"
            .formatted(envelope, delivery));
  }

  List<String> acked() {
    return acks.stream().map(ack -> ack.get("envelope_id").getAsString()).toList();
  }

  @Override
  public void close() throws Exception {
    web.close();
    sockets.stop(500);
  }

  private final class Sockets extends WebSocketServer {
    private final CountDownLatch started = new CountDownLatch(1);

    Sockets() {
      super(new InetSocketAddress("127.0.0.1", 0), 1);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
      open.add(socket);
      socket.send("{\"type\":\"hello\",\"num_connections\":1,\"debug_info\":{}}");
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
      open.remove(socket);
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
      acks.add(JsonParser.parseString(message).getAsJsonObject());
    }

    @Override
    public void onError(WebSocket socket, Exception error) {
      open.remove(socket);
    }

    @Override
    public void onStart() {
      started.countDown();
    }
  }
}
