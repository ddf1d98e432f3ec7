package dev.vouch.classify.encode;

import dev.vouch.classify.text.Emoji;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as the encoder reads it: emoji by their names, links as one word each, behind the prefix
 * that e5 was trained with.
 *
 * @param words what is read
 * @param origin for each of its chars: where in the text it comes from; -1 for the prefix
 */
public record EncoderText(String words, int[] origin) {
  /** What e5 was trained to see before a text that is compared with others of its kind. */
  private static final String PREFIX = "query: ";

  private static final Pattern LINK_OR_CODE =
      Pattern.compile("<?(?:https?://|www\\.)[^\\s>]++>?|:([a-z][a-z0-9_+'\\-]{1,40}+):");

  /** Longer texts are read from their beginning; the encoder sees a few hundred words at most. */
  private static final int CHARS_READ = 8_000;

  /** Reads {@code text}, without names as {@link dev.vouch.classify.text.Nameless} gives it. */
  public static EncoderText of(String text) {
    String read = text.length() <= CHARS_READ ? text : text.substring(0, CHARS_READ);
    Writing out = new Writing(read.length());
    Matcher found = LINK_OR_CODE.matcher(read);
    int at = 0;
    while (found.find()) {
      out.copy(read, at, found.start());
      String name = found.group(1);
      out.put(name == null ? " link " : " " + name.replace('_', ' ') + " ", found.start());
      at = found.end();
    }
    out.copy(read, at, read.length());
    return out.done();
  }

  /** The text being written and the origins of its chars. */
  private static final class Writing {
    private final StringBuilder words = new StringBuilder(PREFIX);
    private int[] origin;

    Writing(int length) {
      origin = new int[length + 64];
      Arrays.fill(origin, 0, PREFIX.length(), -1);
    }

    void copy(String text, int from, int to) {
      int at = from;
      while (at < to) {
        int c = text.codePointAt(at);
        if (!Emoji.isEmoji(c)) {
          put(Character.toString(c), at);
        } else if (Emoji.isDrawn(c)) {
          put(" " + String.valueOf(Character.getName(c)).toLowerCase(Locale.ROOT) + " ", at);
        }
        at += Character.charCount(c);
      }
    }

    void put(String some, int from) {
      int start = words.length();
      words.append(some);
      if (words.length() > origin.length) {
        origin = Arrays.copyOf(origin, Math.max(words.length(), origin.length * 2));
      }
      Arrays.fill(origin, start, words.length(), from);
    }

    EncoderText done() {
      return new EncoderText(words.toString(), Arrays.copyOf(origin, words.length()));
    }
  }
}
