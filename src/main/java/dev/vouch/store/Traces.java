package dev.vouch.store;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What tells of one person in a text: Slack ids, addresses and names, and what stands in their
 * place once the person is erased. Immutable.
 *
 * <p>A name of one word is taken for theirs only behind an at sign: alone it may be anybody's.
 */
final class Traces {
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private final Set<String> handles;
  private final Pattern handle;
  private final Pattern name;

  /**
   * @param handles ids, and addresses in lower case
   */
  Traces(Collection<String> handles, Collection<String> names) {
    this.handles = Set.copyOf(handles);
    this.handle = any(handles, Traces::handle);
    Set<String> spoken = new TreeSet<>(names);
    spoken.removeIf(one -> one.isBlank() || handles.contains(one));
    this.name = any(spoken, Traces::name);
  }

  private static Pattern any(
      Collection<String> words, java.util.function.UnaryOperator<String> pattern) {
    return words.isEmpty()
        ? NOTHING
        : Pattern.compile(
            words.stream().map(pattern).collect(Collectors.joining("|")),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** An id may follow on digits: so it stands in the slots of mentions. */
  private static String handle(String handle) {
    String quoted = quoted(handle);
    return handle.contains("@")
        ? "(?<![\\p{L}\\p{N}._%+-])" + quoted + "(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])"
        : "(?<![\\p{L}_-])" + quoted + "(?![\\p{L}\\p{N}_-])";
  }

  private static String name(String name) {
    String quoted = quoted(name.strip());
    return (name.strip().contains(" ") ? "(?<![\\p{L}\\p{N}])@?" : "@")
        + quoted
        + "(?![\\p{L}\\p{N}])";
  }

  /** As it is, or as JSON may write it. */
  private static String quoted(String text) {
    StringBuilder pattern = new StringBuilder();
    for (char one : text.toCharArray()) {
      boolean plain = one < 128 && (Character.isLetterOrDigit(one) || one == ' ');
      pattern.append(
          plain
              ? String.valueOf(one)
              : "(?:%s|\\\\u%04x)".formatted(Pattern.quote(String.valueOf(one)), (int) one));
    }
    return pattern.toString();
  }

  Set<String> handles() {
    return handles;
  }

  boolean isHandle(String text) {
    return handles.contains(text) || handles.contains(text.toLowerCase(Locale.ROOT));
  }

  boolean hasHandle(String text) {
    return handle.matcher(text).find();
  }

  boolean hasName(String text) {
    return name.matcher(text).find();
  }

  /** The text without them. */
  String without(String text) {
    String nameless = name.matcher(text).replaceAll("somebody");
    return handle.matcher(nameless).replaceAll("erased");
  }
}
