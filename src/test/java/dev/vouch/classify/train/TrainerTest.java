package dev.vouch.classify.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouch.classify.Classifier;
import dev.vouch.classify.Effort;
import dev.vouch.classify.Settings;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training: the same corpus gives the same bytes, and what it writes can be read again. */
class TrainerTest {
  private static final Path MESSAGES =
      Path.of("src/test/resources/dev/vouch/classify/messages.tsv");

  private static final Queue<String> STEPS = new ConcurrentLinkedQueue<>();

  private static Trainer.Trained trained;

  @TempDir Path dir;

  /** Every tenth row of a file and more of those with drivers, which are rare. */
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

  private static Trainer.Trained train(Corpus corpus, Progress progress) throws IOException {
    return new Trainer(new CountingEncoder(), progress).train(corpus);
  }

  @BeforeAll
  static void trainOnce() throws Exception {
    trained = train(small(), STEPS::add);
  }

  @Test
  void sameCorpus_givesTheSameBytes() throws Exception {
    Map<String, byte[]> first = trained.models().files();
    Map<String, byte[]> second = train(small(), step -> {}).models().files();
    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void writtenModels_judgeAsBefore_andWithoutEncoderByWords() throws Exception {
    Measurement measurement =
        Measurement.of(trained.classifier(), Map.of("messages.tsv", LabelledFile.read(MESSAGES)));
    Path models = dir.resolve("models");
    trained.measured(measurement).write(models);
    Files.copy(Path.of("models/vocab.txt"), models.resolve("vocab.txt"));
    Files.writeString(models.resolve("encoder.onnx"), "no encoder");
    Classifier loaded = Classifier.load(models);
    Judgement judged = loaded.judge("we highly recommend it");
    assertThat(judged)
        .isEqualTo(trained.classifier().judge("we highly recommend it", Effort.WORDS));
    assertThat(judged.model()).startsWith("opennlp-words");
    assertThat(loaded.baselines()).containsKey("messages.tsv");
    assertThat(STEPS).hasSize(Trainer.steps(small()));
  }

  @Test
  void heldOutRows_areNotLearntFrom() throws Exception {
    List<LabelledText> all = small().written();
    List<LabelledText> learnt = all.stream().filter(text -> !text.isHeldOut()).toList();
    assertThat(learnt.size()).isBetween(all.size() * 8 / 10, all.size() * 19 / 20);
    List<LabelledText> odd = new ArrayList<>(learnt);
    small().heldOut().get(Corpus.HELD_OUT).forEach(text -> odd.add(reversed(text)));
    assertThat(train(new Corpus(odd, "x"), step -> {}).models().files().get("vector-intent.bin"))
        .isEqualTo(trained.models().files().get("vector-intent.bin"));
  }

  /** The same text, held out likewise, with labels that would be learnt from if they could. */
  private static LabelledText reversed(LabelledText text) {
    return new LabelledText(
        text.text(),
        text.intent() == Intent.PRAISE ? Intent.WARNING : Intent.PRAISE,
        text.sentiment(),
        text.drivers(),
        text.incentivised(),
        text.specific(),
        text.hard(),
        text.group(),
        text.count());
  }

  @Test
  void realTexts_areMeasuredOnTheirOwn() throws Exception {
    List<LabelledText> some = small().written();
    Map<String, List<LabelledText>> heldOut = new Corpus(some, some, "x").heldOut();
    assertThat(heldOut).containsOnlyKeys("held-out", "held-out real");
    assertThat(new Corpus(some, "x").heldOut()).containsOnlyKeys("held-out");
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
    List<LabelledText> neutral =
        small().written().stream().filter(text -> text.drivers().isEmpty()).limit(200).toList();
    assertThatThrownBy(() -> train(new Corpus(neutral, "of a test"), step -> {}))
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
