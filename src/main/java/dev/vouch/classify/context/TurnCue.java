package dev.vouch.classify.context;

import dev.vouch.classify.feature.Phrase;
import dev.vouch.classify.text.Lines;
import java.util.List;
import java.util.Locale;

/**
 * A turn of phrase that shows what a message does among others, from {@code turns.tsv}.
 *
 * @param example a text in which it must be found; a test holds each to its example
 */
record TurnCue(Shows shows, Phrase phrase, String example) {
  private static final List<TurnCue> SHIPPED =
      Lines.ofResource(TurnCue.class, "turns.tsv").stream().map(TurnCue::parse).toList();

  /** What a turn of phrase shows. */
  enum Shows {
    /** Asks what to choose. */
    CHOICE,
    /** Asks for help with what was chosen. */
    HELP,
    /** Is, as a whole, a bare second. */
    SECOND,
    /** Is, as a whole, a bare yes or no. */
    BARE,
    /** Tells of an own experience or gives a reason, which argues to whoever is choosing. */
    ARGUES,
    /** Speaks of the author's own. */
    OWN,
    /** Gives a figure or a span of time. */
    FIGURE,
    /** Speaks against the product. */
    AGAINST,
    /** Speaks for another product. */
    ELSEWHERE,
    /** Points at what is shared. */
    POINTS
  }

  static List<TurnCue> shipped() {
    return SHIPPED;
  }

  /** Whether {@code folded} shows it. */
  static boolean shown(Shows what, String folded) {
    return SHIPPED.stream().filter(cue -> cue.shows == what).anyMatch(cue -> cue.isFoundIn(folded));
  }

  boolean isFoundIn(String folded) {
    return shows == Shows.SECOND || shows == Shows.BARE
        ? phrase.isAllOf(folded)
        : phrase.isIn(folded);
  }

  private static TurnCue parse(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length != 3) {
      throw new IllegalStateException("turns.tsv: three columns wanted: " + line);
    }
    Shows shows = Shows.valueOf(parts[0].toUpperCase(Locale.ROOT));
    return new TurnCue(shows, Phrase.of(parts[1]), parts[2]);
  }
}
