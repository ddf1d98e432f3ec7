package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ViewsCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine vouch =
      Main.commandLine(Map.of()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

  @Test
  void views_printOneJsonObjectALineWithKeysInOrder() {
    assertThat(vouch.execute("views")).isZero();
    assertThat(out.toString().lines())
        .hasSizeGreaterThan(30)
        .allSatisfy(
            line ->
                assertThat(JsonParser.parseString(line).getAsJsonObject().keySet())
                    .containsExactly("name", "audience", "surface", "text", "blocks"));
  }

  @Test
  void html_writesAPage(@TempDir Path dir) throws IOException {
    assertThat(vouch.execute("views", "--html", dir.resolve("new").toString())).isZero();
    assertThat(Files.readString(dir.resolve("new/index.html")))
        .startsWith("<!doctype html>")
        .contains("Every view of Vouch", "id=\"digest\"");
  }

  @Test
  void unwritableFolder_isNamed(@TempDir Path dir) throws IOException {
    Path file = Files.createFile(dir.resolve("file"));
    assertThat(vouch.execute("views", "--html", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("Cannot write", "Name a folder");
  }
}
