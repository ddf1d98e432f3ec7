package dev.vouch.slack.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import dev.vouch.slack.door.DoorCounts.Of;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands, buttons, modals and the other routes over the HTTP door, with a real Bolt app. */
class HttpInteractionsTest {
  private static final String COMMAND =
      "token=x&team_id=T0HOME&channel_id=C1&user_id=U1&command=%2Fvouch&trigger_id=1.2"
          + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fx&text=";
  private TestDoor door;

  @BeforeEach
  void open() throws Exception {
    door = new TestDoor();
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void command_reachesItsListener_withTheTokenOfItsWorkspace() throws Exception {
    AtomicReference<SlashCommandPayload> heard = new AtomicReference<>();
    door.app.command(
        "/vouch",
        (request, context) -> {
          heard.set(request.getPayload());
          return context.ack(context.getBotToken() + " " + context.getBotUserId() + " ✓");
        });

    HttpResponse<String> answer = door.form(COMMAND + "who+%3C%40U2%3E+gr%C3%B6%C3%9Fe");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("xoxb-test U0VOUCH ✓");
    assertThat(heard.get().getText()).isEqualTo("who <@U2> größe");
    assertThat(door.counts.of(Of.ANSWERED)).isEqualTo(1);
  }

  @Test
  void button_reachesItsListener() throws Exception {
    door.app.blockAction("nudge_doing", (request, context) -> context.ack());
    String payload =
        "{\"type\":\"block_actions\",\"team\":{\"id\":\"T0HOME\"},\"user\":{\"id\":\"U1\",\"team_id\":\"T0HOME\"},"
            + "\"actions\":[{\"action_id\":\"nudge_doing\",\"value\":\"n1\",\"type\":\"button\"}]}";

    assertThat(form(payload).statusCode()).isEqualTo(200);
    assertThat(door.counts.of(Of.ANSWERED)).isEqualTo(1);
  }

  @Test
  void buttonPressedFromAConnectedWorkspace_isAuthorisedByTheOneWithVouch() throws Exception {
    AtomicReference<String> team = new AtomicReference<>();
    door.app.blockAction(
        "nudge_doing",
        (request, context) -> {
          team.set(context.getTeamId() + " " + request.getPayload().getUser().getTeamId());
          return context.ack();
        });
    String payload =
        "{\"type\":\"block_actions\",\"team\":{\"id\":\"T9OTHER\"},\"user\":{\"id\":\"U1\",\"team_id\":\"T9OTHER\"},"
            + "\"view\":{\"app_installed_team_id\":\"T0HOME\"},"
            + "\"actions\":[{\"action_id\":\"nudge_doing\",\"type\":\"button\"}]}";

    assertThat(form(payload).statusCode()).isEqualTo(200);
    assertThat(team).hasValue("T0HOME T9OTHER");
  }

  @Test
  void modal_canAnswerWithErrors() throws Exception {
    door.app.viewSubmission(
        "save",
        (request, context) -> context.ackWithErrors(java.util.Map.of("who", "choose somebody")));
    String payload =
        "{\"type\":\"view_submission\",\"team\":{\"id\":\"T0HOME\"},\"user\":{\"id\":\"U1\"},"
            + "\"view\":{\"type\":\"modal\",\"callback_id\":\"save\",\"state\":{\"values\":{}}}}";

    HttpResponse<String> answer = form(payload);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("choose somebody");
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("application/json; charset=utf-8");
  }

  @Test
  void trap4_whatNobodyListensTo_gets200() throws Exception {
    assertThat(door.form(COMMAND.replace("vouch", "other")).statusCode()).isEqualTo(200);
    String user = ",\"team\":{\"id\":\"T0HOME\"},\"user\":{\"id\":\"U1\"}";
    assertThat(form("{\"type\":\"block_actions\",\"actions\":[]" + user + "}").statusCode())
        .isEqualTo(200);
    assertThat(
            form("{\"type\":\"view_submission\",\"view\":{\"type\":\"modal\"}" + user + "}")
                .statusCode())
        .isEqualTo(200);
    assertThat(form("{\"type\":\"workflow_step_edit\"" + user + "}").statusCode()).isEqualTo(200);
    assertThat(form("{\"type\":\"brand_new\"}").statusCode()).isEqualTo(200);
    assertThat(door.counts.of(Of.UNHEARD)).isEqualTo(5);
  }

  @Test
  void listenerThatFails_gets500WithAReference_andNoStackTrace() throws Exception {
    door.app.command(
        "/vouch",
        (request, context) -> {
          throw new IllegalStateException("secret-inner-words");
        });

    HttpResponse<String> answer = door.form(COMMAND);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("ref-1").doesNotContain("secret", "Exception", "at ");
    assertThat(door.counts.of(Of.FAILED)).isEqualTo(1);
  }

  @Test
  void commandFromAWorkspaceWithoutVouch_getsAClearAnswer() throws Exception {
    HttpResponse<String> answer = door.form(COMMAND.replace("T0HOME", "T9OTHER"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("ephemeral", "not installed");
  }

  @Test
  void sslCheck_isAnswered() throws Exception {
    assertThat(door.form("ssl_check=1&token=x").statusCode()).isEqualTo(200);
  }

  @Test
  void trap5_slowListener_doesNotHoldUpEvents() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch inside = new CountDownLatch(1);
    door.app.command(
        "/vouch",
        (request, context) -> {
          inside.countDown();
          awaitQuietly(release);
          return context.ack();
        });
    CompletableFuture<Integer> slow = CompletableFuture.supplyAsync(() -> status(COMMAND));
    assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

    assertThat(door.post(TestDoor.delivery("Ev1", TestDoor.message("C1", "x"))).statusCode())
        .isEqualTo(200);
    assertThat(slow).isNotDone();
    release.countDown();
    assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo(200);
  }

  @Test
  void closing_waitsForWhatIsBeingAnswered() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch inside = new CountDownLatch(1);
    door.app.command(
        "/vouch",
        (request, context) -> {
          inside.countDown();
          awaitQuietly(release);
          return context.ack();
        });
    CompletableFuture<Integer> slow = CompletableFuture.supplyAsync(() -> status(COMMAND));
    assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Void> closing = CompletableFuture.runAsync(door::close);
    CompletableFuture.delayedExecutor(600, TimeUnit.MILLISECONDS).execute(release::countDown);

    assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo(200);
    closing.get(5, TimeUnit.SECONDS);
  }

  @Test
  void otherRoutes_areAnswered() throws Exception {
    HttpResponse<String> live = door.send(door.to("/health/live").GET());
    HttpResponse<String> link =
        door.send(door.to("/s/abc?x=1&x=2&y=%C3%B6").header("Cookie", "a=b").GET());

    assertThat(live.body()).isEqualTo("ok");
    assertThat(live.headers().firstValue("Server")).isEmpty();
    assertThat(live.headers().firstValue("X-Powered-By")).isEmpty();
    assertThat(link.body()).isEqualTo("/s/abc?{x=1, y=ö}{a=b}");
    assertThat(
            door.send(
                    door.to("/health/live")
                        .method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void unknownPathsAndMethods_areRefusedPlainly() throws Exception {
    assertThat(door.send(door.to("/health/livelong").GET()).statusCode()).isEqualTo(404);
    assertThat(door.send(door.to("/").GET()).statusCode()).isEqualTo(404);
    assertThat(door.send(door.to("/health/live").DELETE()).statusCode()).isEqualTo(405);
    HttpResponse<String> get = door.send(door.to("/slack/events").GET());
    assertThat(get.statusCode()).isEqualTo(405);
    assertThat(get.headers().firstValue("Allow")).hasValue("POST");
  }

  @Test
  void routeThatFails_gets500WithAReference() throws Exception {
    HttpResponse<String> answer = door.send(door.to("/broken").GET());

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("ref-2").doesNotContain("secret", "Exception");
  }

  private HttpResponse<String> form(String payload) throws Exception {
    return door.form("payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8));
  }

  private int status(String form) {
    try {
      return door.form(form).statusCode();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
