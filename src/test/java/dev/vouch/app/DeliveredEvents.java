package dev.vouch.app;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.slack.api.app_backend.SlackSignature;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * Delivers what happens in Slack over HTTP as Slack does: signed, events again until each is
 * acknowledged, and what people press and type once.
 */
final class DeliveredEvents {
  private static final Duration GIVEN_UP = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String team;
  private final SlackSignature.Generator signature;
  private final InstantSource clock;
  private final long happened;
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private boolean shared;

  DeliveredEvents(String team, String secret, InstantSource clock) {
    this.team = team;
    this.signature = new SlackSignature.Generator(secret);
    this.clock = clock;
    this.happened = clock.instant().getEpochSecond();
  }

  /** The same of a channel that companies share. */
  DeliveredEvents inSharedChannel() {
    shared = true;
    return this;
  }

  /** An event and the id that it keeps however often it is delivered. */
  record Told(String id, JsonObject event) {}

  /**
   * What came of one delivery.
   *
   * @param status 0 where the connection ended without an answer
   */
  record Answer(Told told, int status, Duration took) {
    boolean acknowledged() {
      return status == 200;
    }
  }

  CompletableFuture<Answer> deliver(Told told, int port) {
    long start = System.nanoTime();
    return http.sendAsync(request(told, port), HttpResponse.BodyHandlers.discarding())
        .handle(
            (response, failure) -> {
              Answer answer =
                  new Answer(
                      told,
                      failure == null ? response.statusCode() : 0,
                      Duration.ofNanos(System.nanoTime() - start));
              answers.add(answer);
              return answer;
            });
  }

  /** What came of every delivery so far. */
  List<Answer> answers() {
    return List.copyOf(answers);
  }

  /** Delivers it until it is acknowledged. */
  void insist(Told told, IntSupplier port) {
    Awaitility.await()
        .pollDelay(Duration.ZERO)
        .atMost(Duration.ofSeconds(30))
        .until(() -> deliver(told, port.getAsInt()).join().acknowledged());
  }

  /** Somebody types a command or, as {@code payload}, presses something; the answer's status. */
  int send(Map<String, String> form, int port) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return http.sendAsync(
            request(body, "application/x-www-form-urlencoded", port),
            HttpResponse.BodyHandlers.discarding())
        .join()
        .statusCode();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What Vouch answers to somebody who types {@code /vouch} and this. */
  String answer(String person, String text, int port) {
    String body =
        "command=%%2Fvouch&text=%s&team_id=%s&user_id=%s&channel_id=C1&trigger_id=1.2&response_url=%s"
            .formatted(text, team, person, "http%3A%2F%2F127.0.0.1%3A9%2F");
    return http.sendAsync(
            request(body, "application/x-www-form-urlencoded", port),
            HttpResponse.BodyHandlers.ofString())
        .join()
        .body();
  }

  private HttpRequest request(Told told, int port) {
    return request(body(told).toString(), "application/json", port);
  }

  private HttpRequest request(String body, String type, int port) {
    String stamp = String.valueOf(clock.instant().getEpochSecond());
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/slack/events"))
        .timeout(GIVEN_UP)
        .header("Content-Type", type)
        .header("X-Slack-Request-Timestamp", stamp)
        .header("X-Slack-Signature", signature.generate(stamp, body))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private JsonObject body(Told told) {
    JsonObject authorization = new JsonObject();
    authorization.addProperty("team_id", team);
    JsonArray authorizations = new JsonArray();
    authorizations.add(authorization);
    JsonObject body = new JsonObject();
    body.addProperty("type", "event_callback");
    body.addProperty("team_id", team);
    body.addProperty("event_id", told.id());
    body.addProperty("event_time", happened);
    body.add("event", told.event());
    body.add("authorizations", authorizations);
    body.addProperty("is_ext_shared_channel", shared);
    body.addProperty("event_context", "EC-" + told.id());
    return body;
  }
}
