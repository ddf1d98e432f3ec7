package dev.vouch.nudge.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The turns of phrase of one label in {@code wording.tsv}, looked for in folded text. */
final class Phrases {
  private static final List<Phrase> ALL = read();

  private final Pattern any;

  /**
   * A line of the file.
   *
   * @param pattern a regular expression, in which a blank stands for any blanks
   * @param example in which it is found; a test holds each to it
   */
  record Phrase(String label, String pattern, String example) {}

  private Phrases(Pattern any) {
    this.any = any;
  }

  static Phrases labelled(String label) {
    return new Phrases(
        Pattern.compile(
            ALL.stream()
                .filter(phrase -> phrase.label().equals(label))
                .map(phrase -> compiled(phrase.pattern()))
                .collect(
                    Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])"))));
  }

  static List<Phrase> all() {
    return ALL;
  }

  List<MatchResult> in(String folded) {
    return any.matcher(folded).results().toList();
  }

  boolean isIn(CharSequence folded) {
    return any.matcher(folded).find();
  }

  String replacedIn(String folded) {
    return any.matcher(folded).replaceAll(" ");
  }

  /** Lower case and straight quotes, char by char, so that places in it are places in the text. */
  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      folded.append(c == '\u2019' || c == '\u2018' ? '\'' : Character.toLowerCase(c));
    }
    return folded.toString();
  }

  static String compiled(String pattern) {
    return pattern.replace(" ?", "\\s?").replace(" ", "\\s+");
  }

  private static List<Phrase> read() {
    return lines("wording.tsv")
        .map(line -> line.split("\t", -1))
        .map(cells -> new Phrase(cells[0], cells[1], cells[2]))
        .toList();
  }

  /** Words that fit anybody. */
  static Set<String> generic() {
    return lines("generic.txt")
        .flatMap(line -> Arrays.stream(line.split(" ")))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> lines(String file) {
    try (InputStream in = Phrases.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
