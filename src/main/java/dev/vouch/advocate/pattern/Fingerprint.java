package dev.vouch.advocate.pattern;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is kept of a text to know a near copy of it: a MinHash of its runs of three words, from
 * which the text cannot be read.
 *
 * <p>With 32 numbers the estimated share of common runs is right to about 0.09 (one standard error)
 * and takes 128 bytes.
 */
public record Fingerprint(List<Integer> smallest) {
  private static final int HASHES = 32;
  private static final int RUN = 3;

  /** Shorter texts are alike by chance: "you should try it" is nobody's script. */
  private static final int FEWEST_WORDS = 8;

  /** Half of all runs: a greeting or a name may have changed, the rest has not. */
  private static final double NEAR = 0.5;

  private static final Pattern LINK = Pattern.compile("<[^>]*>|https?://\\S+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  public Fingerprint {
    if (smallest.size() != HASHES) {
      throw new IllegalArgumentException("a fingerprint has " + HASHES + " numbers");
    }
    smallest = List.copyOf(smallest);
  }

  /** That of a text, without its links and mentions; nothing where the text is too short. */
  public static Optional<Fingerprint> of(String text) {
    String plain = LINK.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
    List<String> words = NO_WORD.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
    if (words.size() < FEWEST_WORDS) {
      return Optional.empty();
    }
    int[] smallest = new int[HASHES];
    Arrays.fill(smallest, Integer.MAX_VALUE);
    for (int i = 0; i + RUN <= words.size(); i++) {
      long run = String.join(" ", words.subList(i, i + RUN)).hashCode();
      for (int hash = 0; hash < HASHES; hash++) {
        smallest[hash] = Math.min(smallest[hash], mixed(run, hash));
      }
    }
    return Optional.of(new Fingerprint(Arrays.stream(smallest).boxed().toList()));
  }

  /**
   * SplitMix64's finaliser, seeded apart for each hash; fixed for ever, since results are stored.
   */
  private static int mixed(long run, int hash) {
    long z = run + (hash + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (int) ((z ^ (z >>> 31)) >>> 32);
  }

  /** Whether the two texts are nearly the same. */
  public boolean isNear(Fingerprint other) {
    int same = 0;
    for (int i = 0; i < HASHES; i++) {
      same += smallest.get(i).equals(other.smallest.get(i)) ? 1 : 0;
    }
    return same >= NEAR * HASHES;
  }
}
