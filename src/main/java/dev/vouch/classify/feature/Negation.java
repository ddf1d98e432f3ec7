package dev.vouch.classify.feature;

import dev.vouch.mention.Intent;
import java.util.List;
import java.util.Set;
import opennlp.tools.util.Span;

/** Follows a text token by token and knows over which of them a negation reaches. */
final class Negation {
  /** How many tokens a negation reaches over, unless punctuation or "but" ends it sooner. */
  private static final int REACH = 4;

  private static final Set<String> WORDS =
      Set.of(
          "not", "no", "never", "without", "nothing", "nobody", "cannot", "hardly", "cant", "dont",
          "doesnt", "didnt", "wont", "wouldnt", "isnt", "wasnt", "neither", "nor");
  private static final Set<String> ENDS = Set.of("but", "however", "though", "although");

  private final List<Cue.Hit> kind;
  private Span negator = new Span(0, 0);
  private int left;

  /**
   * @param cues found in the text
   */
  Negation(List<Cue.Hit> cues) {
    this.kind = cues.stream().filter(Negation::isKind).toList();
  }

  /** Whether the next token is negated; to be asked for each token once, in order. */
  boolean reaches(String token, Span span) {
    boolean ends = !Character.isLetterOrDigit(token.codePointAt(0)) || ENDS.contains(token);
    left = ends ? 0 : left;
    boolean negated = left > 0 && !isUndone(span);
    if (WORDS.contains(token) || token.endsWith("n't")) {
      negator = span;
      left = REACH;
    } else {
      left = Math.max(0, left - 1);
    }
    return negated;
  }

  /** "Can't recommend enough", "don't hesitate": within such a cue the negation denies nothing. */
  private boolean isUndone(Span span) {
    return kind.stream()
        .anyMatch(hit -> hit.start() <= negator.getStart() && span.getEnd() <= hit.end());
  }

  private static boolean isKind(Cue.Hit hit) {
    return hit.cue().speaksFor(Intent.ADVOCACY) || hit.cue().speaksFor(Intent.PRAISE);
  }
}
