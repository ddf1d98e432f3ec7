package dev.vouch.slack.command.parse;

import dev.vouch.classify.text.Slips;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Nearest {
  private static final int LONGEST = 40;

  private Nearest() {}

  /**
   * The candidate with the fewest slips from {@code typed}: at most one slip in short words, two in
   * words of five letters and more, and a third of the letters in long ones. A beginning of at
   * least two letters counts as meant, too.
   */
  public static Optional<String> of(String typed, Collection<String> candidates) {
    if (typed.isEmpty() || typed.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<String> near =
        candidates.stream()
            .filter(word -> Slips.between(typed, word) <= allowed(typed))
            .min(Comparator.comparingInt(word -> Slips.between(typed, word)));
    return near.or(
        () ->
            candidates.stream()
                .filter(word -> typed.length() >= 2 && word.startsWith(typed))
                .findFirst());
  }

  private static int allowed(String typed) {
    return typed.length() < 5 ? 1 : Math.max(2, typed.length() / 3);
  }
}
