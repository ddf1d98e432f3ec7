package dev.vouch.classify.feature;

import dev.vouch.classify.text.Lines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words of feeling with a weight from -3 to 3, from {@code lexicon.tsv}. */
public final class Lexicon {
  private static final Lexicon SHIPPED = read(Lines.ofResource(Lexicon.class, "lexicon.tsv"));

  private final Map<String, Integer> weights;

  private Lexicon(Map<String, Integer> weights) {
    this.weights = Map.copyOf(weights);
  }

  /** The word list that came with the program. */
  public static Lexicon shipped() {
    return SHIPPED;
  }

  /** The weight of a word in lower case; 0 where the word carries no feeling. */
  public int weight(String word) {
    return weights.getOrDefault(word, 0);
  }

  int size() {
    return weights.size();
  }

  /** Each line holds a weight, a tab, and the words of that weight. */
  private static Lexicon read(List<String> lines) {
    Map<String, Integer> weights = new HashMap<>();
    for (String line : lines) {
      String[] parts = line.split("\t", 2);
      for (String word : parts[1].split(" ", -1)) {
        weights.put(word, Integer.valueOf(parts[0]));
      }
    }
    return new Lexicon(weights);
  }
}
