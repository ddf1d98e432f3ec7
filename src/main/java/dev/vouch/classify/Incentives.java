package dev.vouch.classify;

import dev.vouch.classify.feature.Cue;
import dev.vouch.classify.text.Nameless;
import dev.vouch.mention.Disclosure;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A fact about a text that needs no model: that it shows a reward or a tie to the company, and
 * whether it says so, by the rules in {@code incentives.tsv}.
 */
public final class Incentives {
  private static final List<Cue> RULES = Cue.ofResource(Incentives.class, "incentives.tsv");
  private static final List<Cue> WORDS = labelled("words");
  private static final List<Cue> CODES = labelled("code");
  private static final List<Cue> LINKS = labelled("link");
  private static final List<Cue> DENIALS = labelled("no");
  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?:\\s?//|www\\.)\\s?[^\\s<>|]{1,500}");

  private Incentives() {}

  static List<Cue> rules() {
    return RULES;
  }

  /** What {@code seen} tells of a reward, a code or a tie to the company. */
  public static Disclosure of(Nameless seen) {
    String folded = Cue.fold(seen.text());
    List<String> addresses = ADDRESS.matcher(folded).results().map(MatchResult::group).toList();
    String words = ADDRESS.matcher(folded).replaceAll(" ");
    if (isPlainly(words, WORDS)) {
      return Disclosure.SAID;
    }
    boolean shown = isPlainly(words, CODES) || shownByLinks(addresses);
    return shown ? Disclosure.SHOWN : Disclosure.NOTHING;
  }

  /** Whether an address among {@code links} pays whoever posted it. */
  public static boolean shownByLinks(Collection<String> links) {
    return links.stream().anyMatch(link -> isIn(Cue.fold(link), LINKS));
  }

  private static boolean isPlainly(String words, List<Cue> rules) {
    return isIn(words, rules) && isIn(withoutDenials(words), rules);
  }

  private static String withoutDenials(String words) {
    String left = words;
    for (Cue rule : DENIALS) {
      left = rule.phrase().replacedIn(left, " ... ");
    }
    return left;
  }

  private static boolean isIn(String folded, List<Cue> rules) {
    return rules.stream().anyMatch(rule -> rule.isIn(folded));
  }

  private static List<Cue> labelled(String label) {
    return RULES.stream().filter(rule -> rule.label().equals(label)).toList();
  }
}
