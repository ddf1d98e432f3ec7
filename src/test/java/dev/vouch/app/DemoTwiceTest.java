package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.app.export.Export;
import dev.vouch.app.setting.Config;
import dev.vouch.sandbox.SandboxSettings;
import dev.vouch.sandbox.demo.DemoDay;
import dev.vouch.sandbox.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two newcomers who try the demo on the same day see the same. */
class DemoTwiceTest {
  private static final DemoDay DEMO = DemoDay.endingOn(LocalDate.of(2026, 11, 18));

  @TempDir private Path directory;

  /** What the demo comes to. */
  private record Seen(Map<String, String> acts, List<String> nudges, List<String> ritas) {}

  @Test
  void twoPlaysOfOneDay_comeToTheSameActsNudgesAndMessages()
      throws IOException, InterruptedException {
    Seen first = play("first");

    assertThat(first.acts()).isNotEmpty();
    assertThat(first.nudges()).isNotEmpty();
    assertThat(first.ritas()).isNotEmpty();
    assertThat(play("second")).isEqualTo(first);
  }

  private Seen play(String name) throws IOException, InterruptedException {
    Config config = Config.from(Map.of("VOUCH_DATA_DIR", directory.resolve(name).toString()));
    try (SandboxCommand.Running running =
        SandboxCommand.Running.before(DEMO, config, SandboxSettings.standard())) {
      assertThat(running.play(DEMO)).isEmpty();
      String host = running.sandbox.url();
      JsonObject export =
          new Export(running.backend.store(), running.sandbox.teamId(), Instant.now()).json(null);
      Map<String, String> acts = new TreeMap<>();
      Json.objects(export, "people")
          .forEach(
              one -> acts.put(Json.text(one, "id"), one.get("acts").toString().replace(host, "")));
      return new Seen(
          acts,
          texts(Json.objects(export, "nudges"), host),
          texts(running.sandbox.workspace().dmWithBot("Rita"), host));
    }
  }

  private static List<String> texts(List<JsonObject> objects, String host) {
    return objects.stream().map(JsonElement::toString).map(one -> one.replace(host, "")).toList();
  }
}
