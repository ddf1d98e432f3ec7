package dev.vouch.finetune;

/**
 * Writes weights into the quantised file as the shipped one was made: matrices as signed bytes of
 * seven bits, symmetric, with a scale for each column; the rest as it is. Seven bits keep sums of
 * products from running over on processors without VNNI.
 */
final class Quantised {
  private static final int MOST = 64;

  private Quantised() {}

  /**
   * Writes {@code weights} into {@code quantised}.
   *
   * @param quantised has the same tensors, with matrices as {@code _quantized} and {@code _scale}
   */
  static void write(OnnxFile weights, OnnxFile quantised) {
    for (String name : weights.names()) {
      if (quantised.has(name)) {
        copy(weights, quantised, name);
      } else if (name.startsWith("onnx::MatMul") && quantised.has(name + "_quantized")) {
        matrix(weights, quantised, name);
      }
    }
  }

  private static void copy(OnnxFile weights, OnnxFile quantised, String name) {
    if (weights.tensor(name).type() == OnnxFile.FLOAT) {
      quantised.write(name, weights.floats(name));
    }
  }

  private static void matrix(OnnxFile weights, OnnxFile quantised, String name) {
    float[] values = weights.floats(name);
    int columns = (int) weights.tensor(name).dims()[1];
    float[] scales = new float[columns];
    for (int i = 0; i < values.length; i++) {
      scales[i % columns] = Math.max(scales[i % columns], Math.abs(values[i]) / MOST);
    }
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) Math.rint(values[i] / scales[i % columns]);
    }
    quantised.write(name + "_scale", scales);
    quantised.write(name + "_quantized", bytes);
  }
}
