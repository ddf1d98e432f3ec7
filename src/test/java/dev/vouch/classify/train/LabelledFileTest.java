package dev.vouch.classify.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading labelled texts, and the words said when a row is wrong. */
class LabelledFileTest {
  @TempDir Path dir;

  private Path file(String content) throws IOException {
    return Files.writeString(dir.resolve("rows.tsv"), content);
  }

  @Test
  void columns_areFoundByName() throws Exception {
    List<LabelledText> texts =
        LabelledFile.read(
            file(
                "intent\tx\ttext\tsentiment\tdrivers\thard\n"
                    + "praise\t\ttwo\\nlines \"as is\"\tpositive\tcoolness,community\t1\n"));
    LabelledText text = texts.get(0);
    assertThat(text.text()).isEqualTo("two\nlines \"as is\"");
    assertThat(text.intent()).isEqualTo(Intent.PRAISE);
    assertThat(text.drivers()).containsExactlyInAnyOrder(Driver.COOLNESS, Driver.COMMUNITY);
    assertThat(text.hard()).isTrue();
    assertThat(text.incentivised()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hi@praise@positive@0|row 3: no intent is called \"fun\"|fun@neutral@0",
        "hi@praise@positive@0|row 3: no sentiment is called \"meh\"|praise@meh@0",
        "hi@praise@positive@0|row 3: specific must be 0 or 1, was \"yes\"|praise@neutral@yes",
        "hi@praise@positive@0|row 3: 3 columns, but 4 names|praise@neutral",
      })
  void badRow_isNamed(String good, String message, String bad) throws Exception {
    Path file =
        file(("text@intent@sentiment@specific\n" + good + "\nhi@" + bad + "\n").replace('@', '\t'));
    assertThatThrownBy(() -> LabelledFile.read(file))
        .isInstanceOf(LabelledFile.BadRow.class)
        .hasMessageContaining("rows.tsv")
        .hasMessageContaining(message);
  }

  @Test
  void missingColumn_isNamed() throws Exception {
    Path file = file("text\tintent\nhi\tpraise\n");
    assertThatThrownBy(() -> LabelledFile.read(file)).hasMessageContaining("\"sentiment\"");
  }

  @Test
  void otherEncoding_isNamed() throws Exception {
    Path file = dir.resolve("latin.tsv");
    Files.write(file, "text\tintent\tsentiment\ncafé\t\t".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> LabelledFile.read(file)).hasMessageContaining("not UTF-8");
  }

  @Test
  void emptyFile_isNamed() throws Exception {
    Path file = file("");
    assertThatThrownBy(() -> LabelledFile.read(file)).hasMessageContaining("empty");
  }
}
