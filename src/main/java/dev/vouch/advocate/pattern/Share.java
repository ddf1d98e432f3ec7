package dev.vouch.advocate.pattern;

/**
 * So many of so many, with the range in which the share behind it lies in 95 of 100 cases: Wilson's
 * interval, which holds for few cases and for shares near 0 and 1.
 */
public record Share(long count, long of) {
  private static final double Z = 1.96;

  /** A difference of two shares and its range. */
  public record Difference(double value, double low, double high) {}

  public Share {
    if (count < 0 || count > of) {
      throw new IllegalArgumentException("%d of %d".formatted(count, of));
    }
  }

  /** Nothing is not a number: of nothing the share is 0. */
  public double value() {
    return of == 0 ? 0 : (double) count / of;
  }

  public double low() {
    return of == 0 ? 0 : bound(-1);
  }

  public double high() {
    return of == 0 ? 1 : bound(1);
  }

  public Share plus(Share other) {
    return new Share(count + other.count, of + other.of);
  }

  /** By how much it is above another, with Newcombe's interval, which puts the two together. */
  public Difference above(Share other) {
    double difference = value() - other.value();
    return new Difference(
        difference,
        difference - Math.hypot(value() - low(), other.high() - other.value()),
        difference + Math.hypot(high() - value(), other.value() - other.low()));
  }

  private double bound(int side) {
    double p = value();
    double middle = p + Z * Z / (2 * of);
    double spread = Z * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of));
    return (middle + side * spread) / (1 + Z * Z / of);
  }

  @Override
  public String toString() {
    return "%d of %d (%.1f %%, %.1f to %.1f)"
        .formatted(count, of, 100 * value(), 100 * low(), 100 * high());
  }
}
