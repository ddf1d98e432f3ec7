package dev.vouch.slack.door;

import static dev.vouch.slack.door.TestDoor.delivery;
import static dev.vouch.slack.door.TestDoor.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One thread reads many connections of the HTTP door: whatever waits for something keeps none of
 * the others waiting, and what is answered later is answered all the same.
 */
class WaitingTest {
  /** More than a door has threads that read, so that each of them has one. */
  private static final int CONNECTIONS = 12;

  private final CountDownLatch patience = new CountDownLatch(1);
  private TestDoor door;

  @BeforeEach
  void open() throws Exception {
    door = new TestDoor();
  }

  @AfterEach
  void close() {
    patience.countDown();
    door.close();
  }

  @Test
  void slowUninstall_keepsNoOtherConnectionWaiting() throws Exception {
    door.onRevocation = this::waits;

    whileWaiting(door.signed(delivery("Ev0", "{\"type\":\"app_uninstalled\"}")));

    assertThat(door.revoked).hasSize(CONNECTIONS);
  }

  @Test
  void slowCommand_keepsNoOtherConnectionWaiting() throws Exception {
    door.app.command(
        "/vouch",
        (request, context) -> {
          waits();
          return context.ack();
        });

    whileWaiting(
        door.signed(
            "token=x&team_id=T0HOME&channel_id=C1&user_id=U1&command=%2Fvouch&trigger_id=1.2"
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fx&text=top"));
  }

  @Test
  void slowPage_keepsNoOtherConnectionWaiting() throws Exception {
    door.onPage = this::waits;

    whileWaiting(door.to("/slow"));
  }

  @Test
  void slowInbox_keepsNoOtherConnectionWaiting() throws Exception {
    door.inbox.later(patience);
    List<CompletableFuture<HttpResponse<String>>> slow =
        IntStream.range(0, CONNECTIONS)
            .mapToObj(i -> door.sendSoon(door.signed(delivery("Ev" + i, message("C1", "x")))))
            .toList();

    assertThat(door.send(door.to("/health/live")).statusCode()).isEqualTo(200);
    assertThat(slow).noneMatch(CompletableFuture::isDone);

    patience.countDown();
    assertAllAnswered(slow);
    assertThat(door.inbox.stored()).hasSize(CONNECTIONS);
  }

  @Test
  void requestsSentBehindEachOther_areAnsweredOneByOne_whenTheInboxAnswersLater() throws Exception {
    patience.countDown();
    door.inbox.later(patience);
    StringBuilder requests = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      requests.append(raw(delivery("Ev" + i, message("C1", "x"))));
    }
    try (Socket socket = new Socket("127.0.0.1", door.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.UTF_8));
      assertThat(answers(socket.getInputStream(), 50)).hasSize(50).containsOnly("200");
    }
    assertThat(door.inbox.stored())
        .extracting(envelope -> envelope.id())
        .containsExactlyElementsOf(IntStream.range(0, 50).mapToObj(i -> "Ev" + i).toList());
  }

  /** Slack is answered on every connection while as many wait, and those too in the end. */
  private void whileWaiting(HttpRequest.Builder slow) throws Exception {
    List<CompletableFuture<HttpResponse<String>>> waiting =
        IntStream.range(0, CONNECTIONS).mapToObj(i -> door.sendSoon(slow)).toList();
    List<CompletableFuture<HttpResponse<String>>> others =
        IntStream.range(0, CONNECTIONS)
            .mapToObj(i -> door.sendSoon(door.signed(delivery("Ev" + i, message("C1", "x")))))
            .toList();
    assertAllAnswered(others);
    assertThat(waiting).noneMatch(CompletableFuture::isDone);

    patience.countDown();
    assertAllAnswered(waiting);
  }

  private static void assertAllAnswered(List<CompletableFuture<HttpResponse<String>>> answers)
      throws Exception {
    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }
  }

  private void waits() {
    try {
      assertThat(patience.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String raw(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String timestamp = String.valueOf(door.now());
    return """
        POST /slack/events HTTP/1.1\r
        Host: x\r
        X-Slack-Request-Timestamp: %s\r
        X-Slack-Signature: %s\r
        Content-Length: %d\r
        \r
        %s"""
        .formatted(timestamp, door.signature.of(timestamp, bytes), bytes.length, body);
  }

  /** The status of so many answers; they have no bodies. */
  private static List<String> answers(InputStream in, int count) throws Exception {
    StringBuilder text = new StringBuilder();
    while (text.toString().split("\r\n\r\n", -1).length <= count) {
      int letter = in.read();
      if (letter < 0) {
        break;
      }
      text.append((char) letter);
    }
    return text.toString()
        .lines()
        .filter(line -> line.startsWith("HTTP/1.1 "))
        .map(line -> line.substring(9, 12))
        .toList();
  }
}
