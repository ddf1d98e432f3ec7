package dev.vouch.slack.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
final class Nearest {
  private static final int LONGEST = 40;

  private Nearest() {}

  /**
   * The candidate with the fewest slips from {@code typed}: at most one slip in short words, two in
   * words of five letters and more, and a third of the letters in long ones. A beginning of at
   * least two letters counts as meant, too.
   */
  static Optional<String> of(String typed, Collection<String> candidates) {
    if (typed.isEmpty() || typed.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<String> near =
        candidates.stream()
            .filter(word -> slips(typed, word) <= allowed(typed))
            .min(Comparator.comparingInt(word -> slips(typed, word)));
    return near.or(
        () ->
            candidates.stream()
                .filter(word -> typed.length() >= 2 && word.startsWith(typed))
                .findFirst());
  }

  private static int allowed(String typed) {
    return typed.length() < 5 ? 1 : Math.max(2, typed.length() / 3);
  }

  /**
   * How many letters must be added, dropped, changed or swapped with their neighbour to turn one
   * word into the other (optimal string alignment).
   */
  static int slips(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
