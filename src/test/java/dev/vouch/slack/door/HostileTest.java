package dev.vouch.slack.door;

import static dev.vouch.slack.door.TestDoor.delivery;
import static dev.vouch.slack.door.TestDoor.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.slack.door.DoorCounts.Of;
import dev.vouch.slack.door.HttpDoor.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever bytes come to the HTTP door: an answer in the four hundreds, and nothing given away. */
class HostileTest {
  private static final String[] TYPES = {
    "application/json",
    "application/x-www-form-urlencoded",
    "text/plain",
    "multipart/form-data; boundary=x",
    "application/json; charset=utf-16",
    "x/" + "y".repeat(500)
  };
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
  void trap3_randomBytes_signedOrNot_getFourHundreds() throws Exception {
    Random random = new Random(20261122);
    for (int i = 0; i < 400; i++) {
      byte[] body = garbage(random, i);
      String type = TYPES[random.nextInt(TYPES.length)];
      boolean signed = i % 2 == 0;
      HttpResponse<String> answer = signed ? door.post(body, type) : unsigned(body, type);
      assertThat(answer.statusCode()).as("case " + i).isEqualTo(signed ? 400 : 401);
      assertGivesNothingAway(answer.body());
    }
    assertThat(door.inbox.stored()).isEmpty();
    assertThat(door.post(delivery("Ev1", message("C1", "still here"))).statusCode()).isEqualTo(200);
  }

