package dev.vouch.classify.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds texts that are nearly the same: of all runs of three words in either, a given share is in
 * both. Texts under three words are near to none. Not thread-safe.
 */
public final class NearTexts {
  private static final int RUN = 3;

  private final double leastShared;

  /** By hash of a run, so that a corpus fits into little memory; two runs rarely share one. */
  private final Map<Long, List<Integer>> textsByRun = new HashMap<>();

  private final List<Integer> runs = new ArrayList<>();

  /**
   * @param leastShared share of the runs from which texts are near, above 0 to 1
   */
  public NearTexts(double leastShared) {
    this.leastShared = leastShared;
  }

  /** The words of {@code text} in lower case, without punctuation. */
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT);
    int from = 0;
    for (int at = 0; at <= lower.length(); at++) {
      if (at == lower.length() || !Character.isLetterOrDigit(lower.charAt(at))) {
        if (at > from) {
          words.add(lower.substring(from, at));
        }
        from = at + 1;
      }
    }
    return words;
  }

  private static Set<Long> runs(String text) {
    List<String> words = words(text);
    Set<Long> runs = new HashSet<>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      long hash = 0;
      for (String word : words.subList(i, i + RUN)) {
        hash = hash * 0x9E3779B97F4A7C15L + word.hashCode();
      }
      runs.add(hash);
    }
    return runs;
  }

  /** Adds a text; texts are numbered from 0 in the order in which they are added. */
  public void add(String text) {
    int number = runs.size();
    Set<Long> all = runs(text);
    runs.add(all.size());
    all.forEach(run -> textsByRun.computeIfAbsent(run, r -> new ArrayList<>(1)).add(number));
  }

  /** The numbers of the added texts that {@code text} is near to. */
  public List<Integer> near(String text) {
    Set<Long> own = runs(text);
    Map<Integer, Integer> shared = new HashMap<>();
    for (Long run : own) {
      textsByRun.getOrDefault(run, List.of()).forEach(n -> shared.merge(n, 1, Integer::sum));
    }
    return shared.entrySet().stream()
        .filter(
            e -> e.getValue() >= leastShared * (own.size() + runs.get(e.getKey()) - e.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
