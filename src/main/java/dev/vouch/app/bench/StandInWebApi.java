package dev.vouch.app.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** As much of Slack's Web API as the running app asks for while it is measured. */
final class StandInWebApi implements AutoCloseable {
  static final String TEAM = "T0BENCH";

  /** One of our own people. */
  static final String STAFF = "U0STAFF";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final AtomicLong posted = new AtomicLong();

  private StandInWebApi(HttpServer server) {
    this.server = server;
  }

  static StandInWebApi start() throws IOException {
    // Or each answer on a connection that is kept waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    StandInWebApi api =
        new StandInWebApi(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    api.server.createContext("/api/", api::answer);
    api.server.setExecutor(api.threads);
    api.server.start();
    return api;
  }

  String url() {
    return "http://127.0.0.1:%d/api/".formatted(server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String method = exchange.getRequestURI().getPath().substring("/api/".length());
      byte[] json = json(method, fields(body)).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      exchange.sendResponseHeaders(200, json.length);
      exchange.getResponseBody().write(json);
    }
  }

  private static Map<String, String> fields(String body) {
    return Stream.of(body.split("&"))
        .filter(pair -> pair.contains("="))
        .collect(
            Collectors.toMap(
                pair -> pair.substring(0, pair.indexOf('=')),
                pair ->
                    URLDecoder.decode(
                        pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8),
                (one, other) -> one));
  }

  private String json(String method, Map<String, String> asked) {
    return switch (method) {
      case "auth.test" ->
          """
          {"ok":true,"url":"https://bench.slack.example/","team":"Bench","user":"vouch","team_id":"%s",\
          "user_id":"U0VOUCH","bot_id":"B0VOUCH"}"""
              .formatted(TEAM);
      case "users.info" -> person(asked.getOrDefault("user", ""));
      case "team.info" -> company(asked.getOrDefault("team", TEAM));
      case "conversations.info" ->
          "{\"ok\":true,\"channel\":{\"id\":\"%s\",\"name\":\"general\"}}"
              .formatted(asked.getOrDefault("channel", "C0"));
      case "conversations.open" -> "{\"ok\":true,\"channel\":{\"id\":\"D0BENCH\"}}";
      case "chat.postMessage" ->
          "{\"ok\":true,\"channel\":\"D0BENCH\",\"ts\":\"1764000000.%06d\"}"
              .formatted(posted.incrementAndGet() % 1_000_000);
      default -> "{\"ok\":true}";
    };
  }

  /** People of customers, but for every fifth, who is staff. */
  private static String person(String id) {
    int number = Math.floorMod(id.hashCode(), 1_000);
    boolean staff = id.equals(STAFF) || number % 5 == 0;
    String team = staff ? TEAM : "TC" + number % 40;
    return """
        {"ok":true,"user":{"id":"%s","team_id":"%s","name":"p%d","real_name":"Person %d","tz":"Europe/London",\
        "is_bot":false,"profile":{"real_name":"Person %d","display_name":"","email":null}}}"""
        .formatted(id, team, number, number, number);
  }

  private static String company(String team) {
    return "{\"ok\":true,\"team\":{\"id\":\"%s\",\"name\":\"Company %s\"}}".formatted(team, team);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
