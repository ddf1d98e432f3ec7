package dev.vouch.finetune;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PublishedEncoderTest {
  @Test
  void itsOwnWeights_areQuantisedAsItsArtifactIs() throws IOException {
    OnnxFile published = PublishedEncoder.quantised();
    OnnxFile ours = PublishedEncoder.quantised();
    Quantised.write(PublishedEncoder.weights(), ours);
    int differing = 0;
    for (int i = 0; i < ours.bytes().length; i++) {
      differing += Math.abs(ours.bytes()[i] - published.bytes()[i]) > 1 ? 1 : 0;
    }
    assertThat(ours.bytes()).hasSameSizeAs(published.bytes());
    assertThat(differing).isLessThan(ours.bytes().length / 1000);
  }

  @Test
  void vocabulary_hasAllPiecesOfBert() throws IOException {
    assertThat(PublishedEncoder.vocabulary().lines())
        .hasSize(30_522)
        .startsWith("[PAD]")
        .endsWith("##～");
  }
}
