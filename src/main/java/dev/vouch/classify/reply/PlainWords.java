package dev.vouch.classify.reply;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A message as bare words: lower case, no accents, no apostrophes, one blank between words and a
 * slash where a clause ends. It begins and ends with {@code " / "}.
 */
public final class PlainWords {
  private static final int LONGEST = 1_000;
  private static final Pattern REFERENCE = Pattern.compile("<[^<>]*?(?:\\|([^<>]*))?>");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['\u2019\u2018`\u00B4\u02BC]");
  private static final Pattern ORDINAL = Pattern.compile("(?<=\\d)\\.(?=\\s+\\p{L})");
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[.\\-/](?=\\d)");
  private static final Pattern CLAUSE =
      Pattern.compile("[.,;:!?\u2026\u3002\uFF01\\n\\r()\"\u201C\u201D\u2013\u2014|/]+");
  private static final Pattern WITHIN = Pattern.compile("(?<=\\p{L})[.](?=\\p{L})");
  private static final Pattern WITH = Pattern.compile("(?<=\\s)w/(?=\\s)");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_/\u0001\u0002\u0003]+");
  private static final Pattern STRETCHED = Pattern.compile("(\\p{L})\\1{2,}");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern SLASHES = Pattern.compile("(?: /)+(?= /)");

  /** Signs that say as much as a word, as people and as Slack write them. */
  private static final Map<Pattern, String> SIGNS =
      Map.of(
          Pattern.compile(
              ":(?:octagonal_sign|stop_sign|no_entry|no_entry_sign):|[\u26D4\\x{1F6D1}\\x{1F6AB}]"),
          " opt_out_sign ",
          Pattern.compile(":(?:hand|raised_hand|raised_back_of_hand):|[\u270B\\x{1F91A}]"),
          " hand_sign ",
          Pattern.compile(
              ":(?:middle_finger|reversed_hand_with_middle_finger_extended):|\\x{1F595}"),
          " middle_finger_sign ",
          Pattern.compile(":(?:-1|thumbsdown):(?::skin-tone-\\d:)?|\\x{1F44E}"),
          " thumbs_down_sign ");

  private static final Pattern OTHER_SIGN = Pattern.compile(":[a-z0-9_+\\-]+:");

  private PlainWords() {}

  /** The words of a message as Slack has it. */
  public static String of(String slackText) {
    String text = slackText.length() > LONGEST ? slackText.substring(0, LONGEST) : slackText;
    text = REFERENCE.matcher(text).replaceAll("$1");
    for (Map.Entry<Pattern, String> sign : SIGNS.entrySet()) {
      text = sign.getKey().matcher(text).replaceAll(sign.getValue());
    }
    text =
        OTHER_SIGN
            .matcher(text)
            .replaceAll(" ")
            .replace("&amp;", " and ")
            .replace("&gt;", " ")
            .replace("&lt;", " ");
    text = APOSTROPHES.matcher(unaccented(text)).replaceAll("");
    text = ORDINAL.matcher(text).replaceAll("");
    text = BETWEEN_DIGITS.matcher(text).replaceAll("\u0001");
    text = WITH.matcher(WITHIN.matcher(text).replaceAll(" ")).replaceAll(" with ");
    text = CLAUSE.matcher(text).replaceAll(" / ");
    text = NO_WORD.matcher(text).replaceAll(" ").replace('\u0001', '-');
    text = STRETCHED.matcher(text).replaceAll("$1");
    return SLASHES.matcher(BLANKS.matcher(" / " + text + " / ").replaceAll(" ")).replaceAll("");
  }

  /** In lower case and without accents, as patterns have it. */
  static String unaccented(String text) {
    String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    return MARKS.matcher(apart).replaceAll("").replace("\u00DF", "ss");
  }
}
