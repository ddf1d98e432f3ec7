package dev.vouch.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vouch.pipeline.Directory.Home;
import dev.vouch.slack.Startup.BadToken;
import dev.vouch.slack.Startup.Connection;
import dev.vouch.slack.Tokens.Token;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartupTest {
  private static final String ME =
      "{\"ok\":true,\"url\":\"https://acme.slack.com/\",\"team\":\"Acme\",\"team_id\":\"T1\","
          + "\"user_id\":\"U0\",\"bot_id\":\"B0\",\"enterprise_id\":\"E1\"}";
  private final Startup startup =
      new Startup(
          InstantSource.system(),
          new Backoff(Duration.ofMillis(20), Duration.ofMillis(100), new Random(7)));
  private SlackStub stub;

  @BeforeEach
  void start() throws Exception {
    stub = new SlackStub();
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  private Optional<Connection> connect(String url) throws InterruptedException {
    WebApi api = new WebApi(SlackClient.of(url).methods("xoxb-1"), InstantSource.system());
    return startup.connect(api, "xoxb-1");
  }

  private CompletableFuture<Optional<Connection>> connecting(String url) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return connect(url);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void token_tellsItsWorkspace() throws Exception {
    stub.on("auth.test", ME);

    assertThat(connect(stub.url()))
        .hasValue(
            new Connection(
                new Home("T1", "Acme", "https://acme.slack.com/", "U0"),
                "E1",
                new Token("xoxb-1", "U0", "B0")));
  }

  @Test
  void trap9_startWhileSlackIsUnreachable_waitsUntilItAnswers() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    CompletableFuture<Optional<Connection>> waiting =
        connecting("http://127.0.0.1:" + port + "/api/");
    try (SlackStub late = new SlackStub(port)) {
      late.on("auth.test", form -> new SlackStub.Answer(503, "", Map.of()));
      await().until(() -> late.calls("auth.test") >= 2);
      assertThat(waiting).isNotDone();
      late.on("auth.test", ME);

      assertThat(waiting.get(10, TimeUnit.SECONDS)).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_auth", "token_revoked", "not_allowed_token_type"})
  void refusedToken_endsTheStart_andNamesTheSetting(String error) {
    stub.on("auth.test", "{\"ok\":false,\"error\":\"%s\"}".formatted(error));

    assertThatThrownBy(() -> connect(stub.url()))
        .isInstanceOf(BadToken.class)
        .hasMessageContaining("SLACK_BOT_TOKEN")
        .hasMessageContaining(error)
        .hasMessageNotContaining("xoxb-1");
    assertThat(stub.calls("auth.test")).isEqualTo(1);
  }

  @Test
  void closing_endsTheWait() throws Exception {
    stub.on("auth.test", form -> new SlackStub.Answer(429, "", Map.of("Retry-After", "3600")));
    CompletableFuture<Optional<Connection>> waiting = connecting(stub.url());
    await().until(() -> stub.calls("auth.test") == 1);
    startup.close();

    assertThat(waiting.get(5, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void tokens_neverShowInText() {
    assertThat(new Token("xoxb-secret", "U0", null).toString()).doesNotContain("xoxb");
  }

  @Test
  void backoff_doublesUpToItsLimit_andTakesOffHalfAtMost() {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), new Random(1));
    for (int i = 0; i < 200; i++) {
      assertThat(backoff.after(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
      assertThat(backoff.after(3)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
      assertThat(backoff.after(i * 1_000)).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }
  }
}
