package dev.vouch.app.slackexport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vouch.app.slackexport.SlackExport.Skipped;
import dev.vouch.app.slackexport.SlackImport.Result;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlackImportTest {
  @TempDir Path temp;

  private final Received received = new Received();
  private final Remembered progress = new Remembered();
  private Path zip;

  @BeforeEach
  void nameTheZip() {
    zip = temp.resolve("export.zip");
  }

  @Test
  void zipAndFolder_giveTheSameEvents() throws IOException {
    Result fromZip = run(SampleExport.whole().asZip(zip));
    List<JsonObject> events = List.copyOf(received.events);
    received.events.clear();
    Result again = run(SampleExport.whole().asFolder(temp.resolve("folder")), new Remembered());

    assertThat(received.events).isEqualTo(events);
    assertThat(again).isEqualTo(fromZip);
    assertThat(fromZip)
        .isEqualTo(
            new Result(5, 0, List.of(), SampleExport.MESSAGES, SampleExport.REACTIONS, 1, 7));
  }

  @Test
  void days_comeInOrder() throws IOException {
    run(SampleExport.whole().asZip(zip));

    assertThat(received.messages())
        .extracting(event -> event.get("ts").getAsString().substring(0, 6))
        .isSorted();
  }

  @Test
  void messageEvent_hasSlacksShape() throws IOException {
    run(SampleExport.whole().asZip(zip));

    assertThat(received.message("1772445700.000200"))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"type":"message","channel":"C0COMMUNITY","channel_type":"channel","user":"U0GUEST",
                 "text":"Tell your friends: this saved us <https://acme.example|days>",
                 "ts":"1772445700.000200","thread_ts":"1772445700.000200",
                 "edited":{"user":"U0GUEST","ts":"1772445800.000000"},"team":"T0ACME"}
                """));
    assertThat(received.message("1772446000.000400").get("bot_id").getAsString())
        .isEqualTo("B0LISTEN");
    assertThat(received.message("1772359200.000100").get("text").getAsString())
        .isEqualTo("Très bien 🎉");
    assertThat(received.message("1772532000.000900").has("files")).isTrue();
  }

  @Test
  void listedReactions_followTheirMessageAtItsTime() throws IOException {
    run(SampleExport.whole().asZip(zip));

    assertThat(received.events)
        .contains(
            JsonParser.parseString(
                    """
                    {"type":"reaction_added","user":"U0FAR","reaction":"heart",
                     "item":{"type":"message","channel":"C0COMMUNITY","ts":"1772445700.000200"},
                     "item_user":"U0GUEST","event_ts":"1772445700.000200"}
                    """)
                .getAsJsonObject());
  }

  @Test
  void directMessages_areNeverRead() throws IOException {
    run(SampleExport.whole().asZip(zip));

    assertThat(received.events.toString()).doesNotContain("private");
  }

  @Test
  void secondRun_readsNothingTwice() throws IOException {
    run(SampleExport.whole().asZip(zip));
    received.events.clear();

    Result again = run(zip);

    assertThat(received.events).isEmpty();
    assertThat(again).isEqualTo(new Result(0, 5, List.of(), 0, 0, 0, 0));
  }

  @Test
  void stoppedImport_goesOnWithTheSameEventsAndPeople() throws IOException {
    SampleExport.whole()
        .with(
            "general/2026-03-05.json",
            "[{\"type\":\"message\",\"user\":\"U0NEW\",\"ts\":\"1772704800.000100\"}]")
        .asZip(zip);
    run(zip, new Remembered());
    Set<JsonObject> whole = new HashSet<>(received.events);
    received.events.clear();
    received.failAt = 9;

    assertThatThrownBy(() -> run(zip)).hasMessage("the store is gone");
    received.failAt = -1;
    Result rest = run(zip);

    assertThat(rest.filesBefore()).isPositive();
    assertThat(new HashSet<>(received.events)).isEqualTo(whole);
  }

  @Test
  void truncatedFile_isNamedAndWhatItHeldBeforeCounts() throws IOException {
    SampleExport.whole()
        .with(
            "general/2026-03-05.json",
            "[{\"type\":\"message\",\"user\":\"U0REP\",\"ts\":\"1772704800.000100\"},"
                + "{\"type\":\"mes")
        .asZip(zip);

    Result result = run(zip);

    assertThat(result.skipped())
        .extracting(Skipped::file)
        .containsExactly("general/2026-03-05.json");
    assertThat(result.messages()).isEqualTo(SampleExport.MESSAGES + 1);
    assertThat(received.message("1772704800.000100")).isNotNull();
    assertThat(run(zip).skipped()).as("tried again, not marked as done").hasSize(1);
  }

  @Test
  void everyKindOfBrokenFile_isNamedWithItsReason() throws IOException {
    SampleExport.whole()
        .with("general/2026-04-01.json", "")
        .with("general/2026-04-02.json", "{\"ok\":true}")
        .with("general/2026-04-03.json", "[1,null,\"x\"]")
        .with("general/2026-04-04.json", "[{\"type\":\"message\",\"ts\":\"soon\"}]")
        .with("general/2026-04-05.json", "[]]")
        .with("general/2026-04-06.json", "[".repeat(5_000))
        .with("general/2026-04-07.json", "\u0000\u0001\u0002")
        .with("renamed-away/2026-04-01.json", "[]")
        .asZip(zip);

    Result result = run(zip);

    assertThat(result.skipped())
        .extracting(Skipped::file)
        .containsExactlyInAnyOrder(
            "general/2026-04-01.json",
            "general/2026-04-02.json",
            "general/2026-04-03.json",
            "general/2026-04-04.json",
            "general/2026-04-05.json",
            "general/2026-04-06.json",
            "general/2026-04-07.json",
            "renamed-away/");
    assertThat(result.skipped())
        .allSatisfy(
            one -> assertThat(one.reason()).hasSizeGreaterThan(9).doesNotContain("JsonReader"));
    assertThat(result.messages()).isEqualTo(SampleExport.MESSAGES);
  }

  @Test
  void brokenGroups_loseOnlyThePrivateChannels() throws IOException {
    SampleExport.whole().with("groups.json", "[{\"id\":").asZip(zip);

    Result result = run(zip);

    assertThat(result.skipped()).extracting(Skipped::file).containsExactly("groups.json");
    assertThat(result.messages()).isEqualTo(SampleExport.MESSAGES);
  }

  @Test
  void endlessEntry_isCutOffBeforeItFillsTheMemory() throws IOException {
    SampleExport.whole()
        .with(
            "general/2026-03-05.json",
            "[{\"type\":\"message\",\"text\":\"" + "x".repeat(9_000_000) + "\"}]")
        .asZip(zip);

    assertThat(run(zip).skipped())
        .containsExactly(
            new Skipped("general/2026-03-05.json", "one entry is longer than 8000000 characters"));
  }

  @Test
  void zipsOfOtherTools_areReadTheSame() throws IOException {
    Result plain = run(SampleExport.whole().asZip(zip), new Remembered());
    List<Path> others =
        List.of(
            SampleExport.whole().asZip(temp.resolve("top.zip"), "Acme export/", UTF_8, '/'),
            SampleExport.whole().asZip(temp.resolve("windows.zip"), "", UTF_8, '\\'),
            SampleExport.whole()
                .asZip(temp.resolve("dos.zip"), "", Charset.forName("IBM437"), '/'));

    for (Path other : others) {
      assertThat(run(other, new Remembered())).as(other.toString()).isEqualTo(plain);
    }
  }

  @Test
  void absurdEntries_areIgnored() throws IOException {
    SampleExport.whole()
        .with("../../general/2026-03-09.json", "[{}]")
        .with("general/../../2026-03-09.json", "[{}]")
        .with("__MACOSX/2026-03-09.json", "[{}]")
        .with("FC:F123:canvas/2026-03-09.json", "[{}]")
        .asZip(zip);

    assertThat(run(zip).skipped()).isEmpty();
  }

  @Test
  void fiftyThousandMessages_areNotHeldInMemory() throws IOException {
    StringBuilder day = new StringBuilder("[");
    String filler = "and so on ".repeat(40);
    for (int i = 0; i < 50_000; i++) {
      day.append(i == 0 ? "" : ",")
          .append("{\"type\":\"message\",\"user\":\"U0GUEST\",\"text\":\"%s\",".formatted(filler))
          .append("\"ts\":\"1772704800.%06d\"}".formatted(i));
    }
    SampleExport.whole().with("general/2026-03-05.json", day.append("]").toString()).asZip(zip);
    day.setLength(0);
    day.trimToSize();
    received.keep = false;
    received.sampleEvery = 10_000;

    Result result = run(zip);

    assertThat(result.messages()).isEqualTo(SampleExport.MESSAGES + 50_000);
    assertThat(received.mostGrown).isLessThan(8_000_000);
  }

  private Result run(Path export) throws IOException {
    return run(export, progress);
  }

  private Result run(Path path, ImportProgress remembered) throws IOException {
    try (SlackExport export = SlackExport.open(path)) {
      ExportDirectory directory = new ExportDirectory(export, null, "https://slack.com/");
      return new SlackImport(export, directory, received, remembered).run(new Deaf());
    }
  }

  /** Keeps what an import gives, and can fail like a store that went away. */
  private static final class Received implements ExportSink {
    final List<JsonObject> events = new ArrayList<>();
    boolean keep = true;
    int failAt = -1;
    int sampleEvery = Integer.MAX_VALUE;
    long leastAlive = Long.MAX_VALUE;
    long mostGrown;
    private int count;

    @Override
    public void event(JsonObject slackEvent) {
      if (events.size() == failAt) {
        throw new IllegalStateException("the store is gone");
      }
      if (keep) {
        events.add(slackEvent);
      }
      if (++count % sampleEvery == 0) {
        sample();
      }
    }

    /** What earlier tests left may go meanwhile; only what comes is held. */
    private void sample() {
      System.gc();
      long alive = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
      leastAlive = Math.min(leastAlive, alive);
      mostGrown = Math.max(mostGrown, alive - leastAlive);
    }

    List<JsonObject> messages() {
      return events.stream()
          .filter(event -> event.get("type").getAsString().equals("message"))
          .toList();
    }

    JsonObject message(String ts) {
      return messages().stream()
          .filter(event -> event.get("ts").getAsString().equals(ts))
          .findFirst()
          .orElseThrow();
    }
  }

  private static final class Remembered implements ImportProgress {
    private final Set<String> done = new HashSet<>();

    @Override
    public boolean done(String file) {
      return done.contains(file);
    }

    @Override
    public void markDone(String file) {
      done.add(file);
    }
  }

  private static final class Deaf implements SlackImport.Listener {
    @Override
    public void started(int files) {}

    @Override
    public void fileDone() {}

    @Override
    public void skipped(Skipped what) {}
  }
}
