package dev.vouch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README says is so. */
class ReadmeTest {
  private static final Path ROOT = Path.of("");

  private static String read(String path) throws IOException {
    return Files.readString(ROOT.resolve(path), StandardCharsets.UTF_8);
  }

  private static List<String> found(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return Stream.iterate(matcher, Matcher::find, each -> each).map(each -> each.group(1)).toList();
  }

  @Test
  void testCommand_isWhatCiRuns() throws IOException {
    assertThat(read(".ci/run")).contains("mvn -B -ntp verify");
    assertThat(read("README.md")).contains("mvn -B verify");
  }

  @Test
  void everyFileItPointsTo_isThere() throws IOException {
    List<String> files = found(read("README.md"), "\\]\\((?!http)([^)]+)\\)");
    assertThat(files)
        .hasSizeGreaterThan(5)
        .allSatisfy(file -> assertThat(ROOT.resolve(file)).exists());
  }

  @Test
  void textFiles_areUtf8WithoutATab() throws IOException {
    for (String file :
        new String[] {"README.md", "CHANGELOG.md", "manifest.yml", "src/docs/RATIONALE.md"}) {
      assertThat(read(file)).doesNotContain("\t").doesNotContain("\uFFFD").endsWith("\n");
    }
  }
}
