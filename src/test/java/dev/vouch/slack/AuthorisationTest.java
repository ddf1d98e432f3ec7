package dev.vouch.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.vouch.slack.Tokens.Token;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who a request is answered as, without asking Slack. */
class AuthorisationTest {
  private SlackStub stub;

  @BeforeEach
  void start() throws Exception {
    stub = new SlackStub();
    stub.on("auth.test", "{\"ok\":false,\"error\":\"invalid_auth\"}");
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void trap9_noFailureIsRemembered_andSlackIsNeverAsked() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Token token = new Token("xoxb-1", "U0", "B0");
    App app = app(team -> asked.getAndIncrement() == 0 ? Optional.empty() : Optional.of(token));

    assertThat(command(app, "T1").getBody()).contains("not installed");
    assertThat(command(app, "T1").getBody()).contains("xoxb-1");
    assertThat(stub.calls("auth.test")).isZero();
  }

  @Test
  void trap10_eachWorkspaceGetsItsOwnToken_withoutAnAuthTestPerRequest() throws Exception {
    App app = app(team -> Optional.of(new Token("xoxb-of-" + team, "U0", "B0")));
    for (int i = 0; i < 50; i++) {
      assertThat(command(app, "T" + i).getBody()).contains("xoxb-of-T" + i);
    }
    assertThat(stub.calls("auth.test")).isZero();
  }

  @Test
  void trap10_unknownWorkspace_getsAnAnswerAndNoCallToItsResponseUrl() throws Exception {
    Response answer = command(app(team -> Optional.empty()), "T9");

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody()).contains("ephemeral");
    assertThat(stub.calls("response")).isZero();
  }

  @Test
  void app_startsWhileSlackIsUnreachable() throws Exception {
    stub.close();
    App app = app(Tokens.single("T1", new Token("xoxb-1", "U0", "B0")));

    assertThat(app.status()).isEqualTo(App.Status.Running);
    assertThat(command(app, "T1").getBody()).contains("xoxb-1");
  }

  private App app(Tokens tokens) {
    App app = BoltApp.create(stub.slack(), tokens);
    app.command(
        "/vouch",
        (request, context) -> context.ack(context.getBotToken() + context.getRequestUserId()));
    return app;
  }

  private Response command(App app, String team) throws Exception {
    String body =
        "team_id=%s&user_id=U1&command=%%2Fvouch&text=&response_url=%s"
            .formatted(team, stub.url() + "/response");
    Request<?> request =
        new SlackRequestParser(app.config())
            .parse(
                SlackRequestParser.HttpRequest.builder()
                    .requestUri("/slack/events")
                    .requestBody(body)
                    .queryString(Map.of())
                    .headers(new RequestHeaders(Map.of()))
                    .remoteAddress("")
                    .build());
    return app.run(request);
  }
}
