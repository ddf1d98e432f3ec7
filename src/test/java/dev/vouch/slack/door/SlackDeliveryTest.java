package dev.vouch.slack.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackDeliveryTest {

  private static SlackDelivery skim(String body) {
    return SlackDelivery.skim(body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"message\",\"text\":\"größer 🙂 日本\"}",
        "{ \"type\" : \"message\",\r\n \"text\":\"a \\\"}\\\" b \\\\\" }",
        "{\"type\":\"message\",\"blocks\":[{\"elements\":[[1,2.5e9,true,null,{}]]}],\"user\":\"U1\"}",
        "{\"event\":{\"event\":{\"type\":\"x\"}}}",
        "{}"
      })
  void event_isKeptWordForWord_whereverItStands(String event) {
    for (String frame :
        new String[] {
          "{\"event\":%s}",
          "{\"name\":\"größer 🙂 日本\",\"event\": %s ,\"event_id\":\"Ev1\"}",
          " \n{\"list\":[{\"event\":1}],\"event\":\n%s\n}\r\n"
        }) {
      assertThat(skim(frame.formatted(event)).event()).isEqualTo(event);
    }
  }

  @Test
  void whatTheDoorLooksAt_isReadAsATreeWouldReadIt() {
    String body =
        """
        {"type":"event_callback","event_id":"Ev1","team_id":"T1","event_time":1763802000,
         "authorizations":[{"team_id":"T0HOME","is_bot":true},5,null],
         "event":{"type":"message","subtype":"message_changed","user":"U1","bot_id":null,
          "message":{"user":"U2","bot_id":"B2"},"previous_message":{"user":"U\\u0033"},
          "tokens":{"bot":["U4"]}}}""";
    JsonObject skimmed = skim(body).fields();
    JsonObject whole = Json.object(body);

    whole.getAsJsonArray("authorizations").get(0).getAsJsonObject().remove("is_bot");
    assertThat((JsonElement) skimmed).isEqualTo(whole);
  }

  @Test
  void whatTheDoorDoesNotLookAt_isPassedOver() {
    assertThat(skim("{\"token\":\"x\",\"event\":{\"text\":\"y\"}}").fields().toString())
        .isEqualTo("{\"event\":{}}");
  }

  @Test
  void fieldThatComesTwice_countsAsItCameLast_asInATree() {
    SlackDelivery twice = skim("{\"type\":\"a\",\"event\":{},\"type\":\"b\",\"event\":{\"x\":1}}");

    assertThat(Json.text(twice.fields(), "type")).isEqualTo("b");
    assertThat(twice.event()).isEqualTo("{\"x\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"type\":\"x\"",
        "{\"type\":\"x\"}}",
        "{\"type\":\"x\"} {}",
        "{\"type\":\"x\",}",
        "{\"type\" \"x\"}",
        "{type:\"x\"}",
        "{'type':'x'}",
        "{\"skipped\":{\"a\":[1,2}}",
        "{\"skipped\":01}",
        "{\"skipped\":NaN}",
        "{\"skipped\":\"line\nend\"}",
        "{\"skipped\":\"\\x\"}",
        "{\"skipped\":1} // why",
        "{\"event\":{\"text\":tru}}"
      })
  void whatIsNoJson_isRefused_evenWhereNobodyLooks(String body) {
    assertThatThrownBy(() -> skim(body)).isInstanceOf(JsonParseException.class);
  }

  @Test
  void nestingDeeperThanTheWorkersRead_isRefused() {
    String deep = "{\"skipped\":" + "[".repeat(300) + "]".repeat(300) + "}";

    assertThatThrownBy(() -> skim(deep)).isInstanceOf(JsonParseException.class);
  }

  @Test
  void bytesThatAreNoUtf8_areRefused() {
    for (String frame : new String[] {"{\"x\":\"%s\"}", "{\"event\":{\"text\":\"%s\"}}"}) {
      String[] parts = frame.split("%s");
      for (byte[] wrong : new byte[][] {{(byte) 0xC3, 0x28}, {(byte) 0xFF}, {(byte) 0x80}}) {
        byte[] body = new byte[parts[0].length() + wrong.length + parts[1].length()];
        System.arraycopy(bytes(parts[0]), 0, body, 0, parts[0].length());
        System.arraycopy(wrong, 0, body, parts[0].length(), wrong.length);
        System.arraycopy(
            bytes(parts[1]), 0, body, parts[0].length() + wrong.length, parts[1].length());
        assertThatThrownBy(() -> SlackDelivery.skim(body)).isInstanceOf(JsonParseException.class);
      }
    }
  }

  @Test
  void signForUnknownLetters_mayStandInAText() {
    assertThat(skim("{\"event\":{\"text\":\"\uFFFD\"}}").event())
        .isEqualTo("{\"text\":\"\uFFFD\"}");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
