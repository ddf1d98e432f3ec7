package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The commands classify, evaluate and train, as a person calls them. */
class ClassifyCommandTest {
  private static final String MESSAGES = "src/test/resources/dev/vouch/classify/messages.tsv";

  @TempDir Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine line = Main.commandLine(Map.of());
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return line.execute(args);
  }

  @ParameterizedTest
  @ValueSource(strings = {"classify", "evaluate", "train"})
  void help_isThere(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).contains("Usage: vouch " + command);
  }

  @Test
  void everyLine_isAnswered() throws Exception {
    Path file = dir.resolve("lines.txt");
    Files.writeString(file, "R&amp;D loves it\r\n\na\\nb\ttab é 😀\nlast");
    assertThat(run("classify", file.toString())).isZero();
    List<String> texts = out.toString().lines().map(line -> parsed(line, "text")).toList();
    assertThat(texts).containsExactly("R&amp;D loves it", "", "a\\nb\ttab é 😀", "last");
  }

  private static String parsed(String line, String key) {
    return JsonParser.parseString(line).getAsJsonObject().get(key).getAsString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"classify", "evaluate --data"})
  void missingFile_isAClearError(String command) {
    Path missing = dir.resolve("nothing.txt");
    String[] args = (command + " " + missing).split(" ");
    assertThat(run(args)).isEqualTo(2);
    assertThat(err.toString()).contains("nothing.txt").contains("check the name");
    assertThat(err.toString()).doesNotContain("\tat ");
  }

  @Test
  void directory_isAClearError() {
    assertThat(run("classify", dir.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("is a directory");
  }

  @Test
  void missingModels_areAClearError() throws Exception {
    Path file = Files.writeString(dir.resolve("a.txt"), "hi\n");
    assertThat(run("classify", "--models", dir.toString(), file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains(".bin").contains("vouch train");
  }

  @Test
  void evaluation_isPrintedAsTableAndJson() {
    assertThat(run("evaluate", "--data", MESSAGES)).isZero();
    assertThat(out.toString()).contains("intentMacroF1", "reward_seeking", "notHard");
    out.getBuffer().setLength(0);
    assertThat(run("evaluate", "--data", MESSAGES, "--json")).isZero();
    var all = JsonParser.parseString(out.toString()).getAsJsonObject().getAsJsonObject("all");
    assertThat(all.get("rows").getAsInt()).isEqualTo(71);
    assertThat(all.getAsJsonObject("intents").keySet()).hasSize(9);
  }

  @Test
  void badRow_isAClearError() throws Exception {
    Path file = Files.writeString(dir.resolve("bad.tsv"), "text\tintent\tsentiment\nhi\tx\ty\n");
    assertThat(run("evaluate", "--data", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("bad.tsv, row 2").contains("advocacy");
  }

  @Test
  void evaluationByWords_isAnotherReading() {
    assertThat(run("evaluate", "--words", "--data", MESSAGES, "--json")).isZero();
    var all = JsonParser.parseString(out.toString()).getAsJsonObject().getAsJsonObject("all");
    assertThat(all.getAsJsonObject("intervals").has("intentMacroF1")).isTrue();
    assertThat(all.getAsJsonArray("intentReliability")).hasSize(10);
  }

  @Test
  void benchmarkWithoutItsFiles_isAClearError() {
    assertThat(run("evaluate", "--benchmark", "tweeteval", "--data", dir.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("val.tsv").contains("--data");
  }

  @Test
  void training_writesModelsThatClassify() throws Exception {
    Path encoder = Path.of("models/encoder.onnx");
    assumeTrue(Files.exists(encoder), "the encoder is not in the repository");
    Path models = Files.createDirectories(dir.resolve("models"));
    Files.copy(encoder, models.resolve("encoder.onnx"));
    Files.copy(Path.of("models/vocab.txt"), models.resolve("vocab.txt"));
    String[] train = {"train", "--corpus", smallCorpus().toString(), "--models", models.toString()};
    assertThat(run(train)).isZero();
    assertThat(out.toString()).contains("held-out {rows=");
    assertThat(run("evaluate", "--models", models.toString(), "--data", MESSAGES)).isZero();
    Files.delete(models.resolve("README.md"));
    assertThat(
            run(Stream.concat(Stream.of(train), Stream.of("--card-only")).toArray(String[]::new)))
        .isZero();
    assertThat(models.resolve("README.md")).content().contains("## Known failures", "| held-out |");
  }

  /** Every tenth row of the corpus and more of those with drivers, which are rare. */
  private Path smallCorpus() throws IOException {
    List<String> rows = Files.readAllLines(Path.of("models/corpus/written.tsv"));
    List<String> some = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      boolean shows = !rows.get(i).split("\t", -1)[5].isEmpty();
      if (i == 0 || i % 10 == 0 || shows && i % 3 == 0) {
        some.add(rows.get(i));
      }
    }
    Path corpus = Files.createDirectories(dir.resolve("corpus"));
    Files.write(corpus.resolve("some.tsv"), some);
    return corpus;
  }

  @Test
  void missingCorpus_isAClearError() {
    assertThat(run("train", "--corpus", dir.resolve("no").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--corpus");
  }

  @Test
  void endlessLine_isRefused() {
    LineReader lines = new LineReader(new StringReader("a".repeat(LineReader.LONGEST + 1)));
    org.assertj.core.api.Assertions.assertThatThrownBy(lines::next)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 1 is longer");
  }

  @Test
  void machineWithoutLocale_readsAndWritesUtf8() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "dev.vouch.app.Main",
            "classify");
    builder.environment().put("LANG", "C");
    builder.environment().put("LC_ALL", "C");
    builder.redirectError(dir.resolve("err.txt").toFile());
    Process process = builder.start();
    try (var in = process.getOutputStream()) {
      in.write("Größe 😀 naïve\n".getBytes(StandardCharsets.UTF_8));
    }
    String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(parsed(line, "text")).isEqualTo("Größe 😀 naïve");
  }
}
