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
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.executive.Stage.Event;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.Inbox;
import dev.vouch.pipeline.executive.IntroductionAnswer;
import dev.vouch.pipeline.executive.IntroductionAnswer.NotMe;
import dev.vouch.slack.StandInSlack;
import dev.vouch.slack.books.TestBooks;
import dev.vouch.slack.view.Actions;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
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

/** Buttons about introductions, behind Bolt's own door, with signed payloads. */
class IntroductionListenerTest {
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final String HOOK = "/hook";

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

  private void store(Envelope envelope) {
    if (!inboxTakes) {
      throw new Inbox.Unavailable("the inbox does not answer", new IOException("down"));
    }
    stored.putIfAbsent(envelope.id(), envelope);
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

  private IntroductionAnswer only() {
    assertThat(stored).hasSize(1);
    Envelope envelope = stored.values().iterator().next();
    assertThat(envelope.type()).isEqualTo(Envelope.Type.INTRODUCTION_ANSWER);
    return new Gson().fromJson(envelope.payload(), IntroductionAnswer.class);
  }

  private String button(String person, String team, String action, String value) {
    return Payloads.button(person, team, action, value, slack.url(HOOK));
  }

  @ParameterizedTest
  @EnumSource(
      value = Event.class,
      names = {"APPROVED", "LATER", "HAPPENED", "MOVED", "DID_NOT"})
  void press_isStoredOnce_beforeItIsAcknowledged(Event event) throws Exception {
    String press = button("U0MAYA", "T0ACME", Actions.introduction(event), "i1");
    assertThat(send(press).getStatusCode()).isEqualTo(200);
    assertThat(send(press).getStatusCode()).isEqualTo(200);
    assertThat(only()).isEqualTo(new IntroductionAnswer("i1", event, "U0MAYA", null));
  }

  @Test
  void menu_bringsTheReason_andTheIdOfItsBlock() throws Exception {
    String press = button("U0MAYA", "T0ACME", Actions.introduction(Event.NOT_ME), "x");
    String json = URLDecoder.decode(press, StandardCharsets.UTF_8);
    String chosen =
        json.replace("\"value\":\"x\"", "\"selected_option\":{\"value\":\"NO_TIME\"}")
            .replace("\"style\":\"primary\",", "")
            .replace("\"type\":\"button\"", "\"type\":\"static_select\"")
            .replace("nudge_buttons", Actions.INTRODUCTION_BLOCK + ":i1");
    send(
        "payload="
            + URLEncoder.encode(chosen.substring("payload=".length()), StandardCharsets.UTF_8));
    assertThat(only())
        .isEqualTo(new IntroductionAnswer("i1", Event.NOT_ME, "U0MAYA", NotMe.NO_TIME.words()));
  }

  @Test
  void outsidersPress_isNotStored() throws Exception {
    String press = button("U0ANA", "T0NORTH", Actions.introduction(Event.APPROVED), "i1");
    assertThat(send(press).getStatusCode()).isEqualTo(200);
    assertThat(stored).isEmpty();
  }

  @Test
  void pressThatCannotBeStored_isNotAcknowledged() throws Exception {
    inboxTakes = false;
    String press = button("U0MAYA", "T0ACME", Actions.introduction(Event.APPROVED), "i1");
    assertThat(send(press).getStatusCode()).isEqualTo(503);
  }

  @Test
  void nextBest_isAskedOnce_howeverOftenItIsPressed() throws Exception {
    for (Topic topic : List.of(Topic.MESSAGES, Topic.INTRODUCTIONS)) {
      books.relationships.change(
          Subject.person("U0ANA"),
          one -> one.with(new Consent(topic, Consent.Answer.AGREED, NOW, "1", "U0ANA")));
    }
    books.executives.enlist("U0OMAR", one -> one);
    books.executives.enlist("U0MAYA", one -> one);
    Introduction.Request request =
        new Introduction.Request("U0ANA", "Ana", null, "U0MAYA", "why", List.of(), NOW);
    books.executives.add(
        Introduction.requested("i1", request, "U0OMAR", YearMonth.of(2026, 11), NOW));
    books.executives.change(
        "i1", one -> one.after(new Introduction.Step(Event.GONE, NOW, null, null)));
    String press = button("U0MAYA", "T0ACME", Actions.INTRODUCTION_INSTEAD, "i1 U0OMAR");
    send(press);
    await().until(() -> slack.got(HOOK).size() == 1);
    assertThat(slack.got(HOOK).get(0).body()).contains("Omar Haddad is asked whether");
    send(press);
    await().until(() -> slack.got(HOOK).size() == 2);
    assertThat(slack.got(HOOK).get(1).body()).contains("is under way");
    assertThat(books.executives.about("U0ANA", 10)).hasSize(2);

    send(button("U0ANA", "T0NORTH", Actions.INTRODUCTION_INSTEAD, "i1 U0OMAR"));
    await().until(() -> slack.got(HOOK).size() == 3);
    assertThat(slack.got(HOOK).get(2).body()).doesNotContain("Ana", "introduction");
  }
}
