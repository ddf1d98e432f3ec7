package dev.vouch.classify.feature;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression that is looked for in many texts and found in few: where a text holds none
 * of its {@link Telltales} it is not tried at all.
 */
public final class Phrase {
  private final Pattern pattern;
  private final String[] telltales;

  private Phrase(Pattern pattern, String[] telltales) {
    this.pattern = pattern;
    this.telltales = telltales;
  }

  /**
   * @throws java.util.regex.PatternSyntaxException if it is no regular expression
   */
  public static Phrase of(String regex) {
    return new Phrase(Pattern.compile(regex), Telltales.of(regex).toArray(String[]::new));
  }

  /** Whether it is found anywhere in {@code text}. */
  public boolean isIn(String text) {
    return mayBeIn(text) && pattern.matcher(text).find();
  }

  /** Whether it is all of {@code text}. */
  public boolean isAllOf(String text) {
    return mayBeIn(text) && pattern.matcher(text).matches();
  }

  /** The first place in {@code text} at which it is found. */
  public Optional<MatchResult> first(String text) {
    if (!mayBeIn(text)) {
      return Optional.empty();
    }
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher) : Optional.empty();
  }

  /** The text with {@code instead} in each place at which it is found. */
  public String replacedIn(String text, String instead) {
    return mayBeIn(text) ? pattern.matcher(text).replaceAll(instead) : text;
  }

  private boolean mayBeIn(String text) {
    if (telltales.length == 0) {
      return true;
    }
    for (String one : telltales) {
      if (text.contains(one)) {
        return true;
      }
    }
    return false;
  }

  /** Without its telltales, so that a test can see that they change nothing. */
  Pattern pattern() {
    return pattern;
  }

  @Override
  public String toString() {
    return pattern.pattern();
  }
}
