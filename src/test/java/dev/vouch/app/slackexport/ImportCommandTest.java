package dev.vouch.app.slackexport;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.vouch.pipeline.Directory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {
  @TempDir Path temp;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Opened opened = new Opened();

  @Test
  void wholeExport_endsWithASummaryAndZero() throws IOException {
    Path zip = SampleExport.whole().asZip(temp.resolve("export.zip"));

    assertThat(execute("slack", zip.toString())).isZero();
    assertThat(out)
        .hasToString(
            """
            Read 5 files: 10 messages and 5 reactions of 7 people.
            1 message left out, because the export does not tell who wrote them.
            Nothing was skipped.
            """);
    assertThat(err.toString()).contains("Reading", "5/5");
    assertThat(opened.events).hasSize(15);
    assertThat(opened.team).isEqualTo("T0ACME");
    assertThat(opened.closed).isTrue();
  }

  @Test
  void brokenFile_isNamedOnStderrAndTheCodeIsOne() throws IOException {
    Path zip =
        SampleExport.whole()
            .with("general/2026-03-05.json", "[{")
            .asZip(temp.resolve("export.zip"));

    assertThat(execute("slack", zip.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("skipped general/2026-03-05.json: it ends too early");
    assertThat(out.toString()).contains("Skipped, wholly or in part: 1 file");
  }

  @Test
  void secondRun_saysThatAllWasReadBefore() throws IOException {
    Path zip = SampleExport.whole().asZip(temp.resolve("export.zip"));
    execute("slack", zip.toString());
    out.getBuffer().setLength(0);

    assertThat(execute("slack", zip.toString())).isZero();
    assertThat(out.toString()).contains("5 files had been read before.");
  }

  @Test
  void unusableInput_isExplainedInOneSentence() throws IOException {
    Path text = Files.writeString(temp.resolve("notes.txt"), "no zip");
    Path empty = Files.createDirectory(temp.resolve("empty"));
    Path noPeople = SampleExport.whole().without("users.json").asZip(temp.resolve("nobody.zip"));
    Path torn =
        SampleExport.whole().with("users.json", "[{\"id\":").asZip(temp.resolve("torn.zip"));

    assertRefused(temp.resolve("nowhere.zip"), "there is no file or folder");
    assertRefused(text, "is neither a folder nor a zip that can be read");
    assertRefused(empty, "has no channels.json, so it is not a Slack workspace export");
    assertRefused(noPeople, "has no users.json");
    assertRefused(torn, "users.json cannot be read (it ends too early");
    assertThat(opened.events).isEmpty();
  }

  private void assertRefused(Path path, String why) {
    err.getBuffer().setLength(0);
    assertThat(execute("slack", path.toString())).isEqualTo(2);
    assertThat(err.toString()).startsWith("import slack: ").contains(why).hasLineCount(1);
  }

  @Test
  void teamAndUrl_reachTheDirectory() throws IOException {
    Path zip = SampleExport.whole().asZip(temp.resolve("export.zip"));

    execute("slack", zip.toString(), "--team", "T0NORTH", "--url", "https://acme.slack.com");

    assertThat(opened.team).isEqualTo("T0NORTH");
    assertThat(opened.home.url()).isEqualTo("https://acme.slack.com/");
  }

  @Test
  void urlThatIsNone_isRefused() throws IOException {
    Path zip = SampleExport.whole().asZip(temp.resolve("export.zip"));

    assertThat(execute("slack", zip.toString(), "--url", "acme")).isEqualTo(2);
    assertThat(err.toString()).contains("--url must start with https://");
  }

  @Test
  void commandWithoutAWord_showsWhatThereIs() {
    assertThat(execute()).isEqualTo(2);
    assertThat(err.toString()).contains("slack");
  }

  private int execute(String... args) {
    return new CommandLine(new ImportCommand(opened))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private static final class Opened
      implements ImportCommand.Wiring, ImportCommand.Target, ImportProgress {
    final List<JsonObject> events = new ArrayList<>();
    final Set<String> done = new HashSet<>();
    String team = "";
    Directory.Home home = new Directory.Home("", "", "", "");
    boolean closed;

    @Override
    public ImportCommand.Target open(String intoTeam, Directory directory) {
      team = intoTeam;
      home = directory.home();
      return this;
    }

    @Override
    public ExportSink sink() {
      return events::add;
    }

    @Override
    public ImportProgress progress() {
      return this;
    }

    @Override
    public void close() {
      closed = true;
    }

    @Override
    public boolean done(String file) {
      return done.contains(file);
    }

    @Override
    public void markDone(String file) {
      done.add(file);
    }
  }
}
