package dev.vouch.slack.door;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import dev.vouch.slack.BoltApp;
import dev.vouch.slack.FixedClock;
import dev.vouch.slack.SlackClient;
import dev.vouch.slack.Tokens;
import dev.vouch.slack.Tokens.Token;
import dev.vouch.slack.door.HttpDoor.Address;
import dev.vouch.slack.door.HttpDoor.Limits;
import dev.vouch.slack.door.Route.Ask;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A real HTTP door on loopback with a real Bolt app behind it, and somebody who can knock. */
final class TestDoor implements AutoCloseable {
  static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  static final Token SELF = new Token("xoxb-test", "U0VOUCH", "B0VOUCH");

  /** In another workspace that Vouch is at work in. */
  static final Token THERE = new Token("xoxb-there", "U0THERE", "B0THERE");

  final FixedClock clock = new FixedClock("2026-11-22T09:00:00Z");
  final MemoryInbox inbox = new MemoryInbox();
  final DoorCounts counts = new DoorCounts();
  Predicate<String> isGone = team -> false;
  final List<String> revoked = new CopyOnWriteArrayList<>();
  volatile Runnable onRevocation = () -> {};
  volatile Runnable onPage = () -> {};
  final Signature signature = new Signature(SECRET, clock);
  final App app;
  final EventIntake intake;
  final Interactions interactions;
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpDoor door;

  TestDoor() throws IOException {
    this(Limits.USUAL);
  }

  TestDoor(Limits limits) throws IOException {
    // Nothing listens there: whatever works in a test works while Slack cannot be reached.
    Slack slack = SlackClient.of("http://127.0.0.1:9/api/");
    Map<String, Token> installed = Map.of("T0HOME", SELF, "T0THERE", THERE);
    Tokens tokens = team -> Optional.ofNullable(installed.get(team));
    app = BoltApp.create(slack, tokens);
    intake = new EventIntake(inbox, tokens, revocations(), counts, clock);
    interactions = new Interactions(app, counts, () -> "ref-1");
    SlackGate gate = new SlackGate(signature, intake, interactions, counts, clock);
    door = new HttpDoor(new Address("127.0.0.1", 0), gate, routes(), () -> "ref-2", limits);
    door.start();
  }

  private Revocations revocations() {
    return new Revocations() {
      @Override
      public void revoked(String team, Instant at) {
        onRevocation.run();
        revoked.add(team + "@" + at);
      }

      @Override
      public boolean isGone(String team) {
        return isGone.test(team);
      }
    };
  }

  private Reply slowPage() {
    onPage.run();
    return Reply.text(200, "there");
  }

  private List<Route> routes() {
    return List.of(
        new Route("GET", "/slow", ask -> slowPage()),
        new Route("GET", "/health/live", ask -> Reply.text(200, "ok")),
        new Route("GET", "/s/", TestDoor::link),
        new Route("GET", "/broken", ask -> failing()));
  }

  private static Reply link(Ask ask) {
    return Reply.text(200, ask.path() + "?" + ask.query() + ask.cookies());
  }

  private static Reply failing() {
    throw new IllegalStateException("secret-inner-words");
  }

  int port() {
    return door.port();
  }

  long now() {
    return clock.instant().getEpochSecond();
  }

  /** A body as Slack would post it. */
  HttpRequest.Builder signed(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String timestamp = String.valueOf(now());
    return request(bytes, timestamp, signature.of(timestamp, bytes));
  }

  CompletableFuture<HttpResponse<String>> sendSoon(HttpRequest.Builder request) {
    return client.sendAsync(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** Posts a body as Slack would. */
  HttpResponse<String> post(String body) throws Exception {
    return post(body.getBytes(StandardCharsets.UTF_8), "application/json");
  }

  HttpResponse<String> form(String body) throws Exception {
    return post(body.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded");
  }

  HttpResponse<String> post(byte[] body, String type) throws Exception {
    String timestamp = String.valueOf(now());
    return send(
        request(body, timestamp, signature.of(timestamp, body)).header("Content-Type", type));
  }

  HttpRequest.Builder request(byte[] body, String timestamp, String signed) {
    return to("/slack/events")
        .header("X-Slack-Request-Timestamp", timestamp)
        .header("X-Slack-Signature", signed)
        .POST(BodyPublishers.ofByteArray(body));
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .timeout(Duration.ofSeconds(20));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** A delivery around an event. */
  static String delivery(String id, String event) {
    return """
        {"token":"x","team_id":"T0HOME","api_app_id":"A1","type":"event_callback",\
        "event_id":"%s","event_time":1763802000,\
        "authorizations":[{"team_id":"T0HOME","user_id":"U0VOUCH","is_bot":true}],"event":%s}"""
        .formatted(id, event);
  }

  static String message(String channel, String text) {
    return """
        {"type":"message","channel":"%s","user":"U1ANN","text":"%s","ts":"1763802000.000100"}"""
        .formatted(channel, text);
  }

  @Override
  public void close() {
    door.close();
  }
}
