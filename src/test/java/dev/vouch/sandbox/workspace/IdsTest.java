package dev.vouch.sandbox.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vouch.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdsTest {
  private static final String MESSAGE =
      """
      {"blocks":[{"type":"divider"},{"type":"divider","block_id":"mine"},
      {"type":"actions","elements":[{"type":"button"},{"type":"button"}]}]}""";

  private static List<String> filledIn(String version) {
    JsonObject message = JsonParser.parseString(MESSAGE).getAsJsonObject();
    Ids.fillIn(message, version);
    List<String> ids = new ArrayList<>();
    for (JsonObject block : Json.objects(message, "blocks")) {
      ids.add(Json.text(block, "block_id"));
      Ids.elements(block).forEach(element -> ids.add(Json.text(element, "action_id")));
    }
    return ids;
  }

  @Test
  void blocksAndElements_getIdsOfTheirOwn_andKeepThoseTheyHave() {
    assertThat(filledIn("1764000000.000100"))
        .hasSize(5)
        .doesNotHaveDuplicates()
        .contains("mine")
        .doesNotContain("");
  }

  @Test
  void sameStateOfAMessage_hasTheSameIds_whateverElseGoesOn_andAnotherStateOthers() {
    assertThat(filledIn("1764000000.000100")).isEqualTo(filledIn("1764000000.000100"));
    assertThat(filledIn("1764000000.000200"))
        .filteredOn(id -> !id.equals("mine"))
        .doesNotContainAnyElementsOf(filledIn("1764000000.000100"));
  }
}
