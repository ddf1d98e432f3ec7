package dev.vouch.finetune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OnnxFileTest {
  private static OnnxFile file() throws IOException {
    return new OnnxBytes()
        .node("MatMul", "/encoder/layer.0/x/MatMul", "in", "w")
        .floats("w", new long[] {2, 2}, 1, -2, 3.5f, 0)
        .floats("b", new long[] {2}, 7, 8)
        .file();
  }

  @Test
  void tensorsAndNodes_areRead() throws IOException {
    OnnxFile file = file();
    assertThat(file.names()).containsExactlyInAnyOrder("w", "b");
    assertThat(file.tensor("w").dims()).containsExactly(2, 2);
    assertThat(file.floats("w")).containsExactly(1, -2, 3.5f, 0);
    assertThat(file.nodes().get(0).op()).isEqualTo("MatMul");
    assertThat(file.nodes().get(0).inputs()).containsExactly("in", "w");
  }

  @Test
  void aTensor_isWrittenInPlace_andNothingElse() throws IOException {
    OnnxFile file = file();
    int size = file.bytes().length;
    file.write("w", new float[] {9, 9, 9, 9});
    OnnxFile again = OnnxFile.of(file.bytes());
    assertThat(again.bytes()).hasSize(size);
    assertThat(again.floats("w")).containsExactly(9, 9, 9, 9);
    assertThat(again.floats("b")).containsExactly(7, 8);
  }

  @Test
  void anotherSize_andAnUnknownTensor_areRefused() throws IOException {
    OnnxFile file = file();
    assertThatThrownBy(() -> file.write("b", new float[3])).hasMessageContaining("8 bytes, not 12");
    assertThatThrownBy(() -> file.floats("c")).hasMessageContaining("no tensor c");
  }
}
