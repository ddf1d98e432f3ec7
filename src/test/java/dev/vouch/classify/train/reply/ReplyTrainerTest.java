package dev.vouch.classify.train.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouch.classify.reply.Meaning;
import dev.vouch.classify.reply.ReplyModel;
import dev.vouch.classify.reply.ReplyReader;
import dev.vouch.classify.train.reply.ReplyScores.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped reply model is what training makes, and reads as well as its card says. */
class ReplyTrainerTest {
  private static final Path CORPUS = Path.of("models/replies");
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  @TempDir Path dir;

  private static List<LabelledReply> rows(String file) throws IOException {
    return LabelledReply.read(CORPUS.resolve(file));
  }

  @Test
  void shippedModel_isWhatTrainingMakes() throws Exception {
    ReplyModel made = ReplyCorpus.read(CORPUS).model(CORPUS);
    assertThat(made.settings()).isEqualTo(ReplyModel.shipped().settings());
    made.write(dir);
    ReplyReader read = new ReplyReader(ReplyModel.load(dir));
    ReplyReader shipped = new ReplyReader(ReplyModel.shipped());
    for (LabelledReply row : rows(ReplyCorpus.HELD_OUT)) {
      assertThat(read.read(row.text(), TODAY).sure())
          .as(row.id())
          .isEqualTo(shipped.read(row.text(), TODAY).sure());
    }
  }

  @Test
  void heldOutRows_areReadAsWellAsTheyMustBe() throws Exception {
    ReplyScores scores = ReplyScores.of(rows(ReplyCorpus.HELD_OUT), ReplyModel.shipped());
    var byMeaning = scores.byMeaning();
    assertThat(byMeaning.get(Meaning.YES).precision().value()).isGreaterThanOrEqualTo(0.97);
    assertThat(byMeaning.get(Meaning.NO).precision().value()).isGreaterThanOrEqualTo(0.97);
    assertThat(scores.silenced().value()).isGreaterThanOrEqualTo(0.995);
    assertThat(scores.coverage().value()).isGreaterThanOrEqualTo(0.75);
    assertThat(CORPUS.resolve("README.md"))
        .content()
        .isEqualTo(new ReplyCard(CORPUS).text(ReplyModel.shipped()))
        .doesNotContain("{{");
  }

  @Test
  void noRow_isInTwoFiles_andEveryMeaningIsThere() throws Exception {
    Set<String> seen = new HashSet<>();
    for (String file : ReplyCorpus.FILES) {
      for (LabelledReply row : rows(file)) {
        assertThat(seen.add(row.text().toLowerCase(Locale.ROOT).strip()))
            .as(file + " " + row.id() + " " + row.text())
            .isTrue();
      }
      assertThat(rows(file).stream().map(LabelledReply::meaning).collect(Collectors.toSet()))
          .containsExactlyInAnyOrder(Meaning.values());
    }
    assertThat(rows(ReplyCorpus.TRAIN)).hasSizeGreaterThan(900);
    assertThat(rows(ReplyCorpus.HELD_OUT)).hasSizeGreaterThan(350);
  }

  @Test
  void share_hasTheIntervalOfWilson() {
    assertThat(new Share(8, 10).interval()[0]).isBetween(0.4901, 0.4903);
    assertThat(new Share(8, 10).interval()[1]).isBetween(0.9432, 0.9434);
    assertThat(new Share(0, 0).interval()).containsExactly(0, 1);
  }

  @Test
  void brokenRows_areNamed() throws Exception {
    Path file = dir.resolve("x.tsv");
    Files.writeString(file, "id\tlabel\tlanguage\ttext\nx1\tperhaps\ten\tmaybe\n");
    assertThatThrownBy(() -> LabelledReply.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("row 2")
        .hasMessageContaining("perhaps");
    Files.writeString(file, "id\ttext\n");
    assertThatThrownBy(() -> LabelledReply.read(file)).hasMessageContaining("first line");
  }
}
