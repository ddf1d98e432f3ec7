package dev.vouch.app.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {

  @Test
  void nothingSet_hasTheDocumentedDefaults() {
    Config config = Config.from(Map.of());

    assertThat(config.apiUrl()).isEqualTo("https://slack.com/api/");
    assertThat(config.port()).isEqualTo(3000);
    assertThat(config.redisUrl()).isNull();
    assertThat(config.dataDirectory()).isAbsolute().endsWithRaw(java.nio.file.Path.of(".vouch"));
    assertThat(config.socketMode()).isFalse();
  }

  @Test
  void appToken_meansSocketMode_unlessWorkspacesInstallOverHttp() {
    assertThat(Config.from(with(Map.of())).socketMode()).isTrue();
    assertThat(Config.from(with(Map.of("SLACK_SIGNING_SECRET", "s"))).socketMode()).isFalse();
    assertThat(
            Config.from(with(Map.of("SLACK_SIGNING_SECRET", "s", "SLACK_BOT_TOKEN", "xoxb-1")))
                .socketMode())
        .isTrue();
  }

  private static Map<String, String> with(Map<String, String> more) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "SLACK_APP_TOKEN", "xapp-1",
                "SLACK_CLIENT_ID", "1.2",
                "SLACK_CLIENT_SECRET", "s",
                "VOUCH_SECRET_KEY", "a key of thirty-two characters.."));
    settings.putAll(more);
    return settings;
  }

  @Test
  void everyProblem_isReportedTogether_withoutValues() {
    Map<String, String> wrong =
        Map.of(
            "SLACK_BOT_TOKEN", "sesame",
            "SLACK_API_URL", "not an address",
            "REDIS_URL", "http://localhost",
            "PORT", "99999",
            "VOUCH_REDIS_CA", "/nowhere/sesame.pem",
            "SLACK_CLIENT_ID", "1.2",
            "VOUCH_SECRET_KEY", "short",
            "VOUCH_LOG", "xml",
            "VOUCH_LOG_LEVEL", "everything");

    assertThatThrownBy(() -> Config.from(wrong))
        .isInstanceOfSatisfying(
            Config.Problems.class, problems -> assertThat(problems.list()).hasSize(9))
        .hasMessageContaining("SLACK_BOT_TOKEN")
        .hasMessageContaining("SLACK_API_URL")
        .hasMessageContaining("REDIS_URL must be an address that begins with redis:// or rediss://")
        .hasMessageContaining("PORT")
        .hasMessageContaining("VOUCH_REDIS_CA must name a file that can be read")
        .hasMessageContaining("SLACK_CLIENT_SECRET")
        .hasMessageContaining("VOUCH_SECRET_KEY")
        .hasMessageContaining("VOUCH_LOG must be json or text")
        .hasMessageContaining("VOUCH_LOG_LEVEL must be debug or error or info or warn")
        .hasMessageNotContaining("sesame");
  }

  @Test
  void rulesForGifts_areReadAtTheStart_orEachFaultOfThemIsTold(@TempDir Path directory)
      throws IOException {
    assertThat(Config.from(Map.of()).giftPolicy().notice()).startsWith("Not legal advice");
    Path faulty = Files.writeString(directory.resolve("gifts.json"), "{\"version\": \"v1\"}");
    assertThatThrownBy(() -> Config.from(Map.of("VOUCH_GIFTS", faulty.toString())))
        .isInstanceOf(Config.Problems.class)
        .hasMessageContaining("VOUCH_GIFTS: rules is missing")
        .hasMessageContaining("VOUCH_GIFTS: notice is missing");
    assertThatThrownBy(() -> Config.from(Map.of("VOUCH_GIFTS", directory + "/none.json")))
        .hasMessageContaining("VOUCH_GIFTS: it cannot be read");
  }

  @Test
  void serve_needsATokenAndAWayIn() {
    assertThat(Config.from(Map.of()).missingToServe()).hasSize(2);
    Map<String, String> socket = Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_APP_TOKEN", "xapp-1");
    assertThat(Config.from(socket).missingToServe()).isEmpty();
    Map<String, String> http = Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "s");
    assertThat(Config.from(http).missingToServe()).isEmpty();
  }

  @Test
  void apiUrl_getsItsSlash() {
    Config config = Config.from(Map.of("SLACK_API_URL", "http://127.0.0.1:8700/api"));
    assertThat(config.apiUrl()).isEqualTo("http://127.0.0.1:8700/api/");
  }

  @Test
  void secrets_neverPrint() {
    Config config =
        Config.from(Map.of("SLACK_BOT_TOKEN", "xoxb-hush", "SLACK_SIGNING_SECRET", "hush-too"));
    assertThat(config.toString()).doesNotContain("hush");
  }
}
