package dev.vouch.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Stands in for Slack on this machine: answers Web API calls with what a test has set, takes
 * uploads and response_urls, and keeps all it got in order.
 */
public final class StandInSlack implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  public final List<Got> got = new CopyOnWriteArrayList<>();

  /** Hears what is asked before it is answered. */
  public volatile Consumer<String> listener = what -> {};

  /** A request: the method's name or the path, its form fields, and its raw body. */
  public record Got(String what, Map<String, String> form, String body) {}

  private record Answer(int status, String json, Map<String, String> headers) {}

  public StandInSlack() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
    answer("chat.postMessage", "{\"ok\":true,\"channel\":\"D0MAYA\",\"ts\":\"1795161600.000200\"}");
    answer("chat.update", "{\"ok\":true}");
    answer("conversations.open", "{\"ok\":true,\"channel\":{\"id\":\"D0MAYA\"}}");
    answer("conversations.members", "{\"ok\":true,\"members\":[]}");
    answer("views.open", "{\"ok\":true}");
    answer("views.publish", "{\"ok\":true}");
    answer(
        "files.getUploadURLExternal",
        "{\"ok\":true,\"file_id\":\"F0CHART\",\"upload_url\":\"%s\"}"
            .formatted(url("/upload/F0CHART")));
    answer("files.completeUploadExternal", "{\"ok\":true,\"files\":[{\"id\":\"F0CHART\"}]}");
  }

  public void answer(String method, String json) {
    answers.put(method, new Answer(200, json, Map.of()));
  }

  public void answer(String method, int status, Map<String, String> headers) {
    answers.put(method, new Answer(status, "{\"ok\":false,\"error\":\"ratelimited\"}", headers));
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  public Slack slack() {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(url("/api/"));
    config.setProxyUrl(null);
    // Else the client calls auth.test by itself before each method, to count calls by team.
    config.setStatsEnabled(false);
    return Slack.getInstance(config);
  }

  public MethodsClient methods() {
    return slack().methods("xoxb-test");
  }

  public List<Got> got(String what) {
    return got.stream().filter(one -> one.what().equals(what)).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String what = path.startsWith("/api/") ? path.substring("/api/".length()) : path;
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    got.add(new Got(what, form(body), body));
    listener.accept(what);
    Answer answer = answers.getOrDefault(what, new Answer(200, "{\"ok\":true}", Map.of()));
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    byte[] json = answer.json().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), json.length);
    exchange.getResponseBody().write(json);
    exchange.close();
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String field : body.split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0 && field.matches("[A-Za-z0-9_.%*+=-]*")) {
        form.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
