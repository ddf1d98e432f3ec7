package dev.vouch.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.vouch.pipeline.Directory.TokenRefused;
import dev.vouch.pipeline.Directory.Unreachable;
import dev.vouch.pipeline.Messenger.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way a call of the Web API can fail, sorted into "later" and "never". */
class WebApiTest {
  private final FixedClock clock = new FixedClock("2026-11-22T09:00:00Z");
  private SlackStub stub;
  private WebApi api;

  @BeforeEach
  void start() throws Exception {
    stub = new SlackStub();
    api = new WebApi(stub.slack().methods("xoxb-test"), clock);
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  private AuthTestResponse ask() {
    return api.call("auth.test", methods -> methods.authTest(r -> r));
  }

  @Test
  void trap14_tooManyRequests_waitsAsLongAsSlackSays() {
    stub.on("auth.test", form -> new SlackStub.Answer(429, "", Map.of("Retry-After", "30")));

    Unreachable later = catchThrowableOfType(Unreachable.class, this::ask);

    assertThat(later.retryAt()).hasValue(clock.instant().plus(Duration.ofSeconds(30)));
    assertThat(stub.calls("auth.test")).isEqualTo(1);
  }

  @Test
  void calls_areCountedByWhatSlackAnswered_andRestingIsNone() {
    MeterRegistry registry = new SimpleMeterRegistry();
    api = new WebApi(stub.slack().methods("xoxb-test"), clock, registry);
    stub.on("auth.test", form -> new SlackStub.Answer(200, "{\"ok\":true}", Map.of()));
    ask();
    stub.on(
        "auth.test",
        form -> new SlackStub.Answer(200, "{\"ok\":false,\"error\":\"no\"}", Map.of()));
    assertThatThrownBy(this::ask).isInstanceOf(Refused.class);
    stub.on("auth.test", form -> new SlackStub.Answer(500, "", Map.of()));
    assertThatThrownBy(this::ask).isInstanceOf(Unreachable.class);
    stub.on("auth.test", form -> new SlackStub.Answer(429, "", Map.of("Retry-After", "30")));
    assertThatThrownBy(this::ask).isInstanceOf(Unreachable.class);
    assertThatThrownBy(this::ask).hasMessageContaining("rests");

    assertThat(registry.find("vouch.slack.calls").tag("method", "auth.test").counters())
        .extracting(counter -> counter.getId().getTag("outcome") + " " + counter.count())
        .containsExactlyInAnyOrder("ok 1.0", "refused 1.0", "failed 1.0", "rate_limited 1.0");
  }

  @Test
  void methodThatSlackLimits_isNotAskedBeforeItsTime() {
    AtomicReference<Instant> now = new AtomicReference<>(clock.instant());
    api = new WebApi(stub.slack().methods("xoxb-test"), now::get);
    stub.on("auth.test", form -> new SlackStub.Answer(429, "", Map.of("Retry-After", "30")));
    assertThatThrownBy(this::ask).isInstanceOf(Unreachable.class);

    now.set(now.get().plusSeconds(29));
    assertThatThrownBy(this::ask).isInstanceOf(Unreachable.class).hasMessageContaining("rests");
    assertThat(stub.calls("auth.test")).isEqualTo(1);
    now.set(now.get().plusSeconds(1));
    assertThatThrownBy(this::ask).hasMessageContaining("HTTP 429");
    assertThat(stub.calls("auth.test")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token_revoked",
        "token_expired",
        "invalid_auth",
        "not_authed",
        "account_inactive"
      })
  void troubleWithOurToken_givesNothingUp_andIsToldUntilACallWorks(String error) {
    String no = "{\"ok\":false,\"error\":\"%s\"}".formatted(error);
    stub.on("users.info", form -> new SlackStub.Answer(200, no, Map.of()));
    assertThatThrownBy(() -> api.call("users.info", m -> m.usersInfo(r -> r.user("U1"))))
        .isInstanceOf(TokenRefused.class);
    assertThat(api.trouble()).contains(error);

    stub.on("users.info", form -> new SlackStub.Answer(200, "{\"ok\":true}", Map.of()));
    api.call("users.info", m -> m.usersInfo(r -> r.user("U1")));
    assertThat(api.trouble()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"missing_scope", "access_denied", "no_permission", "team_access_not_granted"})
  void whatATokenMayNotDo_isRefused_andSaysNothingAboutTheToken(String error) {
    stub.on("team.info", "{\"ok\":false,\"error\":\"%s\"}".formatted(error));

    assertThatThrownBy(() -> api.call("team.info", m -> m.teamInfo(r -> r.team("T2"))))
        .isInstanceOf(Refused.class)
        .hasMessage("team.info: " + error);
    assertThat(api.trouble()).isEmpty();
  }

  @Test
  void trap15_answerThatNeverComes_isNotWaitedFor() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    stub.on(
        "auth.test",
        form -> {
          asked.countDown();
          await(never);
          return SlackStub.Answer.json("{\"ok\":true}");
        });
    api =
        new WebApi(SlackClient.of(stub.url(), Duration.ofMillis(200)).methods("xoxb-test"), clock);
    long start = System.nanoTime();

    assertThatThrownBy(this::ask)
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining("SocketTimeoutException");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(asked.getCount()).isZero();
    never.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void badTokenAtTheStart_isRefused_becauseItsOwnerMustAct() {
    String no = "{\"ok\":false,\"error\":\"invalid_auth\"}";
    stub.on("auth.test", form -> new SlackStub.Answer(200, no, Map.of()));
    assertThatThrownBy(this::ask).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>maintenance</html>", "{\"ok\":tru", "[1,2]"})
  void trap15_anAnswerThatIsNotJson_isTriedAgain(String body) {
    stub.on("auth.test", form -> new SlackStub.Answer(200, body, Map.of()));

    assertThatThrownBy(this::ask).isInstanceOf(Unreachable.class);
  }

  @Test
  void trap15_badGateway_isTriedAgain() {
    stub.on("auth.test", form -> new SlackStub.Answer(502, "", Map.of()));

    assertThatThrownBy(this::ask)
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining("auth.test: HTTP 502");
  }

  @Test
  void nobodyListening_isTriedAgain() {
    stub.close();

    assertThatThrownBy(this::ask).isInstanceOf(Unreachable.class);
  }

  @Test
  void refusal_namesTheMethodAndTheReason() {
    stub.on("auth.test", "{\"ok\":false,\"error\":\"invalid_auth\"}");

    assertThatThrownBy(this::ask).isInstanceOf(Refused.class).hasMessage("auth.test: invalid_auth");
  }

  @Test
  void passingTrouble_isTriedAgain() {
    stub.on("auth.test", "{\"ok\":false,\"error\":\"internal_error\"}");

    assertThatThrownBy(this::ask).isInstanceOf(Unreachable.class);
  }
}
