package dev.vouch.advocate.pattern;

/**
 * How often something shows in the acts of one person, where people differ in how often: the share
 * that is theirs is drawn from a Beta distribution with mean {@code a / (a + b)}, and the smaller
 * both are, the more people differ.
 */
record BetaBinomial(double a, double b) {

  /** Logarithm of the probability of one certain order with {@code count} among {@code among}. */
  double logLikelihood(int count, int among) {
    double sum = 0;
    for (int i = 0; i < among; i++) {
      sum -= Math.log(a + b + i);
      sum += i < count ? Math.log(a + i) : Math.log(b + i - count);
    }
    return sum;
  }
}
