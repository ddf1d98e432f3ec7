package dev.vouch.classify.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands within one line of Slack's mrkdwn: references, code, emoji and markers. */
final class SlackInline {
  private static final Pattern EMOJI =
      Pattern.compile(":([a-z0-9_+'\\-]{1,60}+):(?::skin-tone-[2-6]:)?");
  private static final Pattern ID = Pattern.compile("[UWB][A-Z0-9]{2,}");
  private static final Pattern ADDRESS = Pattern.compile("(?:https?|mailto|tel|slack|ftp):.*");

  private final List<String> code;
  private final Names names;
  private final List<String> people = new ArrayList<>();
  private final List<String> channels = new ArrayList<>();
  private final List<String> links = new ArrayList<>();

  /**
   * @param code receives the code spans that are set aside
   * @param names of the people spoken of
   */
  SlackInline(List<String> code, Names names) {
    this.code = code;
    this.names = names;
  }

  List<String> people() {
    return people;
  }

  List<String> channels() {
    return channels;
  }

  List<String> links() {
    return links;
  }

  /** The words of {@code line}; what it refers to is noted. */
  String read(String line) {
    StringBuilder out = new StringBuilder(line.length());
    BitSet markers = new BitSet();
    Matcher emoji = EMOJI.matcher(line);
    int at = 0;
    while (at < line.length()) {
      int next =
          switch (line.charAt(at)) {
            case '<' -> reference(line, at, out);
            case '`' -> span(line, at, out);
            case ':' -> emoji(emoji, line, at, out);
            case '&' -> entity(line, at, out);
            default -> at;
          };
      if (next == at) {
        if ("*_~".indexOf(line.charAt(at)) >= 0) {
          markers.set(out.length());
        }
        out.append(line.charAt(at));
        next = at + 1;
      }
      at = next;
    }
    return withoutMarkers(out, markers);
  }

  /** Undoes Slack's three escapes, each once: {@code &amp;lt;} becomes {@code &lt;}. */
  static String unescape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int next = text.charAt(at) == '&' ? entity(text, at, out) : at;
      if (next == at) {
        out.append(text.charAt(at));
        next++;
      }
      at = next;
    }
    return out.toString();
  }

  /** Appends the character that an escape at {@code at} stands for; returns where it ends. */
  private static int entity(String text, int at, StringBuilder out) {
    for (Map.Entry<String, Character> escape : ESCAPES.entrySet()) {
      if (text.startsWith(escape.getKey(), at)) {
        out.append(escape.getValue().charValue());
        return at + escape.getKey().length();
      }
    }
    return at;
  }

  private static final Map<String, Character> ESCAPES =
      Map.of("&amp;", '&', "&lt;", '<', "&gt;", '>');

  private int reference(String line, int at, StringBuilder out) {
    int close = at + 1;
    while (close < line.length() && line.charAt(close) != '>' && line.charAt(close) != '<') {
      close++;
    }
    if (close == line.length() || line.charAt(close) == '<') {
      return at;
    }
    Optional<String> words = words(line.substring(at + 1, close));
    words.ifPresent(out::append);
    return words.isPresent() ? close + 1 : at;
  }

  /** What Slack shows for {@code <inside>}; empty where it is no reference. */
  private Optional<String> words(String inside) {
    int bar = inside.indexOf('|');
    String target = bar < 0 ? inside : inside.substring(0, bar);
    String label = bar < 0 ? "" : unescape(inside.substring(bar + 1)).strip();
    if (target.length() < 2) {
      return Optional.empty();
    }
    return switch (target.charAt(0)) {
      case '@' -> Optional.of(person(target.substring(1), label));
      case '#' -> Optional.of(channel(target.substring(1), label));
      case '!' -> Optional.of(special(target.substring(1), label));
      default -> link(target, label);
    };
  }

  private String person(String id, String label) {
    people.add(id);
    String labelled = Names.word(label);
    if (!labelled.isEmpty()) {
      return "@" + labelled;
    }
    boolean isId = ID.matcher(id).matches();
    return "@" + (isId ? names.of(id) : Names.orUnknown(Names.word(id)));
  }

  private String channel(String id, String label) {
    channels.add(id);
    return label.isEmpty() ? "#channel" : "#" + label;
  }

  private String special(String command, String label) {
    if (command.startsWith("subteam^")) {
      people.add(command.substring("subteam^".length()));
      return label.isEmpty() ? "@group" : label;
    }
    return label.isEmpty() ? "@" + command : label;
  }

  private Optional<String> link(String target, String label) {
    if (!ADDRESS.matcher(target).matches()) {
      return Optional.empty();
    }
    String address = unescape(target);
    links.add(address);
    return Optional.of(label.isEmpty() ? address.replaceFirst("^mailto:", "") : label);
  }

  private int span(String line, int at, StringBuilder out) {
    int close = line.indexOf('`', at + 1);
    if (close <= at + 1) {
      return at;
    }
    code.add(unescape(line.substring(at + 1, close)));
    out.append(SlackText.CODE);
    return close + 1;
  }

  /** Short codes become emoji where we know them, and are kept whole where we do not. */
  private static int emoji(Matcher matcher, String line, int at, StringBuilder out) {
    if (!matcher.region(at, line.length()).lookingAt()) {
      return at;
    }
    Optional<String> known = Emoji.of(matcher.group(1));
    if (known.isEmpty() && matcher.group(1).chars().noneMatch(Character::isLetter)) {
      return at;
    }
    out.append(known.orElseGet(matcher::group));
    return matcher.end();
  }

  /** Drops the pairs of {@code * _ ~} that make words bold, slanted or struck. */
  private static String withoutMarkers(StringBuilder out, BitSet markers) {
    BitSet drop = new BitSet();
    Map<Character, Integer> open = new HashMap<>();
    for (int i = markers.nextSetBit(0); i >= 0; i = markers.nextSetBit(i + 1)) {
      char marker = out.charAt(i);
      Integer opened = open.get(marker);
      if (opened != null && i > opened + 1 && closes(out, i, markers)) {
        drop.set(opened);
        drop.set(i);
        open.remove(marker);
      } else if (opens(out, i, markers)) {
        open.put(marker, i);
      }
    }
    StringBuilder kept = new StringBuilder(out.length());
    for (int i = 0; i < out.length(); i++) {
      if (!drop.get(i)) {
        kept.append(out.charAt(i));
      }
    }
    return kept.toString();
  }

  private static boolean opens(CharSequence text, int at, BitSet markers) {
    boolean free =
        at == 0 || markers.get(at - 1) || !Character.isLetterOrDigit(text.charAt(at - 1));
    return free && at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
  }

  private static boolean closes(CharSequence text, int at, BitSet markers) {
    boolean free =
        at + 1 == text.length()
            || markers.get(at + 1)
            || !Character.isLetterOrDigit(text.charAt(at + 1));
    return free && !Character.isWhitespace(text.charAt(at - 1));
  }
}
