package dev.vouch.classify.feature;

import dev.vouch.classify.text.Lines;
import dev.vouch.mention.Intent;
import java.util.ArrayList;
import java.util.List;

/**
 * A turn of phrase that speaks for a label, from {@code cues.tsv} or a file like it.
 *
 * @param name how it is called in features
 * @param label wire name of what it speaks for: in {@code cues.tsv} an intent or a driver
 * @param phrase looked for in {@link #fold folded} text
 * @param example a text in which it must be found; a test holds each rule to its example
 */
public record Cue(String name, String label, Phrase phrase, String example) {
  private static final List<Cue> SHIPPED = ofResource(Cue.class, "cues.tsv");

  /** Where a cue was found. */
  public record Hit(Cue cue, int start, int end) {}

  /**
   * The rules in a file of four columns that lies beside {@code owner}.
   *
   * @throws IllegalStateException if a line of it is no rule
   */
  public static List<Cue> ofResource(Class<?> owner, String file) {
    return Lines.ofResource(owner, file).stream().map(line -> parse(file, line)).toList();
  }

  static List<Cue> shipped() {
    return SHIPPED;
  }

  /** The first places at which the shipped cues are found in {@code folded}, one a cue. */
  static List<Hit> find(String folded) {
    List<Hit> hits = new ArrayList<>();
    for (Cue cue : SHIPPED) {
      cue.phrase
          .first(folded)
          .ifPresent(found -> hits.add(new Hit(cue, found.start(), found.end())));
    }
    return hits;
  }

  /** Whether it is found anywhere in {@code folded}. */
  public boolean isIn(String folded) {
    return phrase.isIn(folded);
  }

  boolean speaksFor(Intent intent) {
    return label.equals(intent.wire());
  }

  /** Lower case and straight quotes, char by char, so that places in it are places in the text. */
  public static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      folded.append(c == '’' || c == '‘' ? '\'' : Character.toLowerCase(c));
    }
    return folded.toString();
  }

  private static Cue parse(String file, String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length != 4) {
      throw new IllegalStateException(file + ": four columns wanted: " + line);
    }
    return new Cue(parts[0], parts[1], Phrase.of(parts[2]), parts[3]);
  }
}
