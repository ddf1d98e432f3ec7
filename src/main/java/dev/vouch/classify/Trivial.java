package dev.vouch.classify;

import dev.vouch.classify.feature.Cue;
import dev.vouch.classify.feature.Lexicon;
import dev.vouch.classify.text.Emoji;
import dev.vouch.classify.text.SlackText;
import dev.vouch.classify.text.SocialTokenizer;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Sentiment;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Texts too short for a model: their reading follows from a rule.
 *
 * @param sure false where there is nothing to read
 */
record Trivial(Intent intent, Sentiment sentiment, boolean sure) {
  private static final Trivial NOTHING = new Trivial(Intent.NEUTRAL, Sentiment.NEUTRAL, false);
  private static final int LONGEST = 60;
  private static final Pattern SECONDED =
      Pattern.compile(
          "(?:@[\\w.-]{1,30} )?(?:\\+ ?\\d{1,4}|this( one)?|so much this|\\^{1,8}|same( here)?|so true"
              + "|agreed?|exactly( this)?|seconded|ditto|co-?signed|(?:i )?second (?:this|that)"
              + "|what (?:he|she|they) said|hear,? hear)(?: \\^{1,8})?");
  private static final Pattern LAUGHED =
      Pattern.compile("(?:lol|lmao|rofl|(?:ha){1,20}h?|he(?:he){1,20}|ok|okay|k|hm{1,20}|hi|hey)");

  /** The reading of {@code text}, where a rule is enough. */
  static Optional<Trivial> of(String text) {
    String words = words(text);
    if (words.isEmpty()) {
      return Optional.of(onlySigns(text));
    }
    if (Cue.fold(text).startsWith("rt @")) {
      return Optional.of(new Trivial(Intent.AMPLIFICATION, Sentiment.NEUTRAL, true));
    }
    if (words.length() > LONGEST) {
      return Optional.empty();
    }
    if (SECONDED.matcher(words).matches()) {
      return Optional.of(new Trivial(Intent.AMPLIFICATION, Sentiment.POSITIVE, true));
    }
    return LAUGHED.matcher(words).matches()
        ? Optional.of(new Trivial(Intent.NEUTRAL, Sentiment.NEUTRAL, true))
        : Optional.empty();
  }

  /** The folded text without emoji, placeholders and the punctuation around it. */
  private static String words(String text) {
    StringBuilder out = new StringBuilder();
    String folded = Cue.fold(text).replace(SlackText.CODE, " ");
    for (String token : new SocialTokenizer().tokenize(folded)) {
      boolean sign = token.codePoints().noneMatch(Character::isLetterOrDigit);
      boolean kept = token.charAt(0) == '^' || token.equals("+");
      boolean emoji = token.length() > 2 && token.startsWith(":") && token.endsWith(":");
      if (!emoji && (!sign || kept)) {
        boolean joined = out.length() == 0 || out.charAt(out.length() - 1) == '+';
        out.append(joined ? "" : " ").append(token);
      }
    }
    return out.toString();
  }

  /** No words at all: emoji pass on a feeling, anything else says nothing. */
  private static Trivial onlySigns(String text) {
    String[] tokens = new SocialTokenizer().tokenize(Cue.fold(text));
    int feeling = 0;
    boolean emoji = false;
    for (String token : tokens) {
      feeling += Lexicon.shipped().weight(token);
      emoji |= Emoji.isEmoji(token.codePointAt(0)) || token.matches(":[a-z0-9_+'-]{2,60}:");
    }
    if (!emoji) {
      return NOTHING;
    }
    Sentiment sentiment =
        feeling > 0 ? Sentiment.POSITIVE : feeling < 0 ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
    return new Trivial(Intent.AMPLIFICATION, sentiment, true);
  }
}
