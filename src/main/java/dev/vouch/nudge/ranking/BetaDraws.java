package dev.vouch.nudge.ranking;

import java.util.SplittableRandom;

/**
 * Draws from Beta distributions, the same for the same seed: as the ratio of two draws from Gamma
 * distributions (Marsaglia and Tsang, A Simple Method for Generating Gamma Variables, 2000).
 */
final class BetaDraws {
  private final SplittableRandom random;

  BetaDraws(long seed) {
    this.random = new SplittableRandom(seed);
  }

  double next(double alpha, double beta) {
    double a = gamma(alpha);
    double b = gamma(beta);
    return a + b == 0 ? 0.5 : a / (a + b);
  }

  private double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double normal = random.nextGaussian();
      double v = Math.pow(1 + c * normal, 3);
      if (v > 0
          && Math.log(1 - random.nextDouble())
              < normal * normal / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
