package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Main.commandLine(Map.of())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  static Stream<String> commands() {
    return Main.commandLine(Map.of()).getSubcommands().keySet().stream();
  }

  @Test
  void everyPromisedCommand_isThere() {
    assertThat(commands())
        .contains(
            "sandbox",
            "serve",
            "classify",
            "train",
            "evaluate",
            "digest",
            "export",
            "import",
            "doctor",
            "views");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommand_hasHelpAndVersion(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).contains("vouch " + command);
    assertThat(run(command, "--version")).isZero();
    assertThat(out.toString()).contains("vouch ");
  }

  @Test
  void subCommandOfImport_hasHelpToo() {
    assertThat(run("import", "slack", "--help")).isZero();
    assertThat(out.toString()).contains("EXPORT");
  }

  @Test
  void unknownCommand_isAnErrorWithAHint() {
    assertThat(run("digets")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("digest");
  }

  @Test
  void noCommand_showsTheHelp() {
    assertThat(run()).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("sandbox").doesNotContain("Exception");
  }
}
