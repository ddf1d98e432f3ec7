package dev.vouch.classify.feature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a regular expression what a text must hold for it to be found there: pieces of which
 * every match has one at least. A text that holds none of them need not be searched, and looking
 * for pieces is many times quicker than trying the expression at every place.
 *
 * <p>It knows the syntax that rules are written in. Of an expression that uses anything else it
 * says nothing, and that one is searched for everywhere.
 */
final class Telltales {
  /** More ways than this to go on with are not written out. */
  private static final int MOST = 80;

  /** A shorter piece is in nearly every text. */
  private static final int SHORTEST = 2;

  /** A longer piece is not much rarer. */
  private static final int LONG_ENOUGH = 6;

  private static final String ZERO_WIDTH = "bBAzZG";
  private static final String CLASSES = "wWdDsShH";

  private final String regex;
  private int at;

  private Telltales(String regex) {
    this.regex = regex;
  }

  /** The pieces, none of which holds another; empty where there is nothing to tell by. */
  static Set<String> of(String regex) {
    Telltales reader = new Telltales(regex);
    try {
      Part whole = reader.choice();
      return reader.at < regex.length() ? Set.of() : shortest(whole.told());
    } catch (Unknown e) {
      return Set.of();
    }
  }

  private static Set<String> shortest(@Nullable Set<String> pieces) {
    return pieces == null
        ? Set.of()
        : pieces.stream()
            .filter(one -> pieces.stream().noneMatch(o -> !o.equals(one) && one.contains(o)))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Syntax that is not known here. */
  private static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unknown() {
      super("unknown syntax", null, false, false);
    }
  }

  /**
   * What is known of a part of the expression.
   *
   * @param all everything that it can match; null if that is too much to write out
   * @param some pieces of which every match has one; null if there are none
   */
  private record Part(@Nullable Set<String> all, @Nullable Set<String> some) {
    static final Part NOTHING = new Part(Set.of(""), null);
    static final Part ANYTHING = new Part(null, null);

    static Part of(Set<String> all) {
      return new Part(all, null);
    }

    /** The best there is to tell it by. */
    @Nullable Set<String> told() {
      boolean tells = all != null && all.stream().allMatch(one -> one.length() >= SHORTEST);
      return tells ? all : some;
    }

    Part or(Part other) {
      Set<String> mine = told();
      Set<String> others = other.told();
      Set<String> some = mine == null || others == null ? null : union(mine, others);
      Set<String> both = all == null || other.all == null ? null : union(all, other.all);
      return new Part(both != null && both.size() <= MOST ? both : null, some);
    }
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }

  private static @Nullable Set<String> better(
      @Nullable Set<String> one, @Nullable Set<String> other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return worth(one) >= worth(other) ? one : other;
  }

  /** Long pieces are rare, and few are looked for quickly. */
  private static int worth(Set<String> pieces) {
    int shortest = pieces.stream().mapToInt(String::length).min().orElse(0);
    return Math.min(shortest, LONG_ENOUGH) * MOST / 4 - pieces.size();
  }

  private Part choice() {
    Part part = sequence();
    while (accepts('|')) {
      part = part.or(sequence());
    }
    return part;
  }

  private Part sequence() {
    List<Part> parts = new ArrayList<>();
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      parts.add(repeated(one()));
    }
    return joined(parts);
  }

  /** Neighbours that can be written out are one piece. */
  private static Part joined(List<Part> parts) {
    Set<String> best = null;
    Set<String> run = Set.of("");
    boolean whole = true;
    for (Part part : parts) {
      Set<String> longer = part.all() == null ? null : product(run, part.all());
      if (longer == null) {
        whole = false;
        best = better(better(best, Part.of(run).told()), part.told());
        run = part.all() == null ? Set.of("") : part.all();
      } else {
        run = longer;
      }
    }
    return whole ? Part.of(run) : new Part(null, better(best, Part.of(run).told()));
  }

  private static @Nullable Set<String> product(Set<String> starts, Set<String> ends) {
    if (starts.size() * ends.size() > MOST) {
      return null;
    }
    Set<String> all = new HashSet<>();
    starts.forEach(start -> ends.forEach(end -> all.add(start + end)));
    return all;
  }

  private Part repeated(Part part) {
    Part result = part;
    if (accepts('?')) {
      result = part.or(Part.NOTHING);
    } else if (accepts('*')) {
      result = Part.ANYTHING;
    } else if (accepts('+')) {
      result = new Part(null, part.told());
    } else if (at < regex.length() && regex.charAt(at) == '{') {
      result = counted(part);
    } else {
      return part;
    }
    if (!accepts('?')) {
      accepts('+');
    }
    return result;
  }

  private Part counted(Part part) {
    int end = regex.indexOf('}', at);
    if (end < 0) {
      throw new Unknown();
    }
    String least = regex.substring(at + 1, end).split(",", -1)[0];
    at = end + 1;
    return least.equals("0") ? Part.ANYTHING : new Part(null, part.told());
  }

  private Part one() {
    char c = regex.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> oneOf();
      case '\\' -> escaped();
      case '.' -> Part.ANYTHING;
      case '^', '$' -> Part.NOTHING;
      case '*', '+', '?', '{' -> throw new Unknown();
      default -> itself(c);
    };
  }

  /** What is written as two chars could be taken apart by a question mark behind it. */
  private static Part itself(char c) {
    if (Character.isSurrogate(c)) {
      throw new Unknown();
    }
    return Part.of(Set.of(String.valueOf(c)));
  }

  /** What is looked at before or behind is no part of a match. */
  private Part group() {
    boolean looks =
        acceptsAny("?=", "?!", "?<=", "?<!").isPresent()
            || !acceptsAny("?:").isPresent() && isSpecial();
    Part inside = choice();
    if (!accepts(')')) {
      throw new Unknown();
    }
    return looks ? Part.NOTHING : inside;
  }

  private boolean isSpecial() {
    if (at < regex.length() && regex.charAt(at) == '?') {
      throw new Unknown();
    }
    return false;
  }

  private Part escaped() {
    if (at == regex.length()) {
      throw new Unknown();
    }
    char c = regex.charAt(at++);
    if (ZERO_WIDTH.indexOf(c) >= 0) {
      return Part.NOTHING;
    }
    if (CLASSES.indexOf(c) >= 0) {
      return Part.ANYTHING;
    }
    if (Character.isLetterOrDigit(c)) {
      throw new Unknown();
    }
    return itself(c);
  }

  /** Of a set of a few characters each is written out. */
  private Part oneOf() {
    int end = regex.indexOf(']', at + 1);
    if (end < 0) {
      throw new Unknown();
    }
    String inside = regex.substring(at, end);
    at = end + 1;
    if (inside.contains("[") || inside.endsWith("\\") || inside.contains("&&")) {
      throw new Unknown();
    }
    boolean plain = inside.matches("-?[ -~&&[^\\\\^-]]{1,4}|[ -~&&[^\\\\^-]]{1,4}-");
    return plain
        ? Part.of(
            inside.chars().mapToObj(c -> String.valueOf((char) c)).collect(Collectors.toSet()))
        : Part.ANYTHING;
  }

  private boolean accepts(char c) {
    boolean there = at < regex.length() && regex.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private Optional<String> acceptsAny(String... texts) {
    for (String text : texts) {
      if (regex.startsWith(text, at)) {
        at += text.length();
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }
}
