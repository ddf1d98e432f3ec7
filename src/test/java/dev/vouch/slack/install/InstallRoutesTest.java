package dev.vouch.slack.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import dev.vouch.pipeline.Directory.Home;
import dev.vouch.slack.BoltApp;
import dev.vouch.slack.FixedClock;
import dev.vouch.slack.SlackStub;
import dev.vouch.slack.Startup.Connection;
import dev.vouch.slack.Tokens;
import dev.vouch.slack.Tokens.Token;
import dev.vouch.slack.WebApi;
import dev.vouch.slack.door.DoorCounts;
import dev.vouch.slack.door.EventIntake;
import dev.vouch.slack.door.HttpDoor;
import dev.vouch.slack.door.Interactions;
import dev.vouch.slack.door.Revocations;
import dev.vouch.slack.door.Signature;
import dev.vouch.slack.door.SlackGate;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An installation through the real HTTP door, with Slack on loopback. */
class InstallRoutesTest {
  private static final String GRANT =
      "{\"ok\":true,\"app_id\":\"A1\",\"access_token\":\"xoxb-new\",\"token_type\":\"bot\","
          + "\"scope\":\"commands,chat:write\",\"bot_user_id\":\"U0\","
          + "\"team\":{\"id\":\"T2\",\"name\":\"Globex\"},\"authed_user\":{\"id\":\"U7\"}}";
  private static final Path BOLTS_FOLDER = Path.of(System.getProperty("user.home"), ".slack-app");
  private final boolean boltsFolderWasThere = Files.exists(BOLTS_FOLDER);
  private final FixedClock clock = new FixedClock("2026-11-22T09:00:00Z");
  private final Book book = new Book();
  private final OneTime states = new OneTime();
  private final HttpClient client = HttpClient.newHttpClient();
  private SlackStub stub;
  private HttpDoor door;

  /** Installations that are forgotten when the test ends. */
  private static final class Book implements Installations {
    private final Map<String, Installation> all = new HashMap<>();

    @Override
    public void save(Installation installation) {
      all.put(installation.team(), installation);
    }

    Optional<Installation> of(String team) {
      return Optional.ofNullable(all.get(team));
    }
  }

  /** States that count up, good for ten minutes of the test's clock. */
  private final class OneTime implements States {
    private final Map<String, Instant> issued = new HashMap<>();

    @Override
    public String issue() {
      String state = "state-" + issued.size();
      issued.put(state, clock.instant().plus(LIFE));
      return state;
    }

    @Override
    public boolean redeem(String state) {
      Instant until = issued.put(state, Instant.MIN);
      return until != null && clock.instant().isBefore(until);
    }
  }

  @BeforeEach
  void start() throws Exception {
    stub = new SlackStub();
    stub.on("oauth.v2.access", GRANT);
    stub.on(
        "auth.test",
        "{\"ok\":true,\"url\":\"https://globex.slack.com/\",\"team\":\"Globex & <Co>\","
            + "\"team_id\":\"T2\",\"user_id\":\"U0\",\"bot_id\":\"B0\"}");
    Slack slack = stub.slack();
    InstallSettings settings =
        new InstallSettings(
            "1.2",
            "secret",
            List.of("commands", "chat:write"),
            "http://127.0.0.1:1/authorize",
            "https://vouch.example/slack/oauth_redirect");
    InstallRoutes routes =
        new InstallRoutes(
            settings, new WebApi(slack.methods(), clock), book, states, clock, () -> "ref-9");
    Tokens tokens = team -> book.of(team).map(Installation::token);
    App app = BoltApp.create(slack, tokens);
    DoorCounts counts = new DoorCounts();
    EventIntake intake = new EventIntake(envelope -> {}, tokens, Revocations.none(), counts, clock);
    SlackGate gate =
        new SlackGate(
            new Signature("x", clock),
            intake,
            new Interactions(app, counts, () -> "ref-1"),
            counts,
            clock);
    door = new HttpDoor(new HttpDoor.Address("127.0.0.1", 0), gate, routes.routes(), () -> "ref-2");
    door.start();
  }

  @AfterEach
  void stop() {
    door.close();
    stub.close();
  }

  @Test
  void install_goesToSlackWithAStateThatIsBoundToTheBrowser() throws Exception {
    HttpResponse<String> answer = get("/slack/install", "");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue(
            "http://127.0.0.1:1/authorize?client_id=1.2&scope=commands%2Cchat%3Awrite&state=state-0"
                + "&redirect_uri=https%3A%2F%2Fvouch.example%2Fslack%2Foauth_redirect");
    assertThat(answer.headers().firstValue("Set-Cookie"))
        .hasValue(
            "vouch_install=state-0; Path=/slack; Max-Age=600; Secure; HttpOnly; SameSite=Lax");
  }

