package dev.vouch.classify.feature;

import java.util.ArrayList;
import java.util.List;

/** The outward shape of a text: its length, ends, figures, capitals, links, whom it addresses. */
final class Shape {
  private Shape() {}

  /** A token without what makes it one of a kind: links, names and figures become one word each. */
  static String normal(String token) {
    char first = token.charAt(0);
    if (token.startsWith("http") && token.contains("://") || token.startsWith("www.")) {
      return "URL";
    }
    if (first == '@' && token.length() > 1) {
      return "@NAME";
    }
    if (Character.isDigit(first)) {
      return token.endsWith("%") ? "0%" : "0";
    }
    if ("$€£".indexOf(first) >= 0 && token.length() > 1) {
      return "$0";
    }
    return squeezed(token);
  }

  /** Letters that come three times or more in a row, twice: "sooooo" and "soo" are one word. */
  private static String squeezed(String token) {
    StringBuilder out = new StringBuilder(token.length());
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      boolean third = i > 1 && c == token.charAt(i - 1) && c == token.charAt(i - 2);
      if (!third) {
        out.append(c);
      }
    }
    return out.toString();
  }

  static List<String> of(String text, String folded, List<String> words) {
    List<String> shape = new ArrayList<>();
    shape.add("length=" + (int) (Math.log(1 + words.size()) / Math.log(1.6)));
    if (words.isEmpty()) {
      return shape;
    }
    shape.add("first=" + words.get(0));
    shape.add("last=" + words.get(words.size() - 1));
    shape.add("people=" + people(words));
    addIf(shape, "figures", words.contains("0") || words.contains("0%") || words.contains("$0"));
    addIf(shape, "bang", folded.indexOf('!') >= 0);
    addIf(shape, "quoted", folded.indexOf('"') >= 0 || folded.indexOf('“') >= 0);
    addIf(shape, "hash", folded.indexOf('#') >= 0);
    addIf(shape, "shout", shouted(text));
    addIf(shape, "ask-end", folded.stripTrailing().endsWith("?"));
    addIf(shape, "sentences", folded.indexOf(". ") >= 0);
    return shape;
  }

  private static void addIf(List<String> shape, String name, boolean there) {
    if (there) {
      shape.add("shape=" + name);
    }
  }

  /** Which of I, we, you and they the text speaks of. */
  private static String people(List<String> words) {
    return (any(words, "i", "i'm", "i've", "my", "me", "i'd", "i'll") ? "i" : "")
        + (any(words, "we", "our", "us", "we're", "we've", "we'd") ? "w" : "")
        + (any(words, "you", "your", "u", "ur", "you're", "you'll") ? "y" : "")
        + (any(words, "they", "their", "them", "they're") ? "t" : "");
  }

  private static boolean any(List<String> words, String... some) {
    return List.of(some).stream().anyMatch(words::contains);
  }

  /** Whether more than half of at least eight letters are capitals. */
  private static boolean shouted(String text) {
    long letters = text.chars().filter(Character::isLetter).count();
    return letters >= 8 && text.chars().filter(Character::isUpperCase).count() * 2 > letters;
  }
}
