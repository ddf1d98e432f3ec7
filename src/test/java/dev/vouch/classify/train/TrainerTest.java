package dev.vouch.classify.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouch.classify.Classifier;
import dev.vouch.classify.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training: the same corpus gives the same bytes, and what it writes can be read again. */
class TrainerTest {
  private static final Path MESSAGES =
      Path.of("src/test/resources/dev/vouch/classify/messages.tsv");

  @TempDir Path dir;

  /** Every tenth row of the corpus and more of those with drivers, which are rare. */
  private static Corpus small() throws IOException {
    List<LabelledText> all = LabelledFile.read(Path.of("models/corpus/written.tsv"));
    List<LabelledText> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i % 10 == 0 || i % 3 == 0 && !all.get(i).drivers().isEmpty()) {
        some.add(all.get(i));
      }
    }
    return new Corpus(some, "of a test");
  }

  @Test
  void sameCorpus_givesTheSameBytes() throws Exception {
    Map<String, byte[]> first = Trainer.train(small(), step -> {}).models().files();
    Map<String, byte[]> second = Trainer.train(small(), step -> {}).models().files();
    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void writtenModels_judgeAsBefore() throws Exception {
    List<String> steps = new ArrayList<>();
    Trainer.Trained trained =
        Trainer.train(small(), steps::add)
            .measuredOn(Map.of("messages.tsv", LabelledFile.read(MESSAGES)));
    trained.write(dir.resolve("models"));
    Classifier loaded = Classifier.load(dir.resolve("models"));
    assertThat(loaded.judge("we highly recommend it"))
        .isEqualTo(trained.classifier().judge("we highly recommend it"));
    assertThat(loaded.baselines()).containsKey("messages.tsv");
    assertThat(steps).hasSize(Trainer.STEPS);
    assertThat(dir.resolve("models/README.md"))
        .content()
        .contains("## Known failures", "Apache-2.0");
  }

  @Test
  void shippedModels_areOfTheCorpusInTheRepository() throws Exception {
    Settings settings = Settings.fromJson(Files.readString(Path.of("models/model.json")));
    assertThat(Corpus.read(Path.of("models/corpus")).sha256())
        .as("the corpus changed: run train, commit the models")
        .isEqualTo(settings.corpusSha256());
  }

  @Test
  void corpusWithOneAnswerOnly_isRefused() throws Exception {
    Corpus poor = new Corpus(LabelledFile.read(MESSAGES), "of a test");
    assertThatThrownBy(() -> Trainer.train(poor, step -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("add rows of every intent");
  }

  @Test
  void missingModel_isNamed() {
    assertThatThrownBy(() -> Classifier.load(dir)).isInstanceOf(IOException.class);
  }

  @Test
  void damagedSettings_areNamed() {
    assertThatThrownBy(() -> Settings.fromJson("{nonsense"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("model.json");
    assertThatThrownBy(() -> Settings.fromJson("{}")).hasMessageContaining("run train again");
  }

  @Test
  void emptyCorpus_isRefused() throws Exception {
    Path empty = Files.createDirectories(dir.resolve("empty"));
    assertThatThrownBy(() -> Corpus.read(empty)).hasMessageContaining("no labelled texts");
  }
}
