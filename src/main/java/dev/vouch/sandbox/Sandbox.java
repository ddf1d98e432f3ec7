package dev.vouch.sandbox;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.api.ApiCall;
import dev.vouch.sandbox.api.Faults;
import dev.vouch.sandbox.api.Tokens;
import dev.vouch.sandbox.api.WebApi;
import dev.vouch.sandbox.delivery.Courier;
import dev.vouch.sandbox.delivery.HttpWire;
import dev.vouch.sandbox.delivery.SocketWire;
import dev.vouch.sandbox.delivery.Wire;
import dev.vouch.sandbox.page.Guard;
import dev.vouch.sandbox.page.Links;
import dev.vouch.sandbox.page.LiveFeed;
import dev.vouch.sandbox.page.PageApi;
import dev.vouch.sandbox.wire.HttpCall;
import dev.vouch.sandbox.workspace.SandboxClock;
import dev.vouch.sandbox.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketCreator;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/**
 * A Slack look-alike on 127.0.0.1: one workspace, its Web API, Socket Mode or signed HTTP, and a
 * page to act as its people. It is as strict as Slack where Slack is strict.
 */
public final class Sandbox implements AutoCloseable {
  private final Server server;
  private final Tokens tokens = Tokens.sandbox();
  private final SandboxClock clock;
  private final Optional<SocketWire> socket;
  private final Courier courier;
  private final Workspace workspace;
  private final WebApi api;

  /**
   * Starts one.
   *
   * @throws UncheckedIOException if the port is taken
   */
  public static Sandbox start(SandboxSettings settings) {
    QueuedThreadPool threads = new QueuedThreadPool(100);
    threads.setName("sandbox");
    threads.setDaemon(true);
    Server server = new Server(threads);
    Sandbox sandbox = new Sandbox(server, bind(server, settings.port()), settings);
    try {
      server.start();
      return sandbox;
    } catch (Exception e) {
      throw new IllegalStateException("the sandbox does not start on " + sandbox.url(), e);
    }
  }

  /** Takes the port first, because its number is part of all that the workspace gives out. */
  private static int bind(Server server, int port) {
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    try {
      connector.open();
      return connector.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "port " + port + " on 127.0.0.1 is not free; choose another one", e);
    }
  }

  private Sandbox(Server server, int port, SandboxSettings settings) {
    this.server = server;
    this.clock = settings.clock();
    this.socket =
        settings.requestUrl().isPresent()
            ? Optional.empty()
            : Optional.of(new SocketWire(settings.app().id()));
    this.courier =
        new Courier(
            settings
                .requestUrl()
                .<Wire>map(to -> new HttpWire(to, tokens.signingSecret(), clock))
                .orElseGet(socket::orElseThrow));
    socket.ifPresent(wire -> wire.onConnect(courier::retryNow));
    this.workspace =
        new Workspace(
            new Workspace.Setting(settings.team(), settings.app(), settings.zone(), clock),
            courier,
            "http://127.0.0.1:" + port);
    this.api =
        new WebApi(
            workspace, tokens, settings.rateLimits(), socket.map(wire -> () -> socketUrl(wire)));
    Router router =
        new Router(api, new PageApi(workspace, api.faults()), new Links(workspace, tokens));
    LiveFeed live = new LiveFeed(workspace);
    WebSocketUpgradeHandler sockets =
        WebSocketUpgradeHandler.from(server, container -> map(container, live));
    sockets.setHandler(router);
    server.setHandler(new Guard(port, sockets));
  }

  private void map(ServerWebSocketContainer container, LiveFeed live) {
    container.setIdleTimeout(Duration.ZERO);
    container.setMaxTextMessageSize(1024 * 1024);
    container.addMapping(
        "/socket",
        creator(
            request ->
                socket.flatMap(
                    wire -> wire.accept(query(request).query().getOrDefault("ticket", "")))));
    container.addMapping(
        "/sandbox/live",
        creator(
            request -> {
              String as = query(request).query().getOrDefault("as", "");
              return workspace.roster().byId(as).map(person -> live.watch(person.id()));
            }));
  }

  private static HttpCall query(ServerUpgradeRequest request) {
    String query = request.getHttpURI().getQuery();
    return new HttpCall("GET", "/", query == null ? "" : query, Map.of(), new byte[0]);
  }

  private interface Door {
    Optional<Session.Listener> open(ServerUpgradeRequest request);
  }

  private static WebSocketCreator creator(Door door) {
    return (request, response, callback) -> {
      Optional<Session.Listener> listener = door.open(request);
      if (listener.isEmpty()) {
        response.setStatus(403);
        callback.succeeded();
        return null;
      }
      return listener.get();
    };
  }

  private String socketUrl(SocketWire wire) {
    return url().replace("http://", "ws://") + "/socket?ticket=" + wire.ticket();
  }

  /** For instance {@code http://127.0.0.1:8700}. */
  public String url() {
    return workspace.baseUrl();
  }

  /** The Web API's base, with a slash at its end. */
  public String apiUrl() {
    return url() + "/api/";
  }

  /** Where an installation begins. */
  public String authorizeUrl() {
    return url() + "/oauth/v2/authorize";
  }

  public String botToken() {
    return tokens.bot();
  }

  public String appToken() {
    return tokens.app();
  }

  public String signingSecret() {
    return tokens.signingSecret();
  }

  /** All that the app can prove itself with. */
  public Tokens tokens() {
    return tokens;
  }

  public String teamId() {
    return workspace.roster().own().id();
  }

  /** The bot's user id, which messages and mentions carry. */
  public String botPersonId() {
    return workspace.roster().app().botPersonId();
  }

  public String botId() {
    return workspace.roster().app().botId();
  }

  public Workspace workspace() {
    return workspace;
  }

  public SandboxClock clock() {
    return clock;
  }

  /** What goes wrong with Web API calls, on demand. */
  public Faults faults() {
    return api.faults();
  }

  /** The Web API calls so far, oldest first. */
  public List<ApiCall> calls() {
    return api.calls();
  }

  /** The calls of one method, oldest first. */
  public List<ApiCall> calls(String method) {
    return calls().stream().filter(call -> call.method().equals(method)).toList();
  }

  /** The events sent so far, oldest first, each the whole {@code event_callback}. */
  public List<JsonObject> events() {
    return courier.events();
  }

  /** Sends an event again; see {@link Courier#redeliver}. */
  public void redeliver(String eventId) {
    courier.redeliver(eventId);
  }

  /** Waits until the app has acknowledged every event; false if it has not in time. */
  public boolean awaitQuiet(Duration patience) {
    return courier.awaitQuiet(patience);
  }

  /** The Socket Mode end, to break it; there is none over HTTP. */
  public SocketWire sockets() {
    return socket.orElseThrow(
        () -> new IllegalStateException("this sandbox delivers over HTTP, it has no sockets"));
  }

  @Override
  public void close() {
    courier.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the sandbox on " + url() + " does not stop", e);
    }
  }
}
