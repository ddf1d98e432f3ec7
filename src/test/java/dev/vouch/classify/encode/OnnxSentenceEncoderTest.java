package dev.vouch.classify.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The encoder that is shipped, on ONNX Runtime. */
class OnnxSentenceEncoderTest {
  private static final Path MODEL = Path.of("models/encoder.onnx");
  private static final Path VOCABULARY = Path.of("models/vocab.txt");
  private static final int PIECES_READ = 32;

  private static SentenceEncoder encoder;

  private static WordPiece pieces() throws Exception {
    try (InputStream in = Files.newInputStream(VOCABULARY)) {
      return WordPiece.read(in);
    }
  }

  @BeforeAll
  static void load() throws Exception {
    assumeTrue(Files.exists(MODEL), "the encoder is not in the repository");
    encoder = new OnnxSentenceEncoder(Files.readAllBytes(MODEL), pieces(), PIECES_READ);
  }

  @AfterAll
  static void close() {
    if (encoder != null) {
      encoder.close();
    }
  }

  @Test
  void sameText_hasTheSameVector_alsoOnManyThreads() {
    float[] alone = encoder.encode("we highly recommend it").vector();
    assertThat(alone).hasSize(384);
    List<float[]> together =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> encoder.encode("we highly recommend it").vector())
            .toList();
    assertThat(together).allSatisfy(vector -> assertThat(vector).containsExactly(alone));
  }

  @Test
  void textsThatDoTheSame_lieCloser() {
    float[] asked = encoder.encode("how do I add a second entity?").vector();
    float[] askedToo = encoder.encode("where can I create another company?").vector();
    float[] angry = encoder.encode("export has been broken since Tuesday, useless").vector();
    assertThat(cosine(asked, askedToo)).isGreaterThan(cosine(asked, angry));
  }

  @Test
  void vector_isTheMeanOfTheRows() {
    Encoded encoded = encoder.encode("great team :tada:");
    float sum = 0;
    for (int piece = 0; piece < encoded.pieces(); piece++) {
      sum += encoded.layer()[piece * 384];
    }
    assertThat(encoded.vector()[0]).isCloseTo(sum / encoded.pieces(), within());
  }

  private static Offset<Float> within() {
    return Offset.offset(1e-4f);
  }

  @Test
  void places_leadBackToTheText() {
    String text = "love it :tada: https://x.example/a?b=c 😀 really";
    Encoded encoded = encoder.encode(text);
    StringBuilder read = new StringBuilder();
    for (int piece = 0; piece < encoded.pieces(); piece++) {
      if (encoded.starts()[piece] >= 0) {
        read.append(text, encoded.starts()[piece], encoded.ends()[piece]).append('|');
      }
    }
    assertThat(read.toString()).startsWith("love|it|").endsWith("really|");
  }

  @Test
  void longAndEmptyTexts_areRead() {
    assertThat(encoder.encode("").vector()).hasSize(384);
    assertThat(encoder.encode("so good ".repeat(2_000)).pieces()).isEqualTo(PIECES_READ);
  }

  @Test
  void damagedModel_isAClearError() throws Exception {
    WordPiece pieces = pieces();
    assertThatThrownBy(() -> new OnnxSentenceEncoder(new byte[] {1, 2, 3}, pieces, PIECES_READ))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot be loaded");
  }

  private static double cosine(float[] one, float[] other) {
    double product = 0;
    double ones = 0;
    double others = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * other[i];
      ones += one[i] * one[i];
      others += other[i] * other[i];
    }
    return product / Math.sqrt(ones * others);
  }
}
