package dev.vouch.store.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.store.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.Jedis;

/** How the scripts come from their files. */
class ScriptTest {
  private static final Path FILES = Path.of("src/main/resources/lua");
  private static final Pattern FUNCTION =
      Pattern.compile("local function (\\w+)\\(.*?\nend\n", Pattern.DOTALL);

  @Test
  void includedFile_standsInPlaceOfItsLine() throws IOException {
    String shared = Files.readString(FILES.resolve("pieces.lua"));
    for (Script script :
        List.of(Script.MENTION_READ, Script.MENTION_WRITE, Script.MENTION_WITHDRAW)) {
      assertThat(script.toString()).contains(shared).doesNotContain("include:");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyScript_isUnderstoodByTheServer(Script script) {
    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      assertThat(jedis.scriptLoad(script.toString())).hasSize(40);
    }
  }

  @Test
  void noFunction_standsInTwoFiles() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      List<String> functions =
          files
              .flatMap(file -> FUNCTION.matcher(text(file)).results())
              .map(MatchResult::group)
              .toList();
      assertThat(functions).hasSizeGreaterThan(5).doesNotHaveDuplicates();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
