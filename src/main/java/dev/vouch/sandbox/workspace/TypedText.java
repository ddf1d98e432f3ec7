package dev.vouch.sandbox.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Turns what a person types into what Slack sends: escapes, and references by id.
 *
 * <p>An at sign may stand before a full name, a first name, a handle or an id; the longest fits
 * first. Code is escaped but never linked.
 */
final class TypedText {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<code>```[\\s\\S]*?```|`[^`\\n]+`)"
              + "|(?<url>https?://(?:(?!&[lg]t;)[^\\s<>|])*(?<![.,;:!?)'\"]))"
              + "|(?<mail>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)"
              + "|(?<=^|[^\\w])(?<at>@)(?=\\w)"
              + "|(?<=^|[^\\w&])(?<hash>#(?<channel>[\\w-]+))",
          Pattern.UNICODE_CHARACTER_CLASS);

  private final List<Person> people;
  private final List<Channel> channels;
  private final Function<Person, String> mention;

  private TypedText(List<Person> people, List<Channel> channels, Function<Person, String> mention) {
    this.people = people;
    this.channels = channels;
    this.mention = mention;
  }

  /** For messages: {@code <@U1>}. */
  static TypedText messages(List<Person> people, List<Channel> channels) {
    return new TypedText(people, channels, person -> "<@" + person.id() + ">");
  }

  /** For slash commands with {@code should_escape}: {@code <@U1|handle>}. */
  static TypedText commands(List<Person> people, List<Channel> channels) {
    return new TypedText(
        people, channels, person -> "<@" + person.id() + "|" + person.handle() + ">");
  }

  /** The text as Slack sends it. */
  String send(String typed) {
    String text = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    StringBuilder sent = new StringBuilder();
    int from = 0;
    var matcher = TOKEN.matcher(text);
    while (matcher.find(from)) {
      sent.append(text, from, matcher.start());
      from = append(sent, text, matcher.toMatchResult(), matcher.group("at") != null);
    }
    return sent.append(text, from, text.length()).toString();
  }

  /** Appends what the match stands for, and says where to read on. */
  private int append(StringBuilder sent, String text, MatchResult match, boolean at) {
    if (at) {
      return appendPerson(sent, text, match.start());
    }
    String found = match.group();
    if (found.startsWith("`")) {
      sent.append(found);
    } else if (found.startsWith("#")) {
      sent.append(channel(found));
    } else if (found.startsWith("http")) {
      sent.append('<').append(found).append('>');
    } else {
      sent.append("<mailto:").append(found).append('|').append(found).append('>');
    }
    return match.end();
  }

  private int appendPerson(StringBuilder sent, String text, int at) {
    for (String word : List.of("here", "channel", "everyone")) {
      if (stands(text, at + 1, word)) {
        sent.append("<!").append(word).append('>');
        return at + 1 + word.length();
      }
    }
    for (Named named : longestFirst()) {
      if (stands(text, at + 1, named.name())) {
        sent.append(mention.apply(named.person()));
        return at + 1 + named.name().length();
      }
    }
    sent.append('@');
    return at + 1;
  }

  private record Named(String name, Person person) {}

  private List<Named> longestFirst() {
    List<Named> all = new ArrayList<>();
    for (Person person : people) {
      for (String name : List.of(person.name(), person.handle(), person.firstName(), person.id())) {
        all.add(new Named(name, person));
      }
    }
    all.sort(Comparator.comparingInt((Named named) -> named.name().length()).reversed());
    return all;
  }

  private static boolean stands(String text, int from, String name) {
    int end = from + name.length();
    return text.regionMatches(true, from, name, 0, name.length())
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }

  private String channel(String hashed) {
    String name = hashed.substring(1).toLowerCase(Locale.ROOT);
    return channels.stream()
        .filter(channel -> channel.name().equals(name))
        .findFirst()
        .map(channel -> "<#" + channel.id() + "|" + channel.name() + ">")
        .orElse(hashed);
  }
}
