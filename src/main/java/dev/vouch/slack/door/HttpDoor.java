package dev.vouch.slack.door;

import dev.vouch.pipeline.Wordless;
import dev.vouch.slack.door.Route.Ask;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP door: Slack's requests to {@code POST /slack/events}, and the other routes.
 *
 * <p>Bodies are read without holding a thread, so requests that were only half sent cost a
 * connection each and starve nobody; they are cut off after {@link Limits#body()}.
 */
public final class HttpDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);
  private static final Duration DRAIN = Duration.ofSeconds(3);

  /** How long connections on which nothing goes on are kept while closing. */
  private static final Duration SILENCE_AT_THE_END = Duration.ofMillis(100);

  private final Server server;
  private final ServerConnector connector;

  /**
   * Where to listen.
   *
   * @param host an address of this machine, {@code 0.0.0.0} for all of them
   * @param port 0 for any that is free
   */
  public record Address(String host, int port) {}

  /**
   * What a request may take.
   *
   * @param bytes longest body
   * @param body longest time for a whole body to come
   * @param idle longest silence on a connection
   */
  record Limits(int bytes, Duration body, Duration idle) {
    static final Limits USUAL = new Limits(1 << 20, Duration.ofSeconds(10), Duration.ofSeconds(15));
  }

  /**
   * @param references makes the short ids that stand for a failure, here and in the log
   */
  public HttpDoor(
      Address address, SlackGate gate, List<Route> routes, Supplier<String> references) {
    this(address, gate, routes, references, Limits.USUAL);
  }

  HttpDoor(
      Address address,
      SlackGate gate,
      List<Route> routes,
      Supplier<String> references,
      Limits limits) {
    DoorThreads threads = new DoorThreads();
    this.server = new Server(threads);
    this.connector = connector(server, threads, address, limits);
    server.addConnector(connector);
    EventsEndpoint events = new EventsEndpoint(gate, limits, references);
    server.setHandler(new GracefulHandler(new Doors(events, List.copyOf(routes), references)));
    server.setErrorHandler(new PlainErrors());
    server.setStopTimeout(DRAIN.toMillis());
  }

  private static ServerConnector connector(
      Server server, DoorThreads threads, Address address, Limits limits) {
    HttpConfiguration config = new HttpConfiguration();
    config.setSendServerVersion(false);
    config.setSendXPoweredBy(false);
    config.setHeaderCacheSize(0); // hardly a header comes twice: the signature never does
    ServerConnector connector =
        new ServerConnector(server, new HttpConnectionFactory(config)) {
          @Override
          protected SocketChannelEndPoint newEndPoint(
              SocketChannel channel, ManagedSelector reader, SelectionKey key) {
            HttpLine line = new HttpLine(channel, reader, key, getScheduler(), threads);
            line.setIdleTimeout(getIdleTimeout());
            return line;
          }
        };
    connector.setHost(address.host());
    connector.setPort(address.port());
    connector.setIdleTimeout(limits.idle().toMillis());
    connector.setShutdownIdleTimeout(SILENCE_AT_THE_END.toMillis());
    return connector;
  }

  /**
   * @throws IOException if the port is taken or the address is not this machine's
   */
  public void start() throws IOException {
    try {
      server.start();
    } catch (Exception e) {
      throw new IOException(
          "cannot listen on %s port %d: %s (is something else running there? see PORT)"
              .formatted(connector.getHost(), connector.getPort(), e.getMessage()),
          e);
    }
    LOG.info("listening on {} port {}", connector.getHost(), port());
  }

  /** The port it listens on, once it was started. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Takes nothing new and waits up to three seconds for what is being answered. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("the HTTP door did not close cleanly: {}", e.toString());
    }
  }

  /**
   * Sends each request where it belongs. The thread that reads from the connections comes here
   * itself, so whatever may wait for something is left to another.
   */
  private static final class Doors extends Handler.Abstract.NonBlocking {
    private final EventsEndpoint events;
    private final List<Route> routes;
    private final Supplier<String> references;

    Doors(EventsEndpoint events, List<Route> routes, Supplier<String> references) {
      this.events = events;
      this.routes = routes;
      this.references = references;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      if (Request.getPathInContext(request).equals(EventsEndpoint.PATH)) {
        events.handle(request, response, callback);
      } else {
        request.getComponents().getExecutor().execute(() -> answer(request, response, callback));
      }
      return true;
    }

    private void answer(Request request, Response response, Callback callback) {
      try {
        Sending.send(answer(request), response, callback);
      } catch (RuntimeException | LinkageError | StackOverflowError e) {
        Response.writeError(request, response, callback, e);
      }
    }

    private Reply answer(Request request) {
      String path = Request.getPathInContext(request);
      List<Route> here = routes.stream().filter(route -> route.covers(path)).toList();
      if (here.isEmpty()) {
        return Reply.text(404, "There is nothing here.");
      }
      return here.stream()
          .filter(route -> route.takes(request.getMethod()))
          .findFirst()
          .map(route -> answer(route, request))
          .orElseGet(() -> Sending.notAllowed(here.get(0).method()));
    }

    private Reply answer(Route route, Request request) {
      try {
        return route.answerer().answer(ask(request));
      } catch (Exception e) {
        String reference = references.get();
        LOG.error("{} failed: reference {}", route.path(), reference, Wordless.of(e));
        return SlackGate.failure(reference);
      }
    }

    private static Ask ask(Request request) {
      Map<String, String> query = new LinkedHashMap<>();
      for (var field : Request.extractQueryParameters(request)) {
        query.putIfAbsent(field.getName(), field.getValue());
      }
      Map<String, String> cookies = new LinkedHashMap<>();
      for (HttpCookie cookie : Request.getCookies(request)) {
        cookies.putIfAbsent(cookie.getName(), cookie.getValue());
      }
      return new Ask(request.getMethod(), Request.getPathInContext(request), query, cookies);
    }
  }
}
