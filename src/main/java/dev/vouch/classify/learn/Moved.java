package dev.vouch.classify.learn;

import dev.vouch.mention.Intent;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.ml.maxent.quasinewton.Function;

/**
 * How far the answers to rows are from those wanted, under weights that move what was said of them,
 * and the price of the weights: what training makes as small as it can.
 */
final class Moved implements Function {
  private static final int LABELS = Intent.values().length;
  private static final double NEVER = 1e-12;

  private final List<Row> rows;
  private final int clues;
  private final double l2;

  /** For which weights {@link #likely} holds the answers: both questions are asked of each. */
  private double[] at = {};

  private final double[][] likely;

  /**
   * One row.
   *
   * @param start the logarithm of how likely each label was
   * @param clues their places
   * @param values how strongly each clue is there
   * @param wanted how likely each label shall be; where {@code forbidden}, 1 for the label that it
   *     shall not be
   */
  record Row(
      double[] start,
      int[] clues,
      float[] values,
      double[] wanted,
      boolean forbidden,
      double weight) {}

  Moved(List<Row> rows, int clues, double l2) {
    this.rows = rows;
    this.clues = clues;
    this.l2 = l2;
    this.likely = new double[rows.size()][LABELS];
  }

  @Override
  public int getDimension() {
    return clues * LABELS;
  }

  @Override
  public double valueAt(double[] weights) {
    answer(weights);
    double value = 0;
    for (int i = 0; i < likely.length; i++) {
      value += rows.get(i).weight() * distance(rows.get(i), likely[i]);
    }
    for (double weight : weights) {
      value += l2 / 2 * weight * weight;
    }
    return value;
  }

  private static double distance(Row row, double[] p) {
    double distance = 0;
    for (int label = 0; label < LABELS; label++) {
      double right = row.forbidden() ? 1 - p[label] : p[label];
      distance -= row.wanted()[label] * Math.log(Math.max(right, NEVER));
    }
    return distance;
  }

  @Override
  public double[] gradientAt(double[] weights) {
    answer(weights);
    double[] gradient = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      gradient[i] = l2 * weights[i];
    }
    for (int i = 0; i < likely.length; i++) {
      Row row = rows.get(i);
      double[] slope = slope(row, likely[i]);
      for (int clue = 0; clue < row.clues().length; clue++) {
        int first = row.clues()[clue] * LABELS;
        for (int label = 0; label < LABELS; label++) {
          gradient[first + label] += row.values()[clue] * slope[label];
        }
      }
    }
    return gradient;
  }

  /** How the distance of a row grows with what is added to each label. */
  private static double[] slope(Row row, double[] p) {
    double forbidden = 0;
    for (int label = 0; label < LABELS; label++) {
      forbidden += row.forbidden() ? row.wanted()[label] * p[label] : 0;
    }
    double[] slope = new double[LABELS];
    for (int label = 0; label < LABELS; label++) {
      double wanted = row.wanted()[label];
      double steep =
          !row.forbidden()
              ? p[label] - wanted
              : wanted > 0 ? forbidden : -p[label] * forbidden / Math.max(1 - forbidden, NEVER);
      slope[label] = row.weight() * steep;
    }
    return slope;
  }

  private void answer(double[] weights) {
    if (!Arrays.equals(at, weights)) {
      at = weights.clone();
      for (int i = 0; i < likely.length; i++) {
        answer(rows.get(i), likely[i]);
      }
    }
  }

  private void answer(Row row, double[] p) {
    System.arraycopy(row.start(), 0, p, 0, LABELS);
    for (int clue = 0; clue < row.clues().length; clue++) {
      int first = row.clues()[clue] * LABELS;
      for (int label = 0; label < LABELS; label++) {
        p[label] += row.values()[clue] * at[first + label];
      }
    }
    softmax(p);
  }

  /** Turns logarithms into shares that add up to 1. */
  static void softmax(double[] p) {
    double most = Arrays.stream(p).max().orElse(0);
    double sum = 0;
    for (int label = 0; label < p.length; label++) {
      p[label] = Math.exp(p[label] - most);
      sum += p[label];
    }
    for (int label = 0; label < p.length; label++) {
      p[label] /= sum;
    }
  }
}
