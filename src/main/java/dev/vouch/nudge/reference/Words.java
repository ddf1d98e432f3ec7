package dev.vouch.nudge.reference;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Words as requests and descriptions are compared by: without case, accents and signs. */
final class Words {
  private static final int STEM = 5;

  private Words() {}

  /** The words of a text in their order; an empty one stands where a sign parts what is listed. */
  static List<String> of(String text) {
    String even =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[,;.]+(?=\\s|$)", " , ");
    return Arrays.stream(even.split("[^\\p{L}\\p{N},]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.equals(",") ? "" : word.replace(",", ""))
        .toList();
  }

  /** All letters and digits of a text, joined: {@code Health-care} is {@code healthcare}. */
  static String key(String text) {
    return String.join("", of(text));
  }

  /** Whether a text has a word, in whatever form of it. */
  static boolean tell(String text, String word) {
    return of(text).stream().anyMatch(one -> alike(one, word));
  }

  private static boolean alike(String one, String other) {
    int stem = Math.min(STEM, Math.min(one.length(), other.length()));
    return one.equals(other)
        || stem == STEM && one.substring(0, stem).equals(other.substring(0, stem));
  }
}
