package dev.vouch.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.slack.api.app_backend.SlackSignature;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vouch.sandbox.wire.HttpCall;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.workspace.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What arrives at a request URL: signed as Slack signs, and again when it was not taken. */
final class HttpDeliveryTest {
  private record Received(
      String body, String stamp, String signature, String retry, String reason) {
    boolean genuine(String secret) {
      return new SlackSignature.Generator(secret).generate(stamp, body).equals(signature);
    }
  }

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Sandbox sandbox;
  private volatile int status = 200;
  private volatile String answer = "";
  private volatile boolean noRetry;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/slack/events", this::take);
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events";
    sandbox = Lumo.start(SandboxSettings.standard().withRequestUrl(url));
    assertThat(sandbox.awaitQuiet(Duration.ofSeconds(5))).isTrue();
    received.clear();
  }

  @AfterEach
  void stop() {
    sandbox.close();
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var headers = exchange.getRequestHeaders();
    received.add(
        new Received(
            body,
            headers.getFirst("X-Slack-Request-Timestamp"),
            headers.getFirst("X-Slack-Signature"),
            headers.getFirst("X-Slack-Retry-Num"),
            headers.getFirst("X-Slack-Retry-Reason")));
    if (noRetry) {
      exchange.getResponseHeaders().set("X-Slack-No-Retry", "1");
    }
    byte[] said = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
    exchange.getResponseBody().write(said);
    exchange.close();
  }

  @Test
  void event_isSignedJson() {
    sandbox.workspace().postAs("Rita", "#general", "hello");
    await().until(() -> !received.isEmpty());
    assertThat(received.get(0).genuine(sandbox.signingSecret())).isTrue();
    assertThat(received.get(0).genuine("another secret")).isFalse();
  }

  @Test
  void event_isUtf8WhateverTheMachineSpeaks() {
    sandbox.workspace().postAs("Rita", "#general", "Grüße 👋");
    await().until(() -> !received.isEmpty());
    Received event = received.get(0);
    JsonObject wrapper = Json.parseObject(event.body()).orElseThrow();
    assertThat(Json.text(Json.child(wrapper, "event"), "text")).isEqualTo("Grüße 👋");
  }

  @Test
  void command_isASignedFormAndItsPlainAnswerIsEphemeral() {
    answer = "No advocates yet.";
    assertThat(sandbox.workspace().commandAs("Rita", "#general", "/vouch top").ok()).isTrue();
    Received command = received.get(0);
    assertThat(command.genuine(sandbox.signingSecret())).isTrue();
    assertThat(HttpCall.form(command.body()))
        .containsEntry("command", "/vouch")
        .containsEntry("text", "top")
        .containsEntry("team_id", "T0LUMO");
    assertThat(sandbox.workspace().ephemerals("Rita", "#general")).hasSize(1);
  }

  @Test
  void interaction_isAFormWithItsPayload() {
    String ts = sandbox.workspace().postAs("Amara", "#lumo-northwind", "good");
    sandbox.workspace().shortcutAs("Rita", "#lumo-northwind", ts, "save_advocacy");
    String body =
        received.stream()
            .map(Received::body)
            .filter(b -> b.startsWith("payload="))
            .findFirst()
            .orElseThrow();
    JsonObject payload = Json.parseObject(HttpCall.form(body).get("payload")).orElseThrow();
    assertThat(Json.text(payload, "callback_id")).isEqualTo("save_advocacy");
  }

  @Test
  void refusedEvent_comesAgainAndSaysWhy() {
    status = 503;
    sandbox.workspace().postAs("Rita", "#general", "hello");
    await().until(() -> received.size() >= 2);
    assertThat(received.get(0).retry()).isNull();
    assertThat(received.get(1).retry()).isEqualTo("1");
    assertThat(received.get(1).reason()).isEqualTo("http_error");
    assertThat(received.get(1).body()).isEqualTo(received.get(0).body());
  }

  @Test
  void refusedEvent_staysAwayOnRequest() {
    status = 503;
    noRetry = true;
    sandbox.workspace().postAs("Rita", "#general", "hello");
    assertThat(sandbox.awaitQuiet(Duration.ofSeconds(5))).isTrue();
    assertThat(received).hasSize(1);
  }

  @Test
  void refusedCommand_failsInSlacksWords() {
    status = 500;
    Outcome outcome = sandbox.workspace().commandAs("Rita", "#general", "/vouch top");
    assertThat(outcome.error()).isEqualTo("/vouch failed with the error \"dispatch_failed\"");
  }
}
