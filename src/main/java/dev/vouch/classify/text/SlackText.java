package dev.vouch.classify.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A message as its author meant it, read from what Slack sends (mrkdwn).
 *
 * <p>Any text can be read: what is no valid markup stays as it stands. Reading is linear in the
 * length of the text.
 *
 * @param plain the author's own words, without escapes and markers; code is replaced by "[code]"
 * @param quotes quoted lines, which are not the author's words
 * @param code what stood in code blocks and code spans
 * @param people ids of the people and groups named
 * @param channels ids of the channels named
 * @param links addresses that were linked
 */
public record SlackText(
    String plain,
    List<String> quotes,
    List<String> code,
    List<String> people,
    List<String> channels,
    List<String> links) {

  /** What stands in {@link #plain} where code stood. */
  public static final String CODE = "[code]";

  private static final String FENCE = "```";

  public SlackText {
    quotes = List.copyOf(quotes);
    code = List.copyOf(code);
    people = List.copyOf(people);
    channels = List.copyOf(channels);
    links = List.copyOf(links);
  }

  /** Reads {@code raw}, in which people have no names; never fails. */
  public static SlackText decode(String raw) {
    return decode(raw, id -> "");
  }

  /**
   * Reads {@code raw}; never fails.
   *
   * <p>A person is called by the label in the markup, else by what {@code names} says, else
   * "someone". A name is one word: its blanks become narrow no-break spaces, and what no name is
   * made of is left out.
   *
   * @param names turns a Slack id into a display name; where it throws, is blank or gives the id
   *     back, the person stays "someone"
   */
  public static SlackText decode(String raw, UnaryOperator<String> names) {
    return new Reading(new Names(names)).read(clean(raw));
  }

  /** Halves of surrogate pairs become U+FFFD, control characters blanks, line ends {@code \n}. */
  static String clean(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    mended(raw.replace("\r\n", "\n").replace('\r', '\n'))
        .chars()
        .map(c -> Character.isISOControl(c) && c != '\n' && c != '\t' ? ' ' : c)
        .forEach(c -> out.append((char) c));
    return out.toString();
  }

  /** The text with halves of surrogate pairs replaced, so that it can be written as UTF-8. */
  public static String mended(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    raw.codePoints()
        .forEach(
            c -> {
              boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
              out.appendCodePoint(half ? 0xFFFD : c);
            });
    return out.toString();
  }

  /** The state of reading one message. */
  private static final class Reading {
    private final List<String> lines = new ArrayList<>();
    private final List<String> quotes = new ArrayList<>();
    private final List<String> code = new ArrayList<>();
    private final SlackInline inline;

    Reading(Names names) {
      inline = new SlackInline(code, names);
    }

    SlackText read(String text) {
      readLines(withoutBlocks(text));
      String plain = String.join("\n", lines).strip();
      return new SlackText(plain, quotes, code, inline.people(), inline.channels(), inline.links());
    }

    /** Sets fenced blocks aside; a fence that is never closed is plain text, as Slack shows it. */
    private String withoutBlocks(String text) {
      StringBuilder out = new StringBuilder(text.length());
      int at = 0;
      for (int open = text.indexOf(FENCE); open >= 0; open = text.indexOf(FENCE, at)) {
        int close = text.indexOf(FENCE, open + 3);
        if (close < 0) {
          break;
        }
        code.add(SlackInline.unescape(text.substring(open + 3, close)).strip());
        out.append(text, at, open).append(CODE);
        at = close + 3;
      }
      return out.append(text, at, text.length()).toString();
    }

    private void readLines(String text) {
      boolean restIsQuoted = false;
      for (String line : text.split("\n", -1)) {
        String rest = line.stripLeading();
        restIsQuoted |= rest.startsWith("&gt;&gt;&gt;") || rest.startsWith(">>>");
        if (restIsQuoted || rest.startsWith("&gt;") || rest.startsWith(">")) {
          quotes.add(withoutQuoteMarks(SlackInline.unescape(rest)));
        } else {
          lines.add(inline.read(line));
        }
      }
    }

    private static String withoutQuoteMarks(String line) {
      int at = 0;
      while (at < line.length() && line.charAt(at) == '>') {
        at++;
      }
      return line.substring(at).strip();
    }
  }
}
