package dev.vouch.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the browser page reads and does, and who else is kept out. */
final class PageTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private Sandbox sandbox;
  private String general;

  @BeforeEach
  void start() {
    sandbox = Lumo.startStandingStill();
    general = Lumo.channel(sandbox, "#general");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(sandbox.url() + path));
  }

  private JsonObject get(String path) throws Exception {
    return Json.parseObject(send(request(path)).body()).orElseThrow();
  }

  private JsonObject act(Object... fields) throws Exception {
    HttpRequest.Builder post =
        request("/sandbox/do")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.object(fields).toString()));
    return Json.parseObject(send(post).body()).orElseThrow();
  }

  @Test
  void state_showsWhatThePersonSees() throws Exception {
    JsonObject rita = get("/sandbox/state?as=U0RITA");
    assertThat(Json.objects(rita, "channels").stream().map(c -> Json.text(c, "name")))
        .containsExactly("general", "secret", "lumo-northwind");
    assertThat(Json.objects(rita, "commands"))
        .singleElement()
        .satisfies(
            vouch ->
                assertThat(Json.objects(vouch, "uses"))
                    .allSatisfy(use -> assertThat(Json.text(use, "meaning")).isNotEmpty()));
    assertThat(rita.get("view").isJsonNull()).isTrue();
    assertThat(Json.text(rita, "now")).isEqualTo("2026-11-02T12:00:00Z");
    JsonObject amara = get("/sandbox/state?as=U0AMARA");
    assertThat(Json.objects(amara, "channels").stream().map(c -> Json.text(c, "name")))
        .containsExactly("lumo-northwind");
    assertThat(Json.objects(amara, "commands")).isEmpty();
    assertThat(Json.objects(amara, "shortcuts")).isEmpty();
  }

  @Test
  void messages_countAsReadOnceSeen() throws Exception {
    act("as", "U0RITA", "action", "post", "channel", general, "text", "hello");
    assertThat(unread("U0MONA")).isEqualTo("1");
    JsonObject seen = get("/sandbox/messages?as=U0MONA&channel=" + general);
    assertThat(Json.objects(seen, "messages")).hasSize(1);
    assertThat(unread("U0MONA")).isEqualTo("0");
  }

  private String unread(String as) throws Exception {
    return Json.text(Json.objects(get("/sandbox/state?as=" + as), "channels").get(0), "unread");
  }

  @Test
  void messagesOfOtherChannels_areRefused() throws Exception {
    HttpResponse<String> answer = send(request("/sandbox/messages?as=U0AMARA&channel=" + general));
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void deeds_doWhatTheySay() throws Exception {
    String ts =
        Json.text(act("as", "U0RITA", "action", "post", "channel", general, "text", "a"), "ts");
    act("as", "U0RITA", "action", "edit", "channel", general, "ts", ts, "text", "b");
    act("as", "U0MONA", "action", "react", "channel", general, "ts", ts, "name", "tada");
    act("as", "U0MONA", "action", "post", "channel", general, "text", "re", "thread_ts", ts);
    JsonObject message =
        Json.objects(get("/sandbox/messages?as=U0RITA&channel=" + general), "messages").get(0);
    assertThat(Json.text(message, "text")).isEqualTo("b");
    assertThat(Json.text(message, "reply_count")).isEqualTo("1");
    assertThat(Json.text(Json.objects(message, "reactions").get(0), "name")).isEqualTo("tada");
    JsonObject dm = act("as", "U0RITA", "action", "open_dm", "person", "U0VOUCH");
    assertThat(Json.text(dm, "channel")).startsWith("D");
  }

  @Test
  void refusedDeed_saysWhyInASentence() throws Exception {
    String ts = sandbox.workspace().postAs("Rita", "#general", "mine");
    JsonObject answer = act("as", "U0MONA", "action", "delete", "channel", general, "ts", ts);
    assertThat(Json.flag(answer, "ok")).isFalse();
    assertThat(Json.text(answer, "error")).isEqualTo("People can only change their own messages.");
    assertThat(Json.text(act("as", "U0GHOST", "action", "post"), "error"))
        .contains("nobody here is called U0GHOST");
    assertThat(Json.flag(act("as", "U0RITA", "action", "dance"), "ok")).isFalse();
    assertThat(Json.text(act("as", "U0RITA", "action", "advance", "minutes", "-5"), "error"))
        .contains("forwards");
  }

  @Test
  void commandWithoutAnApp_failsInSlacksWords() throws Exception {
    JsonObject answer =
        act("as", "U0RITA", "action", "command", "channel", general, "text", "/vouch top");
    assertThat(Json.text(answer, "error")).contains("dispatch_failed");
  }

  @Test
  void nextDay_stopsAtTheHoursThatMatter() throws Exception {
    List<String> stops = new CopyOnWriteArrayList<>();
    sandbox.clock().onChange(() -> stops.add(sandbox.clock().instant().toString()));
    act("as", "U0RITA", "action", "next_day");
    assertThat(stops)
        .containsExactly("2026-11-03T08:55:00Z", "2026-11-03T09:05:00Z", "2026-11-03T10:00:00Z");
  }

  @Test
  void fault_isPlannedFromThePage() throws Exception {
    act("as", "U0RITA", "action", "fault", "method", "auth.test", "status", 503, "times", 1);
    HttpRequest.Builder call =
        request("/api/auth.test").header("Authorization", "Bearer " + sandbox.botToken());
    assertThat(send(call).statusCode()).isEqualTo(503);
    assertThat(send(call).statusCode()).isEqualTo(200);
  }

  @Test
  void foreignOrigin_isRefused() throws Exception {
    for (String path : List.of("/sandbox/state", "/api/auth.test", "/")) {
      HttpRequest.Builder call = request(path).header("Origin", "https://evil.example");
      assertThat(send(call).statusCode()).as(path).isEqualTo(403);
    }
    HttpRequest.Builder own = request("/sandbox/state").header("Origin", sandbox.url());
    assertThat(send(own).statusCode()).isEqualTo(200);
    HttpRequest.Builder embedded = request("/sandbox/state").header("Sec-Fetch-Site", "cross-site");
    assertThat(send(embedded).statusCode()).isEqualTo(403);
  }

  @Test
  void foreignHost_isRefused() throws Exception {
    assertThat(raw("GET /sandbox/state HTTP/1.1", "rebound.example")).startsWith("HTTP/1.1 403");
    assertThat(raw("GET /sandbox/state HTTP/1.1", "127.0.0.1")).startsWith("HTTP/1.1 403");
    int port = URI.create(sandbox.url()).getPort();
    assertThat(raw("GET /sandbox/state HTTP/1.1", "localhost:" + port)).startsWith("HTTP/1.1 200");
  }

  private String raw(String line, String host) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", URI.create(sandbox.url()).getPort())) {
      String request = line + "\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../sandbox/demo.json",
        "/assets/%2e%2e/logback.xml",
        "/assets/..%2flogback.xml",
        "/assets/demo.json",
        "/assets/",
        "/assets/x/y.js",
        "/logback.xml"
      })
  void assets_giveNothingButThePagesFiles(String path) throws IOException {
    int port = URI.create(sandbox.url()).getPort();
    assertThat(raw("GET " + path + " HTTP/1.1", "127.0.0.1:" + port))
        .matches(answer -> answer.startsWith("HTTP/1.1 404") || answer.startsWith("HTTP/1.1 400"));
  }

  @Test
  void everyAnswer_carriesTheSafetyHeaders() throws Exception {
    HttpResponse<String> answer = send(request("/sandbox/state"));
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'; "));
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void formPosts_doNothing() throws Exception {
    HttpRequest.Builder post =
        request("/sandbox/do")
            .header("Content-Type", "text/plain")
            .POST(
                HttpRequest.BodyPublishers.ofString("{\"as\":\"U0RITA\",\"action\":\"next_day\"}"));
    assertThat(send(post).statusCode()).isEqualTo(415);
    assertThat(sandbox.clock().instant()).isEqualTo(Lumo.NOON);
  }

  @Test
  void permalink_leadsToItsPlaceOnThePage() throws Exception {
    HttpResponse<String> answer =
        send(request("/archives/C0GENERAL/p1764000000000100?thread_ts=1764000000.000001"));
    assertThat(answer.headers().firstValue("Location"))
        .hasValue("/?channel=C0GENERAL&ts=1764000000.000100&thread=1764000000.000001");
  }

  @Test
  void consent_returnsToThisMachineOnly() throws Exception {
    String path = "/oauth/v2/authorize?client_id=c&state=s%261&redirect_uri=";
    assertThat(send(request(path + "http://localhost:3000/back")).headers().firstValue("Location"))
        .hasValue("http://localhost:3000/back?code=sandbox-code&state=s%261");
    assertThat(send(request(path + "https://evil.example/back")).statusCode()).isEqualTo(400);
  }

  @Test
  void livePage_hearsOfWhatItsPersonSees() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    WebSocket live = listen("/sandbox/live?as=U0AMARA", heard);
    sandbox.workspace().postAs("Rita", "#general", "not for Amara");
    sandbox.workspace().postAs("Rita", "#lumo-northwind", "for Amara");
    await().until(() -> heard.stream().anyMatch(m -> m.contains("\"messages\"")));
    assertThat(heard).noneMatch(message -> message.contains(general));
    sandbox.clock().advance(java.time.Duration.ofHours(1));
    await().until(() -> heard.stream().anyMatch(m -> m.contains("2026-11-02T13:00:00Z")));
    live.abort();
  }

  private WebSocket listen(String path, List<String> heard) {
    WebSocket.Listener listener =
        new WebSocket.Listener() {
          @Override
          public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            heard.add(text.toString());
            return WebSocket.Listener.super.onText(socket, text, last);
          }
        };
    URI uri = URI.create(sandbox.url().replace("http", "ws") + path);
    return client.newWebSocketBuilder().buildAsync(uri, listener).join();
  }

  @Test
  void sockets_needATicketOrAPerson() {
    for (String path : List.of("/socket?ticket=guess", "/sandbox/live?as=U0GHOST")) {
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> listen(path, List.of())))
          .as(path)
          .isInstanceOf(CompletionException.class);
    }
  }
}
