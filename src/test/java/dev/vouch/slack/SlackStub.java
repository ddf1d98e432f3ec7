package dev.vouch.slack;

import com.slack.api.Slack;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A Web API on loopback that gives the answers a test lays down, and remembers what was asked. */
public final class SlackStub implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Function<String, Answer>> methods = new ConcurrentHashMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  /** What is answered. */
  public record Answer(int status, String body, Map<String, String> headers) {
    public static Answer json(String body) {
      return new Answer(200, body, Map.of());
    }
  }

  public SlackStub() throws IOException {
    this(0);
  }

  /** Listens on a port of its own choice, to come up where nothing was before. */
  public SlackStub(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 50);
    server.createContext("/api/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  public SlackStub on(String method, String json) {
    return on(method, form -> Answer.json(json));
  }

  /** Answers a method by the form that was posted, still encoded. */
  public SlackStub on(String method, Function<String, Answer> answer) {
    methods.put(method, answer);
    return this;
  }

  public long calls(String method) {
    return calls.stream().filter(method::equals).count();
  }

  /** The token with which a method was called last. */
  public String token(String method) {
    return tokens.getOrDefault(method, "");
  }

  public String url() {
    return "http://127.0.0.1:" + port() + "/api";
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public Slack slack() {
    return SlackClient.of(url());
  }

  private void handle(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestURI().getPath().substring("/api/".length());
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    tokens.put(method, bearer == null ? "" : bearer.replace("Bearer ", ""));
    calls.add(method);
    Answer answer =
        methods
            .getOrDefault(method, any -> Answer.json("{\"ok\":false,\"error\":\"unknown_method\"}"))
            .apply(form);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
