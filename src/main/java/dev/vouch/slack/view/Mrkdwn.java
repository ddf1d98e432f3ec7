package dev.vouch.slack.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slack's text markup: how to write it, and how to quote people so that their words stay words. */
public final class Mrkdwn {
  private static final DateTimeFormatter FALLBACK =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final Pattern REFERENCE = Pattern.compile("<([^<>|]*)(?:\\|([^<>]*))?>");
  private static final Pattern GROUP_PING =
      Pattern.compile("@(channel|here|everyone)", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_URL = 500;
  private static final String WORD_JOINER = "\u2060";

  private Mrkdwn() {}

  /**
   * Somebody's words on one line, cut to {@code max} characters of output: they cannot ping, link,
   * format, or turn the direction of what stands around them.
   */
  public static String words(String text, int max) {
    String clean = harmless(text).strip();
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < clean.length(); ) {
      int point = clean.codePointAt(at);
      String piece = escaped(point);
      if (out.length() + piece.length() > max - 1) {
        return out.append('…').toString();
      }
      out.append(piece);
      at += Character.charCount(point);
    }
    return out.toString();
  }

  /**
   * Somebody's words for a notification or a label, which must neither ping nor need escapes: angle
   * brackets give way to signs that look like them.
   */
  public static String plainWords(String text, int max) {
    return Fit.cut(unmarked(harmless(text).strip()), max);
  }

  /** Somebody's words for a field that they can edit: as they are, but for what nobody can see. */
  public static String editable(String text, int max) {
    return Fit.cut(visible(text).strip(), max);
  }

  /** Words as a quotation. */
  public static String quote(String text, int max) {
    String words = words(text, max);
    return "> " + (words.isEmpty() ? "(no words)" : words);
  }

  /** A link, or only its label where the address is not one that Slack would open safely. */
  public static String link(String url, String label) {
    boolean safe = url.length() <= LONGEST_URL && url.matches("https?://[\\x21-\\x7E&&[^<>|\"`]]+");
    return safe ? "<" + url.replace("&", "&amp;") + "|" + label + ">" : label;
  }

  /** A moment, which Slack shows in the reader's own zone. */
  public static String date(Instant at) {
    return "<!date^%d^{date_short_pretty} {time}|%s>"
        .formatted(at.getEpochSecond(), FALLBACK.format(at));
  }

  /** Text as Slack would give it: the opposite of {@link #plain}. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** What a person would read in text that Slack has escaped: names and labels, no marks. */
  public static String plain(String slackText) {
    Matcher reference = REFERENCE.matcher(slackText);
    String shown = reference.replaceAll(found -> Matcher.quoteReplacement(label(found)));
    return shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** Our own sentence for a notification, without the marks that only blocks understand. */
  public static String withoutMarks(String mrkdwn) {
    return REFERENCE
        .matcher(mrkdwn)
        .replaceAll(found -> Matcher.quoteReplacement(label(found)))
        .replaceAll("[*`]", "")
        .replaceAll("(?m)^> ", "");
  }

  private static String label(java.util.regex.MatchResult found) {
    String target = found.group(1);
    String label = found.group(2) != null && !found.group(2).isBlank() ? found.group(2) : null;
    if (target.startsWith("@") || target.startsWith("#")) {
      return target.charAt(0) + (label != null ? label : target.substring(1));
    }
    return label != null ? label : target.replaceFirst("^!", "@");
  }

  private static String harmless(String text) {
    return withoutGroupPings(visible(text)).replaceAll("\\s+", " ");
  }

  private static String withoutGroupPings(String text) {
    return GROUP_PING.matcher(text).replaceAll("@" + WORD_JOINER + "$1");
  }

  /** Without control characters, direction overrides and halves of surrogate pairs. */
  private static String visible(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .filter(point -> !isDirection(point))
        .map(point -> isBroken(point) ? '\uFFFD' : point)
        .filter(point -> !Character.isISOControl(point) || Character.isWhitespace(point))
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isBroken(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private static boolean isDirection(int point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  }

  private static String unmarked(String text) {
    return text.replace('<', '‹')
        .replace('>', '›')
        .replace('`', 'ˋ')
        .replace('*', '∗')
        .replace('~', '∼');
  }

  /** Marks of formatting give way to signs that look like them, so that they mark nothing. */
  private static String escaped(int point) {
    return switch (point) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '`' -> "ˋ";
      case '*' -> "∗";
      case '~' -> "∼";
      default -> Character.toString(point);
    };
  }
}
