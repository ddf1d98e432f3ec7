package dev.vouch.finetune;

/**
 * Brings vectors, whose numbers differ little from text to text, to a common spread around 0.
 *
 * @param mean of each number
 * @param stretch factor of each number
 */
record Standard(float[] mean, float[] stretch) {
  private static final double SPREAD = 0.3;

  static Standard of(float[][] vectors) {
    int width = vectors[0].length;
    float[] mean = new float[width];
    for (float[] vector : vectors) {
      for (int i = 0; i < width; i++) {
        mean[i] += vector[i] / vectors.length;
      }
    }
    float[] stretch = new float[width];
    for (float[] vector : vectors) {
      for (int i = 0; i < width; i++) {
        stretch[i] += (vector[i] - mean[i]) * (vector[i] - mean[i]) / vectors.length;
      }
    }
    for (int i = 0; i < width; i++) {
      stretch[i] = (float) (SPREAD / (Math.sqrt(stretch[i]) + 1e-6));
    }
    return new Standard(mean, stretch);
  }
}
