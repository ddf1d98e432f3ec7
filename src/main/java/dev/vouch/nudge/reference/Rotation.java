package dev.vouch.nudge.reference;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Whose turn it is: those asked least come first, and the three asked most never get more than a
 * share of all asks, so that asking widens the circle instead of wearing out the willing.
 *
 * @param asked how often each was asked lately
 * @param share that the three asked most may have
 */
public record Rotation(Map<String, Integer> asked, double share) {
  /** So many days count. */
  public static final int DAYS = 90;

  /** Among fewer asks three always have much. */
  private static final int FEW = 10;

  private static final int TOP = 3;

  public Rotation {
    asked = Collections.unmodifiableMap(new HashMap<>(asked));
  }

  /** How often somebody was asked lately. */
  public int times(String person) {
    return asked.getOrDefault(person, 0);
  }

  /** The share of all asks that went to the three asked most; 0 where there is none. */
  public double topThree() {
    int all = total();
    return all == 0 ? 0 : (double) top(asked) / all;
  }

  private int total() {
    return asked.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static int top(Map<String, Integer> asked) {
    return asked.values().stream()
        .sorted(Comparator.reverseOrder())
        .limit(TOP)
        .mapToInt(Integer::intValue)
        .sum();
  }

  /**
   * Whether one more ask of somebody is within the bound. Where only a few people fit at all, three
   * of them have as much as even shares give, and somewhat more.
   *
   * @param people how many could be asked
   */
  public boolean allows(String person, int people) {
    Map<String, Integer> then = new HashMap<>(asked);
    then.merge(person, 1, Integer::sum);
    double after = (double) top(then) / (total() + 1);
    double bound = Math.max(share, (TOP + 1.0) / Math.max(people, 1));
    return total() + 1 < FEW || after <= bound || after <= topThree();
  }

  /** The same after one more ask of somebody. */
  public Rotation asking(String person) {
    Map<String, Integer> then = new HashMap<>(asked);
    then.merge(person, 1, Integer::sum);
    return new Rotation(then, share);
  }
}
