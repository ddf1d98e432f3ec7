package dev.vouch.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouch.pipeline.Directory.Unreachable;
import dev.vouch.slack.SlackStub.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees an event, asked over real sockets. */
class EventAuthorizationsTest {
  private static final String LIST = "apps.event.authorizations.list";
  private final FixedClock clock = new FixedClock("2026-11-22T09:00:00Z");
  private SlackStub slack;
  private EventAuthorizations authorizations;

  @BeforeEach
  void open() throws IOException {
    slack = new SlackStub().on(LIST, answer("", "T1", "T2"));
    authorizations =
        new EventAuthorizations(new WebApi(slack.slack().methods(), clock), "xapp-1", clock);
  }

  @AfterEach
  void close() {
    slack.close();
  }

  private static String answer(String more, String... teams) {
    StringBuilder all = new StringBuilder();
    for (String team : teams) {
      all.append(all.isEmpty() ? "" : ",").append("{\"team_id\":\"%s\"}".formatted(team));
    }
    return "{\"ok\":true,\"authorizations\":[%s]%s}".formatted(all, more);
  }

  private static String error(String error) {
    return "{\"ok\":false,\"error\":\"%s\"}".formatted(error);
  }

  private Set<String> ofChannel(String channel) {
    return authorizations.of("T1", channel, "4-eyJ0");
  }

  @Test
  void answer_isRememberedForItsChannel_andForWhomSlackNamed_tenMinutes() {
    assertThat(ofChannel("C1")).containsExactlyInAnyOrder("T1", "T2");
    slack.on(LIST, answer("", "T1"));
    assertThat(ofChannel("C1")).containsExactlyInAnyOrder("T1", "T2");
    assertThat(ofChannel("C2")).containsExactly("T1");
    assertThat(authorizations.of("T2", "C1", "4-eyJ1")).containsExactly("T1");
    clock.forward(Duration.ofMinutes(10));
    assertThat(ofChannel("C1")).containsExactly("T1");
    assertThat(slack.calls(LIST)).isEqualTo(4);
    assertThat(slack.token(LIST)).isEqualTo("xapp-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"cursor_next\":\"page2\"",
        ",\"cursor_next\":\"\",\"response_metadata\":{\"next_cursor\":\"page2\"}"
      })
  void allPages_areRead_underWhicheverNameTheNextIsTold(String more) {
    slack.on(
        LIST,
        form -> Answer.json(form.contains("cursor=page2") ? answer("", "T3") : answer(more, "T1")));

    assertThat(ofChannel("C1")).containsExactlyInAnyOrder("T1", "T3");
    assertThat(slack.calls(LIST)).isEqualTo(2);
  }

  @Test
  void slackThatDoesNotAnswer_isLeftInPeaceForAWhile_forEveryChannelThatIsNotKnown() {
    ofChannel("C1");
    slack.on(LIST, form -> new Answer(500, "", Map.of()));
    assertThatThrownBy(() -> ofChannel("C2")).isInstanceOf(Unreachable.class);
    assertThatThrownBy(() -> ofChannel("C3")).isInstanceOf(Unreachable.class);
    assertThat(ofChannel("C1")).hasSize(2);
    assertThat(slack.calls(LIST)).isEqualTo(2);

    slack.on(LIST, answer("", "T1"));
    clock.forward(Duration.ofSeconds(30));
    assertThat(ofChannel("C2")).containsExactly("T1");
  }

  @Test
  void rateLimit_isKeptFor_asLongAsSlackSays() {
    slack.on(LIST, form -> new Answer(429, error("ratelimited"), Map.of("Retry-After", "60")));
    assertThatThrownBy(() -> ofChannel("C1")).isInstanceOf(Unreachable.class);
    slack.on(LIST, answer("", "T1"));
    clock.forward(Duration.ofSeconds(45));
    assertThatThrownBy(() -> ofChannel("C1")).isInstanceOf(Unreachable.class);
    clock.forward(Duration.ofSeconds(40));
    assertThat(ofChannel("C1")).containsExactly("T1");
    assertThat(slack.calls(LIST)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing_scope", "not_allowed_token_type", "invalid_auth"})
  void tokenThatMayNotAsk_isNotAskedWithForEachEvent(String error) {
    slack.on(LIST, error(error));
    assertThat(ofChannel("C1")).isEmpty();
    assertThat(ofChannel("C1")).isEmpty();
    assertThat(slack.calls(LIST)).isEqualTo(1);
    assertThat(authorizations.trouble()).contains(LIST + ": " + error);
  }

  @Test
  void eventThatSlackKnowsNoMore_saysNothingOfTheNextInItsChannel() {
    slack.on(LIST, error("invalid_event_context"));
    assertThat(ofChannel("C1")).isEmpty();
    assertThat(authorizations.trouble()).isEmpty();
    slack.on(LIST, answer("", "T1", "T2"));
    assertThat(ofChannel("C1")).hasSize(2);
  }
}
