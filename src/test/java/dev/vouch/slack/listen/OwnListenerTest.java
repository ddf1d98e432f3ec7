package dev.vouch.slack.listen;

import static dev.vouch.slack.books.TestBooks.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.Gson;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.builtin.RequestVerification;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.Inbox;
import dev.vouch.pipeline.reply.Choice;
import dev.vouch.pipeline.reply.Choice.Kind;
import dev.vouch.slack.StandInSlack;
import dev.vouch.slack.books.TestBooks;
import dev.vouch.slack.view.Actions;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people outside the company press, behind Bolt's own door, with signed payloads. */
class OwnListenerTest {
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final Gson GSON = new Gson();

  private final TestBooks books = new TestBooks();
  private final Map<String, Envelope> stored = new LinkedHashMap<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private volatile boolean inboxTakes = true;
  private StandInSlack slack;
  private App app;

  @BeforeEach
  void start() throws IOException {
    slack = new StandInSlack();
    AppConfig config = AppConfig.builder().slack(slack.slack()).signingSecret(SECRET).build();
    Middleware signed =
        new RequestVerification(new SlackSignature.Verifier(new SlackSignature.Generator(SECRET)));
    Middleware token =
        (request, response, chain) -> {
          request.getContext().setBotToken("xoxb-test");
          return chain.next(request);
        };
    App made = new App(config, slack.slack(), List.of(signed, token));
    Listeners.register(
        made,
        team -> books.workspace(),
        this::store,
        () -> NOW,
        new Answering(() -> "K7QX-2M9D", threads, Duration.ofSeconds(2)));
    app = made.start();
  }

  @AfterEach
  void stop() {
    slack.close();
    threads.shutdownNow();
  }

  private boolean store(Envelope envelope) {
    if (!inboxTakes) {
      throw new Inbox.Unavailable("the inbox does not answer", new IOException("down"));
    }
    return stored.putIfAbsent(envelope.id(), envelope) == null;
  }

  private Response send(String body) throws Exception {
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("content-type", List.of("application/x-www-form-urlencoded"));
    headers.put("x-slack-request-timestamp", List.of(timestamp));
    headers.put(
        "x-slack-signature",
        List.of(new SlackSignature.Generator(SECRET).generate(timestamp, body)));
    SlackRequestParser.HttpRequest request =
        SlackRequestParser.HttpRequest.builder()
            .requestUri("/slack/events")
            .requestBody(body)
            .headers(new RequestHeaders(headers))
            .build();
    return app.run(new SlackRequestParser(app.config()).parse(request));
  }

  private Choice only() {
    assertThat(stored).hasSize(1);
    Envelope envelope = stored.values().iterator().next();
    assertThat(envelope.type()).isEqualTo(Envelope.Type.CHOICE);
    return GSON.fromJson(envelope.payload(), Choice.class);
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "WRONG")
  void press_isStoredOnce_beforeItIsAcknowledged(Kind kind) throws Exception {
    String press =
        Payloads.button("U0ANA", "T0NORTH", Actions.own(kind), "page", slack.url("/hook"));
    assertThat(send(press).getStatusCode()).isEqualTo(200);
    assertThat(send(press).getStatusCode()).isEqualTo(200);
    assertThat(only())
        .isEqualTo(
            new Choice(
                kind,
                "U0ANA",
                List.of("page"),
                "1795161700.123456",
                "D0MAYA",
                "1795161600.000200",
                false));
  }

  @Test
  void ticks_comeWithAllThatIsTicked() throws Exception {
    String body = Payloads.homeButton("U0ANA", Actions.own(Kind.TOPICS), "x");
    String json = java.net.URLDecoder.decode(body, StandardCharsets.UTF_8);
    String ticked =
        json.replace(
                "\"value\":\"x\"",
                "\"selected_options\":[{\"value\":\"reviews\"},{\"value\":\"talks\"}]")
            .replace("\"type\":\"button\"", "\"type\":\"checkboxes\"")
            .replace("home_buttons", Actions.OWN_WELCOME_BLOCK + "_topics");
    send(
        "payload="
            + URLEncoder.encode(ticked.substring("payload=".length()), StandardCharsets.UTF_8));
    assertThat(only().values()).containsExactly("reviews", "talks");
    assertThat(only().on()).isNull();
    assertThat(only().welcome()).isTrue();
  }

  @Test
  void pressThatCannotBeStored_isNotAcknowledged() throws Exception {
    inboxTakes = false;
    String press = Payloads.homeButton("U0ANA", Actions.own(Kind.STOP), "page");
    assertThat(send(press).getStatusCode()).isEqualTo(503);
  }

  @Test
  void somethingIsWrong_opensAForm() throws Exception {
    send(Payloads.homeButton("U0ANA", Actions.own(Kind.WRONG), "page"));
    await().until(() -> slack.got("views.open").size() == 1);
    assertThat(slack.got("views.open").get(0).form().get("view"))
        .contains(Actions.OWN_WRONG_FORM, "What is wrong?");
  }

  @Test
  void filledInForm_isStored_andAnEmptyOneStaysOpen() throws Exception {
    assertThat(send(form("null")).getBody()).contains("Please say what is wrong");
    assertThat(stored).isEmpty();
    send(form("\" my name is Anna \""));
    assertThat(only().kind()).isEqualTo(Kind.WRONG);
    assertThat(only().values()).containsExactly("my name is Anna");
  }

  private static String form(String words) {
    String form = Payloads.form("U0ANA", "T0NORTH", "null", "null", "null");
    String json = java.net.URLDecoder.decode(form, StandardCharsets.UTF_8);
    String ours =
        json.replace("save_advocacy", Actions.OWN_WRONG_FORM)
            .replace(
                "\"save_words\":{\"save_words\":{\"type\":\"plain_text_input\",\"value\":null}}",
                "\"%1$s\":{\"%1$s\":{\"type\":\"plain_text_input\",\"value\":%2$s}}"
                    .formatted(Actions.OWN_WRONG_WORDS, words));
    return "payload="
        + URLEncoder.encode(ours.substring("payload=".length()), StandardCharsets.UTF_8);
  }
}
