package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vouch.app.run.Backend;
import dev.vouch.app.setting.Config;
import dev.vouch.pipeline.Directory.Home;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.inbox.Deliveries;
import dev.vouch.pipeline.inbox.Deliveries.DeadLetter;
import dev.vouch.store.Store;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor --dead-letters} as an operator types it, with what never worked in two inboxes. */
class DeadLettersTest {
  private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");
  private static final String HERE = "T0HERE";
  private static final String THERE = "T0THERE";

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Map<String, String> environment;
  private Backend backend;

  @BeforeEach
  void somethingNeverWorked() {
    environment = Map.of("VOUCH_DATA_DIR", directory.toString());
    backend = Backend.bundled(Config.from(environment), InstantSource.fixed(NOW));
    Store store = backend.store();
    for (String team : List.of(HERE, THERE)) {
      store.remember(new Home(team, team, "https://lumo.slack.com/", "U0BOT"));
    }
    bury(HERE, "EvA", "IllegalStateException");
    bury(HERE, "EvB", "chat.postMessage: not_in_channel");
    bury(THERE, "EvC", "JsonSyntaxException");
  }

  @AfterEach
  void stop() {
    backend.close();
  }

  private Deliveries queue(String team) {
    return backend.store().books(team).deliveries();
  }

  private void bury(String team, String id, String reason) {
    backend
        .store()
        .append(new Envelope(id, team, Envelope.Type.EVENT, "{\"text\":\"hush-hush\"}", NOW));
    queue(team).bury(queue(team).take(1, List.of()).deliveries().get(0), reason);
  }

  private List<String> dead(String team) {
    return queue(team).deadLetters(10).stream()
        .map(DeadLetter::envelope)
        .map(Envelope::id)
        .toList();
  }

  private long waiting(String team) {
    return queue(team).backlog().waiting();
  }

  private int run(String... args) {
    return Main.commandLine(environment)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  @Test
  void deadLetters_areShownWithTheirReason_withoutWhatWasSaid() {
    assertThat(run("doctor", "--dead-letters")).isZero();

    assertThat(out.toString().lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("EvB ")
                    .contains("workspace T0HERE, event, died 2026-11-18T10:00:00Z after 1 tries")
                    .endsWith("chat.postMessage: not_in_channel"))
        .anySatisfy(line -> assertThat(line).startsWith("EvC ").contains("workspace T0THERE"));
    assertThat(out.toString()).contains("EvA", "--replay ID").doesNotContain("hush-hush");
  }

  @Test
  void deadLettersOfOneTeam_asJson_areThoseOfThatTeam() {
    assertThat(run("doctor", "--dead-letters", "--json", "--team", THERE)).isZero();

    JsonArray letters = JsonParser.parseString(out.toString()).getAsJsonArray();
    assertThat(letters).hasSize(1);
    JsonObject letter = letters.get(0).getAsJsonObject();
    assertThat(letter.keySet())
        .containsExactlyInAnyOrder("id", "team", "type", "reason", "attempts", "at");
    assertThat(letter.get("id").getAsString()).isEqualTo("EvC");
    assertThat(letter.get("reason").getAsString()).isEqualTo("JsonSyntaxException");
  }

  @Test
  void replay_putsOneBackIntoItsInbox_asItCame() {
    assertThat(run("doctor", "--replay", "EvA")).isZero();

    assertThat(out.toString()).contains("1 put back into the inbox");
    assertThat(dead(HERE)).containsExactly("EvB");
    Envelope again = queue(HERE).take(10, List.of()).deliveries().get(0).envelope();
    assertThat(again.id()).isEqualTo("EvA");
    assertThat(again.payload()).isEqualTo("{\"text\":\"hush-hush\"}");
  }

  @Test
  void drop_leavesTheOthers_andTheInboxAlone() {
    assertThat(run("doctor", "--drop", "EvA")).isZero();

    assertThat(out.toString()).contains("1 dropped");
    assertThat(dead(HERE)).containsExactly("EvB");
    assertThat(waiting(HERE)).isZero();
  }

  @Test
  void replayAll_isOfEveryWorkspace_orOfTheNamedOne() {
    assertThat(run("doctor", "--replay", "all", "--team", HERE)).isZero();
    assertThat(dead(HERE)).isEmpty();
    assertThat(dead(THERE)).containsExactly("EvC");
    assertThat(waiting(HERE)).isEqualTo(2);

    assertThat(run("doctor", "--replay", "all")).isZero();
    assertThat(dead(THERE)).isEmpty();
    assertThat(waiting(HERE)).isEqualTo(2);

    assertThat(run("doctor", "--dead-letters")).isZero();
    assertThat(out.toString()).contains("There are no dead letters.");
  }

  @Test
  void unknownId_isNamed_andNothingIsDoneForTheOtherOne() {
    assertThat(run("doctor", "--replay", "EvA", "--drop", "EvNone")).isEqualTo(2);

    assertThat(err.toString()).contains("there is no dead letter EvNone");
    assertThat(out.toString()).isEmpty();
    assertThat(dead(HERE)).containsExactlyInAnyOrder("EvA", "EvB");
    assertThat(waiting(HERE)).isZero();
  }

  @Test
  void deadLetterOfAnotherWorkspace_isUnknownInTheNamedOne() {
    assertThat(run("doctor", "--drop", "EvC", "--team", HERE)).isEqualTo(2);
    assertThat(dead(THERE)).containsExactly("EvC");
  }
}
