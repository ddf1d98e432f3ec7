package dev.vouch.classify.text;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as it is judged: every mention of a person reads "@someone", so that a judgement never
 * hangs on who is named, nor on how long a name is or in what script it is written.
 */
public final class Nameless {
  private static final String ANYBODY = "@" + Names.UNKNOWN;

  /** A full stop or dash behind a name is no part of it. */
  private static final Pattern MENTION =
      Pattern.compile("@[" + SocialTokenizer.OF_NAMES + "]*[\\p{L}\\p{M}\\p{N}_]");

  private final String original;
  private final String text;

  /** By where a mention begins in the text: where it stands in the original. */
  private final TreeMap<Integer, Place> mentions;

  private record Place(int start, int end) {}

  private Nameless(String original, String text, TreeMap<Integer, Place> mentions) {
    this.original = original;
    this.text = text;
    this.mentions = mentions;
  }

  /**
   * Takes the names out.
   *
   * @param original decoded, as {@link SlackText#plain} gives it
   */
  public static Nameless of(String original) {
    StringBuilder text = new StringBuilder(original.length());
    TreeMap<Integer, Place> mentions = new TreeMap<>();
    Matcher mention = MENTION.matcher(original);
    int at = 0;
    while (mention.find()) {
      text.append(original, at, mention.start());
      mentions.put(text.length(), new Place(mention.start(), mention.end()));
      text.append(ANYBODY);
      at = mention.end();
    }
    text.append(original, at, original.length());
    return new Nameless(original, text.toString(), mentions);
  }

  /** The text without names. */
  public String text() {
    return text;
  }

  /** The text as it was, names and all. */
  public String original() {
    return original;
  }

  /** What stood in the original between two places of {@link #text}; names are never cut. */
  public String original(int start, int end) {
    return original.substring(place(start, false), place(end, true));
  }

  private int place(int at, boolean atEnd) {
    Map.Entry<Integer, Place> before = mentions.floorEntry(at);
    if (before == null) {
      return at;
    }
    Place mention = before.getValue();
    int into = at - before.getKey();
    if (into == 0) {
      return mention.start();
    }
    return into < ANYBODY.length()
        ? atEnd ? mention.end() : mention.start()
        : mention.end() + into - ANYBODY.length();
  }
}
