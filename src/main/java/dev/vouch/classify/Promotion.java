package dev.vouch.classify;

import dev.vouch.classify.feature.Cue;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Products;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells advocacy for a competitor from advocacy for us, by the rules in {@code promotions.tsv}.
 * Where the names of products are not known, only wording that is plain by itself counts.
 */
public final class Promotion {
  private static final List<Cue> RULES = Cue.ofResource(Promotion.class, "promotions.tsv");

  /** Stand for names in folded text, which has no capitals of its own. */
  private static final String US = "US";

  private static final String THEM = "THEM";

  private Promotion() {}

  /**
   * Whom words name, and whom they turn to.
   *
   * @param us they name a product of ours
   * @param them they name a competitor or its product
   * @param forUs they turn to us, or away from a competitor
   * @param forThem they turn to a competitor
   * @param weighs they tell that a competitor was or is considered
   */
  public record Sides(boolean us, boolean them, boolean forUs, boolean forThem, boolean weighs) {
    /** Whether they promote a competitor instead of us; in doubt they do not. */
    public boolean promoteTheirs() {
      return forThem && !forUs && !weighs;
    }

    /** Whether a competitor is all that they tell of. */
    public boolean tellOfTheirsAlone() {
      return askOfTheirsAlone() && !weighs;
    }

    /** Whether a competitor is all that they ask about. */
    public boolean askOfTheirsAlone() {
      return them && !us && !forUs;
    }
  }

  static List<Cue> rules() {
    return RULES;
  }

  /** The judgement of these words, told whether what they advocate is a competitor's. */
  public static Judgement told(Judgement judged, String words, Products products) {
    boolean advocacy = judged.intent() == Intent.ADVOCACY;
    return advocacy ? judged.withCompetitor(ofCompetitor(words, products)) : judged;
  }

  /** Whether words of advocacy promote a competitor instead of us; in doubt they do not. */
  public static boolean ofCompetitor(String words, Products products) {
    return sides(words, products).promoteTheirs();
  }

  /** Whom words name and whom they turn to, as far as the names that are known tell. */
  public static Sides sides(String words, Products products) {
    String read = named(Cue.fold(words), products);
    return new Sides(
        read.contains(US),
        read.contains(THEM),
        says("ours", read),
        says("theirs", read),
        says("weighs", read));
  }

  static boolean says(String label, String read) {
    return RULES.stream().filter(rule -> rule.label().equals(label)).anyMatch(r -> r.isIn(read));
  }

  /** The text with a word for every name; longer names first, as they may hold shorter ones. */
  private static String named(String folded, Products products) {
    List<String> names =
        Stream.concat(products.ours().stream(), products.theirs().stream())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    String read = folded;
    for (String name : names) {
      read = anywhere(name).matcher(read).replaceAll(whose(name, products.ours()));
    }
    return read;
  }

  private static String whose(String name, Set<String> ours) {
    return ours.contains(name) ? US : THEM;
  }

  /** A name as people write it: "Lumo Pay", "lumopay", "@Lumo_Pay". */
  private static Pattern anywhere(String name) {
    String parts =
        Stream.of(Cue.fold(name).strip().split("[\\s_-]+", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[\\s_-]?"));
    return Pattern.compile("[@#]?(?<![\\p{L}\\p{N}])" + parts + "(?![\\p{L}\\p{N}])");
  }
}
