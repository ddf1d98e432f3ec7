package dev.vouch.classify.reply;

import dev.vouch.classify.text.Slips;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The patterns of {@code wishes.txt}, one for each kind of line. */
final class WishRules {
  private static final String FILE = "wishes.txt";
  private static final Pattern LINE = Pattern.compile("([a-z]+) (.+)");
  private static final Pattern PIECE = Pattern.compile("([A-Z]+) = (.+)");
  private static final Pattern NAMED = Pattern.compile("\\{([A-Z]+)}");
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
  private static final Pattern BLANKS = Pattern.compile(" +");
  private static final int LONGEST_WHOLE = 200;
  private static final int SHORTEST_TYPO = 3;
  private static final int LONG = 8;

  private final Map<String, Pattern> patterns;
  private final String filler;
  private final Map<String, Pattern> wholes;
  private final Set<String> meant;
  private final Set<String> spelling;

  private WishRules(List<String> lines) {
    Map<String, String> pieces = new HashMap<>();
    Map<String, List<String>> rules = new LinkedHashMap<>();
    for (String line : lines) {
      Matcher piece = PIECE.matcher(line);
      Matcher rule = LINE.matcher(line);
      if (piece.matches()) {
        pieces.put(piece.group(1), named(piece.group(2), pieces));
      } else if (rule.matches()) {
        rules
            .computeIfAbsent(rule.group(1), kind -> new ArrayList<>())
            .add(named(rule.group(2), pieces));
      }
    }
    spelling = words(Objects.requireNonNull(rules.remove("typo")));
    meant = words(Objects.requireNonNull(rules.remove("word")));
    for (List<String> all : rules.values()) {
      all.forEach(rule -> WORD.matcher(rule).results().forEach(word -> meant.add(word.group())));
    }
    meant.addAll(spelling);
    patterns =
        rules.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> pattern(one.getValue())));
    filler = Objects.requireNonNull(pieces.get("FILL"));
    wholes =
        Stream.of("whole", "resume", "no")
            .collect(
                Collectors.toMap(
                    Function.identity(), kind -> whole(Objects.requireNonNull(rules.get(kind)))));
  }

  /** That, once or more, among greetings, pleases and the like. */
  private Pattern whole(List<String> alternatives) {
    String all = String.join("|", alternatives);
    return Pattern.compile("(?:%s )*(?:%s) (?:(?:%s|%s) )*".formatted(filler, all, filler, all));
  }

  static WishRules shipped() {
    try (InputStream file = WishRules.class.getResourceAsStream(FILE)) {
      byte[] bytes = Objects.requireNonNull(file, FILE).readAllBytes();
      return new WishRules(
          new String(bytes, StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String named(String pattern, Map<String, String> pieces) {
    return NAMED
        .matcher(pattern)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Objects.requireNonNull(pieces.get(found.group(1)), found.group())));
  }

  private static Set<String> words(List<String> lines) {
    return lines.stream()
        .flatMap(line -> List.of(line.split(" ", -1)).stream())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Pattern pattern(List<String> alternatives) {
    String all =
        alternatives.stream().map(one -> "(?:" + one + ")").collect(Collectors.joining("|"));
    return Pattern.compile("(?<= )(?:" + all + ")(?= |(?<= ))", Pattern.UNICODE_CHARACTER_CLASS);
  }

  /** What lines of that kind look for. */
  Pattern pattern(String kind) {
    return Objects.requireNonNull(patterns.get(kind), kind);
  }

  /** Whether it is all that was said, but for greetings, pleases and the like. */
  boolean isAll(String kind, String words) {
    String bare = BLANKS.matcher(words).replaceAll(" ").stripLeading();
    return bare.length() <= LONGEST_WHOLE
        && Objects.requireNonNull(wholes.get(kind)).matcher(bare).matches();
  }

  /** The same with the misspellings of words that matter put right. */
  String spelled(String words) {
    StringBuilder right = new StringBuilder();
    for (String word : words.strip().split(" ", -1)) {
      right.append(' ').append(spelledWord(word));
    }
    return right.append(' ').toString();
  }

  private String spelledWord(String word) {
    if (word.length() < SHORTEST_TYPO || meant.contains(word)) {
      return word;
    }
    return spelling.stream()
        .filter(right -> isNear(word, right))
        .min(Comparator.comparingInt(right -> Slips.between(word, right)))
        .orElse(word);
  }

  private static boolean isNear(String word, String right) {
    int most = right.length() >= LONG ? 2 : 1;
    return Math.abs(word.length() - right.length()) <= most
        && word.charAt(0) == right.charAt(0)
        && Slips.between(word, right) <= most;
  }
}