  @Test
  void trap11_grantedInstallation_isSavedThroughOurPort_andNoFileIsWritten() throws Exception {
    get("/slack/install", "");
    HttpResponse<String> answer = get("/slack/oauth_redirect?code=abc&state=state-0", "state-0");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("Globex &amp; &lt;Co&gt;", "/vouch help", "app=A1&amp;team=T2")
        .doesNotContain("xoxb-new");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(book.of("T2"))
        .hasValue(
            new Installation(
                new Connection(
                    new Home("T2", "Globex & <Co>", "https://globex.slack.com/", "U0"),
                    null,
                    new Token("xoxb-new", "U0", "B0")),
                List.of("commands", "chat:write"),
                "U7",
                clock.instant()));
    assertThat(Files.exists(BOLTS_FOLDER)).isEqualTo(boltsFolderWasThere);
  }

  @Test
  void code_isExchangedWithTheClientsSecret() throws Exception {
    StringBuilder form = new StringBuilder();
    stub.on(
        "oauth.v2.access",
        posted -> {
          form.append(posted);
          return SlackStub.Answer.json(GRANT);
        });
    get("/slack/install", "");
    get("/slack/oauth_redirect?code=abc&state=state-0", "state-0");

    assertThat(form.toString()).contains("code=abc", "redirect_uri=https");
  }

  @Test
  void stateOfAnotherBrowser_isRefused_andNothingIsAsked() throws Exception {
    get("/slack/install", "");
    String url = "/slack/oauth_redirect?code=abc&state=state-0";

    assertThat(get(url, "").statusCode()).isEqualTo(400);
    assertThat(get(url, "state-1").statusCode()).isEqualTo(400);
    assertThat(get("/slack/oauth_redirect?code=abc", "state-0").statusCode()).isEqualTo(400);
    assertThat(stub.calls("oauth.v2.access")).isZero();
    assertThat(get(url, "state-0").statusCode()).isEqualTo(200);
  }

  @Test
  void state_isGoodOnce_andForTenMinutes() throws Exception {
    get("/slack/install", "");
    String url = "/slack/oauth_redirect?code=abc&state=state-0";
    assertThat(get(url, "state-0").statusCode()).isEqualTo(200);
    assertThat(get(url, "state-0").statusCode()).isEqualTo(400);
    get("/slack/install", "");
    clock.forward(Duration.ofSeconds(601));

    assertThat(get(url.replace("state-0", "state-1"), "state-1").statusCode()).isEqualTo(400);
    assertThat(stub.calls("oauth.v2.access")).isEqualTo(1);
  }

  @Test
  void personWhoSaysNo_isToldKindly() throws Exception {
    get("/slack/install", "");
    HttpResponse<String> answer =
        get("/slack/oauth_redirect?error=access_denied&state=state-0", "state-0");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("nothing was changed", "/slack/install");
  }

  @Test
  void slackThatRefusesOrFails_givesAReference_andNothingIsKept() throws Exception {
    for (String trouble : List.of("{\"ok\":false,\"error\":\"invalid_code\"}", "<html>")) {
      stub.on("oauth.v2.access", trouble);
      String state = "state-" + states.issued.size();
      get("/slack/install", "");
      HttpResponse<String> answer = get("/slack/oauth_redirect?code=abc&state=" + state, state);

      assertThat(answer.statusCode()).isEqualTo(502);
      assertThat(answer.body()).contains("ref-9").doesNotContain("secret", "abc");
    }
    assertThat(book.all).isEmpty();
  }

  @Test
  void wholeOrganisation_isTurnedDown() throws Exception {
    stub.on(
        "oauth.v2.access",
        "{\"ok\":true,\"access_token\":\"xoxb-new\",\"is_enterprise_install\":true,\"team\":null}");
    get("/slack/install", "");

    assertThat(get("/slack/oauth_redirect?code=abc&state=state-0", "state-0").body())
        .contains("One workspace");
    assertThat(book.all).isEmpty();
  }

  @Test
  void settings_neverShowTheSecret() {
    assertThat(new InstallSettings("1.2", "hush", List.of(), "x", null).toString())
        .doesNotContain("hush");
  }

  private HttpResponse<String> get(String path, String cookie) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path));
    if (!cookie.isEmpty()) {
      request.header("Cookie", "vouch_install=" + cookie);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
