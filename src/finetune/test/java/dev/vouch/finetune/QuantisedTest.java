package dev.vouch.finetune;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QuantisedTest {
  @Test
  void matrices_becomeSevenBits_withAScaleForEachColumn_andTheRestIsCopied() throws IOException {
    OnnxFile weights =
        new OnnxBytes()
            .floats("onnx::MatMul_1", new long[] {2, 3}, 0.5f, -2, 0, -1, 1, 0)
            .floats("bias", new long[] {2}, 3, 4)
            .file();
    OnnxFile quantised =
        new OnnxBytes()
            .bytes("onnx::MatMul_1_quantized", new long[] {2, 3}, new byte[6])
            .floats("onnx::MatMul_1_scale", new long[] {3}, 1, 1, 1)
            .floats("bias", new long[] {2}, 0, 0)
            .file();
    Quantised.write(weights, quantised);
    OnnxFile.Tensor bytes = quantised.tensor("onnx::MatMul_1_quantized");
    byte[] values = Arrays.copyOfRange(quantised.bytes(), bytes.start(), bytes.end());
    assertThat(values).containsExactly(32, -64, 0, -64, 32, 0);
    assertThat(quantised.floats("onnx::MatMul_1_scale")).containsExactly(1 / 64f, 2 / 64f, 0);
    assertThat(quantised.floats("bias")).containsExactly(3, 4);
  }
}
