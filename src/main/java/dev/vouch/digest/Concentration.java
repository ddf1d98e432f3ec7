package dev.vouch.digest;

import dev.vouch.advocate.Spread;
import dev.vouch.advocate.Spread.Circle;
import java.util.Locale;

/**
 * Whether too few people carry the acts of a workspace.
 *
 * <p>The share of the top three alone does not say so: of four people, three always have most. So
 * it is held against what even shares would be, and must lie halfway between them and all, and
 * beyond what chance makes of even shares.
 */
public enum Concentration {
  /** Too few acts to say anything. */
  UNKNOWN,
  /** No three people carry it. */
  SPREAD,
  /** There are three people in all, or fewer. */
  FEW_PEOPLE,
  /** Three people have far more than their part. */
  TOP_THREE;

  /** With fewer acts nothing is said. */
  public static final int LEAST_ACTS = 10;

  private static final int TOP = 3;

  /** So far from even shares chance comes hardly ever: once in some fifty quarters at most. */
  private static final double DEVIATIONS = 3;

  public static Concentration of(Circle circle) {
    if (circle.acts() < LEAST_ACTS) {
      return UNKNOWN;
    }
    if (circle.people() <= TOP) {
      return FEW_PEOPLE;
    }
    return circle.topThree() >= limit(circle) ? TOP_THREE : SPREAD;
  }

  public boolean isAlarm() {
    return this == FEW_PEOPLE || this == TOP_THREE;
  }

  /** The share from which on three people carry too much. Always more than half. */
  static double limit(Circle circle) {
    double even = even(circle);
    double chance = even + DEVIATIONS * Math.sqrt(even * (1 - even) / circle.acts());
    return Math.min(1, Math.max((1 + even) / 2, chance));
  }

  private static double even(Circle circle) {
    return Math.min(1, (double) TOP / circle.people());
  }

  /** What is found of the last {@link Spread#DAYS} days, and why, in a sentence. */
  public static String sentence(Circle lately) {
    return switch (of(lately)) {
      case UNKNOWN ->
          "Fewer than %d acts in %d days are too few to say whether they are spread."
              .formatted(LEAST_ACTS, Spread.DAYS);
      case SPREAD ->
          "The top three gave %s of the acts of %d days: no alarm, which would come at %s."
              .formatted(percent(lately.topThree()), Spread.DAYS, percent(limit(lately)));
      case FEW_PEOPLE ->
          "All %d acts of %d days came from no more than %d people: if one of them rests, little is"
                  .formatted(lately.acts(), Spread.DAYS, TOP)
              + " left.";
      case TOP_THREE ->
          "The top three of %d people gave %s of the %d acts of %d days; even shares would be %s, and"
                  .formatted(
                      lately.people(),
                      percent(lately.topThree()),
                      lately.acts(),
                      Spread.DAYS,
                      percent(even(lately)))
              + " the alarm begins at %s.".formatted(percent(limit(lately)));
    };
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }
}
