package dev.vouch.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackClientTest {

  @Test
  void address_alwaysEndsWithASlash() {
    assertThat(SlackClient.address("https://slack.com/api")).hasToString("https://slack.com/api/");
    assertThat(SlackClient.address(" http://[::1]:3100/api/ "))
        .hasToString("http://[::1]:3100/api/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "slack.com/api", "ftp://slack.com/", "https:///api", "http://a b/"})
  void wrongAddress_isRefusedByTheNameOfItsSetting(String url) {
    assertThatThrownBy(() -> SlackClient.address(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SLACK_API_URL");
  }

  @Test
  void proxyOfTheEnvironment_isNotUsedForLoopback_butIsForSlack() {
    System.setProperty("http.proxyHost", "proxy.invalid");
    System.setProperty("http.proxyPort", "3128");
    try {
      assertThat(config("http://127.0.0.1:3100/api/").getProxyUrl()).isNull();
      assertThat(config("http://localhost:3100/api/").getProxyUrl()).isNull();
      assertThat(config("https://slack.com/api/").getProxyUrl())
          .isEqualTo("http://proxy.invalid:3128");
    } finally {
      System.clearProperty("http.proxyHost");
      System.clearProperty("http.proxyPort");
    }
  }

  @Test
  void trap15_readTimeoutIsOurs_andNoListenerPrintsBodies() {
    SlackConfig config = config("https://slack.com/api/");

    assertThat(config.getHttpClientReadTimeoutMillis()).isEqualTo(3_000);
    assertThat(config.getHttpClientResponseHandlers()).isEmpty();
  }

  @Test
  void everyCall_goesToTheAddressThatWasGiven() throws Exception {
    try (SlackStub stub = new SlackStub()) {
      stub.on("api.test", "{\"ok\":true}");

      assertThat(stub.slack().methods("xoxb-1").apiTest(r -> r).isOk()).isTrue();
      assertThat(stub.calls("api.test")).isEqualTo(1);
    }
  }

  /** Slack may have done it, so whoever sent it looks before it is sent once more. */
  @Test
  void requestWhoseConnectionBreaks_isSentOnce() throws Exception {
    try (BreakingSlack slack = new BreakingSlack()) {
      MethodsClient methods = SlackClient.of(slack.url()).methods("xoxb-1");
      methods.apiTest(r -> r);

      assertThatThrownBy(() -> methods.chatPostMessage(r -> r.channel("C1").text("hello")))
          .isInstanceOf(IOException.class);
      assertThat(slack.requests)
          .containsExactly("POST /api/api.test", "POST /api/chat.postMessage");
    }
  }

  /** Answers the first request of all, and hangs up at every other one. */
  private static final class BreakingSlack implements AutoCloseable {
    private static final String OK =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"ok\":true}";

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> requests = new CopyOnWriteArrayList<>();

    BreakingSlack() throws IOException {
      Thread thread = new Thread(this::answer);
      thread.setDaemon(true);
      thread.start();
    }

    String url() {
      return "http://127.0.0.1:%d/api/".formatted(door.getLocalPort());
    }

    private void answer() {
      while (!door.isClosed()) {
        try (Socket caller = door.accept()) {
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
          while (takes(in)) {
            caller.getOutputStream().write(OK.getBytes(StandardCharsets.UTF_8));
          }
        } catch (IOException e) {
          // The door is closed, or whoever called is gone.
        }
      }
    }

    /** Whether it was the first. */
    private boolean takes(BufferedReader in) throws IOException {
      String line = in.readLine();
      if (line == null) {
        return false;
      }
      int length = 0;
      for (String head = in.readLine(); !head.isEmpty(); head = in.readLine()) {
        if (head.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(head.substring(head.indexOf(':') + 1).strip());
        }
      }
      for (int i = 0; i < length; i++) {
        in.read();
      }
      requests.add(line.replace(" HTTP/1.1", ""));
      return requests.size() == 1;
    }

    @Override
    public void close() throws IOException {
      door.close();
    }
  }

  private static SlackConfig config(String url) {
    return SlackClient.config(SlackClient.address(url), Duration.ofSeconds(3));
  }
}
