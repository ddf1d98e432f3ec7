package dev.vouch.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.SlackConfig;
import java.time.Duration;
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

  private static SlackConfig config(String url) {
    return SlackClient.config(SlackClient.address(url), Duration.ofSeconds(3));
  }
}
