package dev.vouch.slack.command.parse;

import dev.vouch.slack.view.Mrkdwn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One piece of what somebody typed: a word, or a person or channel that Slack turned into a
 * reference.
 *
 * @param text the word as it was meant; of a reference its name, where Slack gave one
 * @param id Slack id of a reference, else empty
 */
record Typed(Kind kind, String text, String id) {

  enum Kind {
    WORD,
    QUOTED,
    PERSON,
    CHANNEL,
    /** A group of people, or something else that Slack refers to. */
    OTHER
  }

  private static final int LONGEST = 2_000;
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\u200B\\u200C\\u2060\\uFEFF]+");
  private static final Pattern DOUBLE_QUOTES =
      Pattern.compile("[\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02]");
  private static final Pattern SINGLE_QUOTES = Pattern.compile("[\u2018\u2019\u201B]");
  private static final Pattern PIECE = Pattern.compile("<[^<>]*>|\"([^\"]*)\"|[^ <]+|<");
  private static final Pattern REFERENCE = Pattern.compile("<([@#])([A-Za-z0-9]+)(?:\\|([^>]*))?>");

  /** The pieces of a line, in order. Never fails, whatever the line. */
  static List<Typed> pieces(String line) {
    String even = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    even = DOUBLE_QUOTES.matcher(even).replaceAll("\"");
    even = SINGLE_QUOTES.matcher(even).replaceAll("'");
    Matcher piece = PIECE.matcher(BLANKS.matcher(even).replaceAll(" "));
    List<Typed> pieces = new ArrayList<>();
    while (piece.find()) {
      pieces.add(piece(piece.group(), Optional.ofNullable(piece.group(1))));
    }
    return pieces;
  }

  private static Typed piece(String text, Optional<String> quoted) {
    if (quoted.isPresent()) {
      return new Typed(Kind.QUOTED, Mrkdwn.plain(quoted.get()).strip(), "");
    }
    Matcher reference = REFERENCE.matcher(text);
    if (reference.matches()) {
      Kind kind = reference.group(1).equals("@") ? Kind.PERSON : Kind.CHANNEL;
      String name = reference.group(3) == null ? reference.group(2) : reference.group(3);
      return new Typed(kind, name, reference.group(2));
    }
    boolean special = text.startsWith("<!") && text.endsWith(">");
    return new Typed(special ? Kind.OTHER : Kind.WORD, Mrkdwn.plain(text), "");
  }

  /** The word in lower case, for comparing; empty for anything but a bare word. */
  String key() {
    return kind == Kind.WORD ? text.toLowerCase(Locale.ROOT) : "";
  }

  boolean is(String... words) {
    return List.of(words).contains(key());
  }

  /** What to call it in a sentence. */
  String shown() {
    return switch (kind) {
      case PERSON -> "@" + text;
      case CHANNEL -> "#" + text;
      default -> text;
    };
  }
}
