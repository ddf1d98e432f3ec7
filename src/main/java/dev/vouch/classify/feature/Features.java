package dev.vouch.classify.feature;

import dev.vouch.classify.text.Nameless;
import dev.vouch.classify.text.SocialTokenizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.util.Span;

/**
 * What the models see of a text: words and pairs of words, feeling, cues and shape, each a string.
 * A feature is there or not; how often does not count.
 */
public final class Features {
  /** Longer texts are judged by their beginning; a message of Slack is rarely longer. */
  private static final int TOKENS_READ = 1_500;

  /** What the names of words, pairs of words, negated words and stems begin with. */
  private static final Set<String> WORDS = Set.of("w=", "b=", "n=", "s=", "last=");

  private static final SocialTokenizer TOKENIZER = new SocialTokenizer();

  private final String text;
  private final Map<String, Feature> found = new LinkedHashMap<>();
  private final List<Cue.Hit> cues;

  private Features(String text, List<Cue.Hit> cues) {
    this.text = text;
    this.cues = cues;
  }

  /** The features of {@code seen}, each once, in order of appearance. */
  public static Features of(Nameless seen) {
    String folded = Cue.fold(seen.text());
    Features features = new Features(seen.text(), Cue.find(folded));
    List<Token> tokens = tokens(folded, features.cues);
    features.addWords(tokens);
    double balance = features.addFeeling(tokens);
    features.addCues(balance);
    features.addShape(tokens, folded);
    return features;
  }

  /** What the models know the features by. */
  public String[] names() {
    return found.keySet().toArray(String[]::new);
  }

  /** The names of the features that are more than words: cues, feeling, shape. */
  public String[] phrases() {
    return found.keySet().stream().filter(Features::isPhrase).toArray(String[]::new);
  }

  private static boolean isPhrase(String name) {
    return !WORDS.contains(name.substring(0, name.indexOf('=') + 1));
  }

  /** The features themselves, in the order of their {@link #names}. */
  public List<Feature> all() {
    return List.copyOf(found.values());
  }

  /** The cues found in the text, in the order of the rules. */
  public List<Cue.Hit> cues() {
    return cues;
  }

  /** A token as the features name it, with whether a negation reaches over it. */
  private record Token(String raw, String word, int start, int end, boolean negated) {}

  private static List<Token> tokens(String folded, List<Cue.Hit> cues) {
    Negation negation = new Negation(cues);
    List<Token> tokens = new ArrayList<>();
    for (Span span : TOKENIZER.tokenizePos(folded)) {
      if (tokens.size() == TOKENS_READ) {
        break;
      }
      String raw = folded.substring(span.getStart(), span.getEnd());
      boolean negated = negation.reaches(raw, span);
      tokens.add(new Token(raw, Shape.normal(raw), span.getStart(), span.getEnd(), negated));
    }
    return tokens;
  }

  private void addWords(List<Token> tokens) {
    Token previous = null;
    for (Token token : tokens) {
      if (!token.negated()) add("w=" + token.word(), token.start(), token.end());
      if (token.negated()) {
        add("n=" + token.word(), token.start(), token.end());
      }
      if (token.word().length() > 6) {
        add("s=" + token.word().substring(0, 5), token.start(), token.end());
      }
      if (previous != null) {
        add("b=" + previous.word() + "_" + token.word(), previous.start(), token.end());
      }
      previous = token;
    }
  }

  /** Adds the feeling of the text in buckets; returns the balance of its weights. */
  private double addFeeling(List<Token> tokens) {
    int up = 0;
    int down = 0;
    for (Token token : tokens) {
      int weight = Lexicon.shipped().weight(token.raw());
      int turned = token.negated() ? -weight : weight;
      up += Math.max(0, turned);
      down -= Math.min(0, turned);
    }
    whole("up=" + Math.min(up, 6));
    whole("down=" + Math.min(down, 6));
    whole("balance=" + Math.max(-4, Math.min(4, up - down)));
    return up - down;
  }

  private void addCues(double balance) {
    String feeling = balance > 0 ? "+" : balance < 0 ? "-" : "0";
    List<String> labels = new ArrayList<>();
    for (Cue.Hit hit : cues) {
      add("c=" + hit.cue().name(), hit.start(), hit.end());
      whole("c" + feeling + "=" + hit.cue().name());
      if (!labels.contains(hit.cue().label())) {
        labels.add(hit.cue().label());
      }
    }
    for (String label : labels) {
      whole("l=" + label);
      for (String other : labels) {
        if (label.compareTo(other) < 0) {
          whole("l=" + label + "&" + other);
        }
      }
    }
    if (labels.isEmpty()) {
      whole("l=none" + feeling);
    }
  }

  private void addShape(List<Token> tokens, String folded) {
    Shape.of(text, folded, tokens.stream().map(Token::word).toList()).forEach(this::whole);
  }

  private void add(String name, int start, int end) {
    found.putIfAbsent(name, new Feature(name, start, end));
  }

  private void whole(String name) {
    found.putIfAbsent(name, Feature.whole(name));
  }
}