  private static byte[] garbage(Random random, int i) {
    return switch (i % 8) {
      case 0 -> "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
      case 1 -> "{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8);
      case 2 -> new byte[] {'{', '"', 't', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'};
      case 3 -> "{\"type\":\"event_callback\",\u0000}".getBytes(StandardCharsets.UTF_8);
      case 4 ->
          ("payload=%7B%22type%22%3A" + random.nextInt() + "%7D").getBytes(StandardCharsets.UTF_8);
      case 5 -> ("payload=%zz&command=" + random.nextInt()).getBytes(StandardCharsets.UTF_8);
      case 6 ->
          ("{\"type\":" + "9".repeat(1 + random.nextInt(5_000)) + "}")
              .getBytes(StandardCharsets.UTF_8);
      default -> {
        byte[] bytes = new byte[1 + random.nextInt(2_000)];
        random.nextBytes(bytes);
        yield bytes;
      }
    };
  }

  @Test
  void trap8_signedPayloadsOfTheWrongShape_get400() throws Exception {
    String[] payloads = {
      "{\"type\":\"block_actions\"}",
      "{\"type\":\"block_actions\",\"user\":{\"id\":\"U1\"}}",
      "{\"type\":\"block_actions\",\"user\":{\"id\":\"U1\"},\"actions\":[null]}",
      "{\"type\":\"block_actions\",\"user\":{\"id\":\"U1\"},\"actions\":[[1]]}",
      "{\"type\":\"block_actions\",\"user\":\"U1\",\"actions\":[]}",
      "{\"type\":\"block_actions\",\"user\":{\"id\":\"U1\"},\"team\":7,\"actions\":[{}]}",
      "{\"type\":\"view_submission\",\"user\":{\"id\":\"U1\"}}",
      "{\"type\":\"view_closed\",\"user\":{\"id\":\"U1\"},\"view\":5}",
      "{\"type\":\"view_submission\",\"user\":{\"id\":\"U1\"},\"view\":{\"state\":[]}}",
      "{\"type\":[]}",
      "[]",
      "7"
    };
    for (String payload : payloads) {
      HttpResponse<String> answer =
          door.form("payload=" + java.net.URLEncoder.encode(payload, StandardCharsets.UTF_8));
      assertThat(answer.statusCode()).as(payload).isEqualTo(400);
      assertGivesNothingAway(answer.body());
    }
    assertThat(door.form("command=%2Fvouch&text=help").statusCode()).isEqualTo(400);
  }

  @Test
  void loneSurrogatesAndHugeNumbersInsideAnEvent_areStored() throws Exception {
    String text = "\\\\ud800 \\\\udfff \\\\u0000".replace("\\\\", "\\");
    String huge = "{\"type\":\"message\",\"n\":1e999999,\"m\":" + "9".repeat(1_000) + "}";

    assertThat(door.post(delivery("Ev1", message("C1", text))).statusCode()).isEqualTo(200);
    assertThat(door.post(delivery("Ev2", huge)).statusCode()).isEqualTo(200);
    assertThat(door.inbox.stored()).hasSize(2);
  }

  @Test
  void declaredBodyOverOneMebibyte_isRefusedAtOnce() throws Exception {
    String answer =
        raw("POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 67108864\r\n\r\n{\"a\":");

    assertThat(answer).startsWith("HTTP/1.1 413 ");
    assertThat(door.counts.of(Of.TOO_LARGE)).isEqualTo(1);
  }

  @Test
  void undeclaredBodyOf64Megabytes_isCutAfterOne() throws Exception {
    String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    long sent = 0;
    try (Socket socket = new Socket("127.0.0.1", door.port())) {
      var out = socket.getOutputStream();
      out.write(head("Transfer-Encoding: chunked").getBytes(StandardCharsets.US_ASCII));
      for (; sent < 1_024; sent++) {
        out.write(chunk.getBytes(StandardCharsets.US_ASCII));
      }
    } catch (SocketException e) {
      assertThat(e).isNotNull();
    }
    assertThat(sent).isLessThan(1_024);
    assertThat(door.counts.of(Of.TOO_LARGE)).isEqualTo(1);
  }

  @Test
  void bodyOfExactlyOneMebibytePasses_andOneByteMoreDoesNot() throws Exception {
    String frame = delivery("Ev1", message("C1", ""));
    String full = delivery("Ev1", message("C1", "x".repeat((1 << 20) - frame.length())));

    assertThat(full).hasSize(1 << 20);
    assertThat(door.post(full).statusCode()).isEqualTo(200);
    assertThat(door.post(full + " ").statusCode()).isEqualTo(413);
  }

  @Test
  void chunkedBodyInSmallPieces_isPutTogether() throws Exception {
    byte[] body = delivery("Ev1", message("C1", "größe")).getBytes(StandardCharsets.UTF_8);
    String timestamp = String.valueOf(door.now());
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(
        head("Transfer-Encoding: chunked", timestamp, door.signature.of(timestamp, body))
            .getBytes(StandardCharsets.US_ASCII));
    for (byte one : body) {
      request.writeBytes(new byte[] {'1', '\r', '\n', one, '\r', '\n'});
    }
    request.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

    assertThat(raw(request.toByteArray())).startsWith("HTTP/1.1 200 ");
    assertThat(door.inbox.stored()).hasSize(1);
  }

  @Test
  void trap5_halfSentRequests_doNotKeepAGoodOneWaiting() throws Exception {
    List<Socket> half = new ArrayList<>();
    try {
      for (int i = 0; i < 250; i++) {
        Socket socket = new Socket("127.0.0.1", door.port());
        socket
            .getOutputStream()
            .write((head("Content-Length: 500") + "{\"ty").getBytes(StandardCharsets.US_ASCII));
        half.add(socket);
      }
      long start = System.nanoTime();
      assertThat(door.post(delivery("Ev1", message("C1", "x"))).statusCode()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    } finally {
      for (Socket socket : half) {
        socket.close();
      }
    }
  }

  @Test
  void bodyThatNeverComes_isGivenUp() throws Exception {
    Limits hasty = new Limits(1 << 20, Duration.ofMillis(200), Duration.ofSeconds(15));
    try (TestDoor impatient = new TestDoor(hasty)) {
      String answer =
          raw(
              impatient.port(),
              (head("Content-Length: 500") + "{").getBytes(StandardCharsets.US_ASCII));

      assertThat(answer).startsWith("HTTP/1.1 408 ");
      assertThat(impatient.counts.of(Of.TOO_SLOW)).isEqualTo(1);
    }
  }

  @Test
  void thingsThatAreNotHttp_getPlainWords() throws Exception {
    String[] requests = {
      "GARBAGE\r\n\r\n",
      "GET / HTTP/9.9\r\n\r\n",
      "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET /a/..%2f..%2fetc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
      "POST /slack/events HTTP/1.1\r\n\r\n",
      "POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(20_000) + "\r\n\r\n"
    };
    for (String request : requests) {
      String answer = raw(request);
      assertThat(answer).as(request.substring(0, 9)).matches("(?s)HTTP/1\\.\\d [45]\\d\\d .*");
      assertGivesNothingAway(answer);
    }
  }

  private static void assertGivesNothingAway(String answer) {
    assertThat(answer)
        .doesNotContainIgnoringCase("jetty")
        .doesNotContain("Server:", "\tat ", "Exception", "dev.vouch", "<html");
  }

  private HttpResponse<String> unsigned(byte[] body, String type) throws Exception {
    String timestamp = String.valueOf(door.now());
    return door.send(
        door.request(body, timestamp, "v0=" + "0".repeat(64)).header("Content-Type", type));
  }

  /** Headers that let a body be read, with a signature that is not right. */
  private String head(String length) {
    return head(length, String.valueOf(door.now()), "v0=" + "0".repeat(64));
  }

  private static String head(String length, String timestamp, String signed) {
    return """
        POST /slack/events HTTP/1.1\r
        Host: x\r
        Connection: close\r
        X-Slack-Request-Timestamp: %s\r
        X-Slack-Signature: %s\r
        %s\r
        \r
        """
        .formatted(timestamp, signed, length);
  }

  private String raw(String request) throws IOException {
    return raw(request.getBytes(StandardCharsets.UTF_8));
  }

  private String raw(byte[] request) throws IOException {
    return raw(door.port(), request);
  }

  private static String raw(int port, byte[] request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request);
      InputStream in = socket.getInputStream();
      byte[] first = new byte[4_096];
      int read =
          in.readNBytes(first, 0, 12) == 12 ? 12 + Math.max(0, in.read(first, 12, 4_000)) : 0;
      return new String(first, 0, read, StandardCharsets.UTF_8);
    }
  }
}
