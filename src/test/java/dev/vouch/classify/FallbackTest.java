package dev.vouch.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the encoder cannot be loaded, or may not be waited for, words alone are read. */
class FallbackTest {
  private static final Path SHIPPED = Path.of("models");

  @TempDir Path dir;

  private Classifier withEncoder(byte[] encoder) throws Exception {
    for (Path file : Files.list(SHIPPED).filter(Files::isRegularFile).toList()) {
      if (!file.endsWith("encoder.onnx")) {
        Files.copy(file, dir.resolve(file.getFileName()));
      }
    }
    Files.write(dir.resolve("encoder.onnx"), encoder);
    return Classifier.load(dir);
  }

  @Test
  void brokenEncoder_leavesTheWords() throws Exception {
    Classifier classifier = withEncoder("no model".getBytes());
    assertThat(classifier.readsMeaning()).isFalse();
    assertThat(classifier.model()).startsWith("opennlp-words");
    Judgement judged = classifier.judge("I highly recommend this to every clinic out there");
    assertThat(judged.intent()).isEqualTo(Intent.ADVOCACY);
    assertThat(judged.model()).startsWith("opennlp-words");
    assertThat(judged.evidence()).isNotEmpty();
  }

  @Test
  void hurriedJudgement_saysWhatReadIt() throws Exception {
    Classifier classifier = withEncoder(Files.readAllBytes(SHIPPED.resolve("encoder.onnx")));
    String text = "I highly recommend this to every clinic out there";
    assertThat(classifier.readsMeaning()).isTrue();
    assertThat(classifier.judge(text, Effort.WORDS).model()).startsWith("opennlp-words");
    assertThat(classifier.judge(text).model()).startsWith("vouch-e5");
  }

  @Test
  void repeatedText_isJudgedAlike() throws Exception {
    Classifier classifier = withEncoder(Files.readAllBytes(SHIPPED.resolve("encoder.onnx")));
    List<String> texts = List.of("thanks, that was quick!", "thanks, that was quick!");
    assertThat(classifier.judgeAll(texts).get(0)).isEqualTo(classifier.judgeAll(texts).get(1));
  }
}
