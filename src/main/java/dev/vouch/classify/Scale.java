package dev.vouch.classify;

import java.util.Arrays;
import java.util.List;

/**
 * Brings each number of a vector to mean 0 and deviation {@value #STEP} over the texts of training,
 * so that vectors and things that are there or not can be weighed by one head: without it OpenNLP's
 * training stops early.
 */
public final class Scale {
  /** Against the 1 of a thing that is there. */
  static final float STEP = 0.2f;

  private final float[] means;
  private final float[] deviations;
  private final String[] names;

  /**
   * @param means by place in the vector
   * @param deviations likewise
   */
  Scale(float[] means, float[] deviations) {
    this.means = means;
    this.deviations = deviations;
    this.names = new String[means.length];
    Arrays.setAll(names, i -> "v" + i);
  }

  /** The scale under which {@code vectors} have mean 0 and the wanted deviation. */
  public static Scale of(List<float[]> vectors) {
    int width = vectors.get(0).length;
    double[] sums = new double[width];
    double[] squares = new double[width];
    for (float[] vector : vectors) {
      for (int i = 0; i < width; i++) {
        sums[i] += vector[i];
        squares[i] += (double) vector[i] * vector[i];
      }
    }
    float[] means = new float[width];
    float[] deviations = new float[width];
    for (int i = 0; i < width; i++) {
      double mean = sums[i] / vectors.size();
      means[i] = (float) mean;
      deviations[i] = (float) Math.sqrt(Math.max(1e-12, squares[i] / vectors.size() - mean * mean));
    }
    return new Scale(means, deviations);
  }

  /** What heads know the numbers of a vector by. */
  String[] names() {
    return names;
  }

  float[] apply(float[] vector) {
    float[] scaled = new float[means.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = apply(i, vector[i]);
    }
    return scaled;
  }

  /** The number at {@code place} of a vector, scaled. */
  float apply(int place, float number) {
    return (number - means[place]) / deviations[place] * STEP;
  }

  /** Two lines: the means and the deviations. */
  String write() {
    return line(means) + line(deviations);
  }

  /**
   * @throws IllegalArgumentException if {@code written} is not what {@link #write} gave
   */
  static Scale read(String written) {
    List<float[]> lines = written.lines().map(Scale::numbers).toList();
    if (lines.size() != 2 || lines.get(0).length != lines.get(1).length) {
      throw new IllegalArgumentException("two lines of as many numbers are wanted");
    }
    return new Scale(lines.get(0), lines.get(1));
  }

  private static String line(float[] numbers) {
    StringBuilder line = new StringBuilder();
    for (float number : numbers) {
      line.append(line.length() == 0 ? "" : " ").append(number);
    }
    return line.append('\n').toString();
  }

  private static float[] numbers(String line) {
    String[] parts = line.strip().split(" ", -1);
    float[] numbers = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Float.parseFloat(parts[i]);
    }
    return numbers;
  }
}
