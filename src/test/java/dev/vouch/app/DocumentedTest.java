package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.app.setting.Setting;
import dev.vouch.slack.install.Scopes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every setting, command and scope is documented as it is. */
class DocumentedTest {
  private static String read(String path) throws IOException {
    return Files.readString(Path.of(path), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void setting_standsInTheReadme_asItIs(Setting setting) throws IOException {
    String byDefault = setting.byDefault().isEmpty() ? "" : "`" + setting.byDefault() + "`";
    assertThat(read("README.md"))
        .contains("| `%s` | %s | %s |".formatted(setting, byDefault, setting.sentence()));
  }

  @Test
  void command_standsInTheReadme() throws IOException {
    String readme = read("README.md");
    assertThat(Main.commandLine(Map.of()).getSubcommands().keySet())
        .allSatisfy(command -> assertThat(readme).contains("`" + command));
  }

  @Test
  void manifest_asksForTheScopesThatInstallingAsksFor() throws IOException {
    String whole = read("manifest.yml");
    String manifest = whole.substring(whole.indexOf("    bot:"), whole.indexOf("settings:"));
    assertThat(Scopes.BOT).allSatisfy(scope -> assertThat(manifest).contains("- " + scope));
    assertThat(manifest.lines().filter(line -> line.startsWith("      - ")).count())
        .as("scopes and nothing beside them")
        .isEqualTo(Scopes.BOT.size());
  }
}
