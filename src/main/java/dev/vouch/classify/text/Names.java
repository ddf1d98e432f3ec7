package dev.vouch.classify.text;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What people are called in the decoded text of one message: each name is one unbroken word. */
final class Names {
  /** Who is not known by name. */
  static final String UNKNOWN = "someone";

  /**
   * Stands for the blanks within a name: it looks like one, and unlike the no-break space, which
   * Slack's own composer writes behind mentions, nobody types it.
   */
  static final char JOINER = '\u202F';

  /** A letter that looks like an apostrophe, so that O'Brien is one word. */
  private static final String APOSTROPHE = "\u02BC";

  /** As long as Slack lets a display name be. */
  private static final int LONGEST = 80;

  private static final Pattern APOSTROPHES = Pattern.compile("['’]");
  private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_.\\-]+");
  private static final Pattern ENDS =
      Pattern.compile("^[" + JOINER + "]++|(?<![" + JOINER + ".\\-])[" + JOINER + ".\\-]++$");

  private final UnaryOperator<String> known;
  private boolean failed;

  /**
   * @param known turns a Slack id into a display name; blank or the id itself where it knows none
   */
  Names(UnaryOperator<String> known) {
    this.known = known;
  }

  /** The name of a person; who cannot be asked once is not asked again for this message. */
  String of(String id) {
    if (failed) {
      return UNKNOWN;
    }
    try {
      String name = known.apply(id);
      return name.equals(id) ? UNKNOWN : orUnknown(word(name));
    } catch (RuntimeException e) {
      failed = true;
      return UNKNOWN;
    }
  }

  static String orUnknown(String word) {
    return word.isEmpty() ? UNKNOWN : word;
  }

  /** A display name as one word; empty where it holds nothing that a name is made of. */
  static String word(String name) {
    String letters = APOSTROPHES.matcher(cut(name)).replaceAll(APOSTROPHE);
    String joined = NO_NAME.matcher(letters).replaceAll(String.valueOf(JOINER));
    return ENDS.matcher(joined).replaceAll("");
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST));
  }
}
