package dev.vouch.classify.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.tokenize.Tokenizer;
import opennlp.tools.util.Span;

/**
 * Cuts the writing of chats and social networks: links, @names, hashtags, emoji, emoticons, money
 * and runs of punctuation are tokens of their own. Thread-safe; linear in the length of the text.
 */
public final class SocialTokenizer implements Tokenizer {
  /** What the name behind an "@" is made of, as a class of characters. */
  static final String OF_NAMES = "\\p{L}\\p{M}\\p{N}_.\\-" + Names.JOINER;

  /** Repetitions of groups are bounded: Java's matcher recurses on unbounded ones. */
  private static final Pattern TOKEN =
      Pattern.compile(
          String.join(
              "|",
              "https?://\\S++|www\\.\\S++",
              "@[" + OF_NAMES + "]++",
              "#[\\p{L}\\p{N}_]++",
              ":[a-z0-9_+'\\-]{1,40}:",
              "[:;=]['\\-]?[)(DPpO/*3|](?![\\p{L}\\p{N}])|<3",
              "[$€£]\\d[\\d.,]*+[kKmM]?",
              "\\d[\\d.,]*+%?",
              "[\\p{L}\\p{M}\\p{Cs}_]++(?:['’][\\p{L}\\p{M}]++){0,3}",
              "[\\x{2190}-\\x{2BFF}\\x{1F000}-\\x{1FAFF}]\\x{FE0F}?",
              "!++|\\?++|\\.{2,}+|\\^++",
              "\\S"));

  @Override
  public String[] tokenize(String text) {
    return Span.spansToStrings(tokenizePos(text), text);
  }

  @Override
  public Span[] tokenizePos(String text) {
    List<Span> spans = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      spans.add(new Span(matcher.start(), matcher.end()));
    }
    return spans.toArray(Span[]::new);
  }
}
