package dev.vouch.slack.door;

import static dev.vouch.slack.door.TestDoor.delivery;
import static dev.vouch.slack.door.TestDoor.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonParser;
import com.slack.api.model.event.MessageEvent;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.inbox.Inbox;
import dev.vouch.slack.door.DoorCounts.Of;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events over the HTTP door, from the socket to the inbox. */
class HttpDoorTest {
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
  void event_isInTheInboxBeforeItIsAcknowledged() throws Exception {
    HttpResponse<String> answer = door.post(delivery("Ev1", message("C1", "hello")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(door.inbox.stored())
        .singleElement()
        .isEqualTo(
            new Envelope(
                "Ev1",
                "T0HOME",
                Envelope.Type.EVENT,
                message("C1", "hello"),
                door.clock.instant(),
                Instant.ofEpochSecond(1_763_802_000)));
  }

  @Test
  void trap1_rawUtf8Passes_andKeepsItsLetters() throws Exception {
    assertThat(door.post(delivery("Ev1", message("C1", "größer 🙂 日本"))).statusCode())
        .isEqualTo(200);
    assertThat(door.inbox.stored().get(0).payload()).contains("größer 🙂 日本");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r\n\r\n", "  \n"})
  void trap2_lineEndsInTheSignedBodyPass(String end) throws Exception {
    String body = delivery("Ev1", message("C1", "x")).replace(",", "," + end) + end;

    assertThat(door.post(body).statusCode()).isEqualTo(200);
    assertThat(door.inbox.stored()).hasSize(1);
  }

  @Test
  void trap2_timestampsOutsideFiveMinutesAreRefused_pastAndFuture() throws Exception {
    byte[] body = delivery("Ev1", message("C1", "x")).getBytes(StandardCharsets.UTF_8);
    long now = door.now();
    String[] wrong = {
      "" + (now - 301),
      "" + (now + 301),
      "" + (now + 86_400),
      now + "000",
      "99999999999999999999",
      "-1",
      "",
      "abc",
      "1e9",
      "0x10"
    };
    for (String timestamp : wrong) {
      String signed = door.signature.of(timestamp, body);
      assertThat(door.send(door.request(body, timestamp, signed)).statusCode())
          .as(timestamp)
          .isEqualTo(401);
    }
    String edge = String.valueOf(now + 300);
    assertThat(door.send(door.request(body, edge, door.signature.of(edge, body))).statusCode())
        .isEqualTo(200);
    assertThat(door.inbox.stored()).hasSize(1);
    assertThat(door.counts.of(Of.BAD_SIGNATURE)).isEqualTo(wrong.length);
  }

  @Test
  void wrongSignature_getsAnEmptyJsonBody() throws Exception {
    byte[] body = delivery("Ev1", message("C1", "x")).getBytes(StandardCharsets.UTF_8);
    String timestamp = String.valueOf(door.now());
    String right = door.signature.of(timestamp, body);
    String other = new Signature("another", door.clock).of(timestamp, body);
    for (String signed :
        new String[] {
          other,
          right.toUpperCase(java.util.Locale.ROOT),
          right + "0",
          "v0=",
          "v1=" + right.substring(3)
        }) {
      HttpResponse<String> answer = door.send(door.request(body, timestamp, signed));
      assertThat(answer.statusCode()).as(signed).isEqualTo(401);
      assertThat(answer.body()).isEqualTo("{}");
    }
    assertThat(door.inbox.stored()).isEmpty();
  }

  @Test
  void signature_agreesWithTheExampleThatSlackPublishes() {
    String body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
            + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    assertThat(door.signature.of("1531420618", body.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
  }

  @Test
  void missingHeaders_areRefused() throws Exception {
    var bare =
        door.to("/slack/events").POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"));

    assertThat(door.send(bare).statusCode()).isEqualTo(401);
  }

  @Test
  void trap4_unknownEventsAndSubtypesGet200_andAreNotStored() throws Exception {
    for (String event :
        new String[] {
          "{\"type\":\"never_heard_of\"}",
          "{\"type\":\"message\",\"subtype\":\"channel_join\",\"channel\":\"C1\"}",
          "{\"type\":\"message\",\"subtype\":\"brand_new_subtype\",\"channel\":\"C1\"}"
        }) {
      assertThat(door.post(delivery("Ev-" + event.hashCode(), event)).statusCode()).isEqualTo(200);
    }
    assertThat(door.post("{\"type\":\"brand_new_outer\",\"x\":1}").statusCode()).isEqualTo(200);
    assertThat(door.inbox.stored()).isEmpty();
    assertThat(door.counts.of(Of.UNUSED)).isEqualTo(4);
  }

  @Test
  void trap4_messagesWithSubtypesThatSpeakAreStored() throws Exception {
    int number = 0;
    for (String subtype : EventFilter.SUBTYPES) {
      String event = "{\"type\":\"message\",\"subtype\":\"" + subtype + "\",\"channel\":\"C1\"}";
      assertThat(door.post(delivery("Ev" + number++, event)).statusCode()).isEqualTo(200);
    }
    assertThat(door.inbox.stored()).hasSize(6);
  }

  @Test
  void trap6_repeatsOfAnEventComeUnderOneId_whateverTheRetryHeaderSays() throws Exception {
    byte[] body = delivery("Ev1", message("C1", "x")).getBytes(StandardCharsets.UTF_8);
    String timestamp = String.valueOf(door.now());
    String signed = door.signature.of(timestamp, body);
    for (String retry : new String[] {"1", "2", "3"}) {
      var again = door.request(body, timestamp, signed).header("X-Slack-Retry-Num", retry);
      assertThat(door.send(again.header("X-Slack-Retry-Reason", "http_timeout")).statusCode())
          .isEqualTo(200);
    }
    assertThat(door.inbox.stored()).extracting(Envelope::id).containsExactly("Ev1", "Ev1", "Ev1");
  }

  @Test
  void trap7_eventsGoToTheInboxOnly_neverToABoltListener() throws Exception {
    AtomicInteger heard = new AtomicInteger();
    door.app.event(
        MessageEvent.class,
        (event, context) -> {
          heard.incrementAndGet();
          return context.ack();
        });

    assertThat(door.post(delivery("Ev1", message("C1", "x"))).statusCode()).isEqualTo(200);
    assertThat(heard).hasValue(0);
    assertThat(door.inbox.stored()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"message\",\"user\":null,\"channel_type\":null,\"text\":null}",
        "{\"type\":\"message\",\"user\":5,\"channel\":{\"id\":7},\"text\":[1]}",
        "{\"type\":\"reaction_added\",\"user\":{\"a\":1},\"item\":\"x\"}",
        "{\"type\":\"message\",\"subtype\":false,\"message\":[],\"previous_message\":3}"
      })
  void trap8_wrongTypesInsideAnEventAreStoredForTheWorkerToJudge(String event) throws Exception {
    assertThat(door.post(delivery("Ev1", event)).statusCode()).isEqualTo(200);
    assertThat(JsonParser.parseString(door.inbox.stored().get(0).payload()))
        .isEqualTo(JsonParser.parseString(event));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"event_callback\"}",
        "{\"type\":\"event_callback\",\"event_id\":\" \",\"team_id\":\"T\",\"event\":{\"type\":\"message\"}}",
        "{\"type\":\"event_callback\",\"event_id\":7,\"team_id\":\"T\",\"event\":{\"type\":\"message\"}}",
        "{\"type\":\"event_callback\",\"event_id\":\"E\",\"team_id\":5,\"event\":{\"type\":\"message\"}}",
        "{\"type\":\"event_callback\",\"event_id\":\"E\",\"team_id\":\"T\",\"event\":null}",
        "{\"type\":\"event_callback\",\"event_id\":\"E\",\"team_id\":\"T\",\"event\":{\"type\":9}}",
        "{\"type\":\"event_callback\",\"event_id\":\"E\",\"authorizations\":[5],\"event\":{\"type\":\"message\"}}"
      })
  void deliveryThatCannotBeStored_isCountedAndStillGets200(String delivery) throws Exception {
    assertThat(door.post(delivery).statusCode()).isEqualTo(200);
    assertThat(door.inbox.stored()).isEmpty();
    assertThat(door.counts.of(Of.MALFORMED)).isEqualTo(1);
  }

  @Test
  void trap16_textIsStoredWithSlacksEscapes_forTheReaderToDecode() throws Exception {
    door.post(delivery("Ev1", message("C1", "a &amp; b &lt;3 <@U1|ann> <https://x.y|z>")));

    assertThat(door.inbox.stored().get(0).payload())
        .contains("a &amp; b &lt;3 <@U1|ann> <https://x.y|z>");
  }

  /** The same event as Slack delivers it where these workspaces may see it, the author's first. */
  private static String shared(String event, String... teams) {
    String named =
        Stream.of(teams)
            .map("{\"team_id\":\"%s\",\"is_bot\":true}"::formatted)
            .collect(Collectors.joining(","));
    return delivery("Ev1", event)
        .replaceFirst("\"team_id\":\"T0HOME\"", "\"team_id\":\"T9AUTHOR\"")
        .replaceFirst("\"authorizations\":\\[[^]]*]", "\"authorizations\":[" + named + "]");
  }

  @Test
  void eventForTwoWorkspacesOfOurs_goesToBoth_andToNobodyElse() throws Exception {
    door.post(shared(message("C1", "x"), "T0THERE", "T8NOT_OURS", "T0HOME", "T0THERE"));

    assertThat(door.inbox.stored())
        .extracting(Envelope::team, Envelope::id)
        .containsExactly(tuple("T0THERE", "Ev1"), tuple("T0HOME", "Ev1"));
    assertThat(door.counts.of(Of.STORED)).isEqualTo(2);
  }

  /** Slack's name for it is kept once, so that one of them asks who else sees it. */
  @Test
  void eventOfAChannelThatCompaniesShare_keepsByWhatItIsAskedFor_oneOfNoOtherDoesNot()
      throws Exception {
    String event = shared(message("C1", "x"), "T0THERE", "T0HOME");
    String named = event.replaceFirst("\\{", "{\"event_context\":\"4-eyJ0\",");
    door.post(named.replaceFirst("\\{", "{\"is_ext_shared_channel\":true,"));
    door.post(named.replaceFirst("\\{", "{\"is_ext_shared_channel\":false,"));
    door.post(event.replaceFirst("\\{", "{\"is_ext_shared_channel\":true,"));

    assertThat(door.inbox.stored())
        .extracting(Envelope::context)
        .containsExactly("4-eyJ0", null, null, null, null, null);
  }

  @Test
  void eventForTwoWorkspaces_isAcknowledgedOnlyWhereBothHaveIt() throws Exception {
    door.inbox.fullFor("T0HOME");

    assertThat(door.post(shared(message("C1", "x"), "T0THERE", "T0HOME")).statusCode())
        .isEqualTo(503);
  }

  @Test
  void workspaceThatSlackDoesNotName_getsNothing_evenWhereTheAuthorIsOfIt() throws Exception {
    String event = shared(message("C1", "x"), "T0HOME");
    door.post(event.replace("T9AUTHOR", "T0THERE"));

    assertThat(door.inbox.stored()).extracting(Envelope::team).containsExactly("T0HOME");
  }

  @Test
  void team_isWhereVouchIsInstalled_notTheAuthors() throws Exception {
    String event = delivery("Ev1", message("C1", "x"));
    door.post(event.replaceFirst("\"team_id\":\"T0HOME\"", "\"team_id\":\"T9OTHER\""));

    assertThat(door.inbox.stored().get(0).team()).isEqualTo("T0HOME");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"message\",\"user\":\"U0VOUCH\",\"channel\":\"C1\",\"text\":\"x\"}",
        "{\"type\":\"message\",\"subtype\":\"bot_message\",\"bot_id\":\"B0VOUCH\",\"text\":\"x\"}",
        "{\"type\":\"message\",\"subtype\":\"message_changed\",\"message\":{\"bot_id\":\"B0VOUCH\"}}",
        "{\"type\":\"message\",\"subtype\":\"message_deleted\",\"previous_message\":{\"user\":\"U0VOUCH\"}}",
        "{\"type\":\"reaction_added\",\"user\":\"U0VOUCH\",\"item\":{}}"
      })
  void ownDoings_areDropped(String event) throws Exception {
    assertThat(door.post(delivery("Ev1", event)).statusCode()).isEqualTo(200);
    assertThat(door.inbox.stored()).isEmpty();
    assertThat(door.counts.of(Of.OWN)).isEqualTo(1);
  }

  @Test
  void fullInbox_gets503_andTheRepeatIsStored() throws Exception {
    door.inbox.full(true);
    assertThat(door.post(delivery("Ev1", message("C1", "x"))).statusCode()).isEqualTo(503);
    assertThat(door.counts.of(Of.UNAVAILABLE)).isEqualTo(1);

    door.inbox.full(false);
    assertThat(door.post(delivery("Ev1", message("C1", "x"))).statusCode()).isEqualTo(200);
    assertThat(door.inbox.stored()).hasSize(1);
  }

  @Test
  void urlVerification_isAnsweredWithItsChallenge() throws Exception {
    var answer =
        door.post("{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"3eZb\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("3eZb");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
  }

  @Test
  void appRateLimited_isCounted() throws Exception {
    String notice =
        "{\"type\":\"app_rate_limited\",\"team_id\":\"T0HOME\",\"minute_rate_limited\":1}";

    assertThat(door.post(notice).statusCode()).isEqualTo(200);
    assertThat(door.counts.of(Of.HELD_BACK)).isEqualTo(1);
  }

  @Test
  void revocation_isToldWithItsTime_butUserTokensAreNoMatter() throws Exception {
    door.post(delivery("Ev1", "{\"type\":\"app_uninstalled\"}"));
    door.post(delivery("Ev2", "{\"type\":\"tokens_revoked\",\"tokens\":{\"bot\":[\"U0VOUCH\"]}}"));
    door.post(delivery("Ev3", "{\"type\":\"tokens_revoked\",\"tokens\":{\"oauth\":[\"U1\"]}}"));

    assertThat(door.revoked)
        .containsExactly("T0HOME@2025-11-22T09:00:00Z", "T0HOME@2025-11-22T09:00:00Z");
  }

  @Test
  void workspaceWithoutToken_isTaken_unlessItIsGone() throws Exception {
    String event = delivery("Ev1", message("C1", "hi")).replace("T0HOME", "T0AWAY");
    door.isGone = team -> team.equals("T0AWAY");
    assertThat(door.post(event).statusCode()).isEqualTo(200);
    assertThat(door.inbox.stored()).isEmpty();
    assertThat(door.counts.of(Of.UNUSED)).isEqualTo(1);

    door.isGone = team -> false;
    assertThat(door.post(event).statusCode()).isEqualTo(200);
    assertThat(door.inbox.stored()).singleElement().matches(one -> one.team().equals("T0AWAY"));
  }

  @Test
  void nobodyKnowsWhetherItIsGone_orItsRemovalCannotBeNoted_slackSendsItAgain() throws Exception {
    door.isGone = team -> noAnswer();
    door.onRevocation = HttpDoorTest::noAnswer;
    String event = delivery("Ev1", message("C1", "hi")).replace("T0HOME", "T0AWAY");

    assertThat(door.post(event).statusCode()).isEqualTo(503);
    assertThat(door.post(delivery("Ev2", "{\"type\":\"app_uninstalled\"}")).statusCode())
        .isEqualTo(503);
    assertThat(door.counts.of(Of.UNAVAILABLE)).isEqualTo(2);
  }

  private static boolean noAnswer() {
    throw new Inbox.Unavailable("no answer", null);
  }
}
