package dev.vouch.slack.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Slack's own limits, checked on the JSON that would be sent. */
public final class SlackLimits {
  private static final Map<String, Integer> LONGEST =
      Map.of("section", 3_000, "header", 150, "context", 3_000);

  private SlackLimits() {}

  public static void hold(List<LayoutBlock> blocks, int mostBlocks) {
    JsonArray json =
        GsonFactory.createSnakeCase()
            .toJsonTree(blocks, new TypeToken<List<LayoutBlock>>() {}.getType())
            .getAsJsonArray();
    assertThat(json.size()).isBetween(1, mostBlocks);
    Set<String> ids = new HashSet<>();
    int all = 0;
    for (JsonElement element : json) {
      JsonObject block = element.getAsJsonObject();
      all += textIn(block);
      block(block);
      if (block.has("block_id")) {
        assertThat(ids.add(block.get("block_id").getAsString())).isTrue();
      }
    }
    assertThat(all).isLessThanOrEqualTo(12_000);
    assertThat(json.toString().getBytes(StandardCharsets.UTF_8).length).isLessThan(250_000);
  }

  private static void block(JsonObject block) {
    String type = block.get("type").getAsString();
    if (block.has("text")) {
      int length = block.getAsJsonObject("text").get("text").getAsString().length();
      assertThat(length).isBetween(1, LONGEST.get(type));
    }
    if (type.equals("actions")) {
      assertThat(block.getAsJsonArray("elements").size()).isBetween(1, 25);
      block.getAsJsonArray("elements").forEach(button -> button(button.getAsJsonObject()));
    }
    if (type.equals("context")) {
      assertThat(block.getAsJsonArray("elements").size()).isBetween(1, 10);
    }
  }

  private static void button(JsonObject button) {
    assertThat(button.getAsJsonObject("text").get("text").getAsString().length()).isBetween(1, 75);
    assertThat(button.get("value").getAsString().length()).isBetween(1, 2_000);
    assertThat(button.get("action_id").getAsString().length()).isBetween(1, 255);
    if (button.has("confirm")) {
      JsonObject confirm = button.getAsJsonObject("confirm");
      assertThat(length(confirm, "title")).isLessThanOrEqualTo(100);
      assertThat(length(confirm, "text")).isLessThanOrEqualTo(300);
      assertThat(length(confirm, "confirm")).isLessThanOrEqualTo(30);
      assertThat(length(confirm, "deny")).isLessThanOrEqualTo(30);
    }
  }

  private static int length(JsonObject parent, String key) {
    return parent.getAsJsonObject(key).get("text").getAsString().length();
  }

  private static int textIn(JsonElement element) {
    if (element.isJsonArray()) {
      int sum = 0;
      for (JsonElement one : element.getAsJsonArray()) {
        sum += textIn(one);
      }
      return sum;
    }
    if (!(element instanceof JsonObject object)) {
      return 0;
    }
    int own =
        object.has("text") && object.get("text").isJsonPrimitive()
            ? object.get("text").getAsString().length()
            : 0;
    return own + object.entrySet().stream().mapToInt(entry -> textIn(entry.getValue())).sum();
  }
}
