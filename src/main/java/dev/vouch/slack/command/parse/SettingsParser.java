package dev.vouch.slack.command.parse;

import dev.vouch.nudge.Mode;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.Switches;
import dev.vouch.slack.command.parse.Command.SettingsChange;
import dev.vouch.slack.command.parse.Pieces.Misread;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what may follow {@code settings}: one change or several. */
final class SettingsParser {
  private static final List<String> WORDS =
      List.of(
          "mode",
          "approver",
          "owner",
          "digest",
          "delay",
          "marquee",
          "suggestions",
          "share",
          "kind",
          "control",
          "source",
          "staff",
          "product",
          "competitor");
  private static final Pattern HOUR =
      Pattern.compile("([01]?\\d|2[0-3])(?:[:.h]([0-5]\\d))?(am|pm)?");
  private static final Pattern SPAN = Pattern.compile("(\\d{1,3})[-\u2010-\u2015](\\d{1,3})");
  private static final int LONGEST_DELAY = 60;
  private static final int LONGEST_NAME = 60;

  private SettingsParser() {}

  static Command parse(List<Typed> typed) throws Misread {
    if (typed.isEmpty()) {
      return new Command.ShowSettings();
    }
    Pieces pieces = new Pieces(typed);
    List<SettingsChange> changes = new ArrayList<>();
    while (pieces.hasMore()) {
      changes.add(change(pieces));
    }
    return new Command.ChangeSettings(changes);
  }

  private static SettingsChange change(Pieces pieces) throws Misread {
    Typed word = pieces.take("a setting");
    return switch (word.key()) {
      case "mode" -> new Command.SetMode(mode(pieces));
      case "approver" -> new Command.SetApprover(pieces.personOrNone("approver"));
      case "owner" -> new Command.SetOwner(pieces.personOrNone("owner"));
      case "digest" -> digest(pieces);
      case "delay" -> delay(pieces);
      case "kind" -> kind(pieces);
      case "control" -> new Command.SetHeldOut(heldOut(pieces));
      case "marquee" -> new Command.SetMostMarquee(marquee(pieces));
      case "share" -> new Command.SetAskShare(share(pieces));
      case "suggestions" -> new Command.SetSuggestions(suggestions(pieces));
      case "source" -> source(pieces);
      case "staff" -> staff(pieces);
      case "product" -> new Command.SetProduct(name(pieces, "product"), !pieces.took("off"));
      case "competitor" ->
          new Command.SetCompetitor(name(pieces, "competitor"), !pieces.took("off"));
      default ->
          throw new Misread(
              "There is no setting called \"%s\". There are: %s."
                  .formatted(word.shown(), String.join(", ", WORDS)),
              Nearest.of(word.key(), WORDS).map(near -> "settings " + near).orElse(null));
    };
  }

  private static Mode mode(Pieces pieces) throws Misread {
    Typed word = pieces.take("off, log, approve first or act after mode");
    if (word.is("approve")) {
      pieces.took("first");
      return Mode.APPROVE_FIRST;
    }
    Optional<Mode> mode = Mode.named(word.text());
    return mode.orElseThrow(
        () ->
            new Misread(
                "There is no mode called \"%s\". There are: off, log, approve first, act."
                    .formatted(word.shown())));
  }

  private static SettingsChange digest(Pieces pieces) throws Misread {
    String channel = pieces.channel("digest");
    if (pieces.took("off", "none")) {
      return new Command.StopDigest(channel);
    }
    LocalTime hour = hour(pieces.take("an hour like 09:00, or off, after the channel"));
    return new Command.SetDigest(channel, hour, zone(pieces));
  }

  private static LocalTime hour(Typed piece) throws Misread {
    Matcher hour = HOUR.matcher(piece.key());
    if (!hour.matches()) {
      throw new Misread(
          "\"%s\" is not an hour; one looks like 09:00 or 17:30.".formatted(piece.shown()));
    }
    int hours = Integer.parseInt(hour.group(1));
    boolean halfDay = hour.group(3) != null;
    if (halfDay && (hours < 1 || hours > 12)) {
      throw new Misread("\"%s\" is not an hour; one looks like 9am.".formatted(piece.shown()));
    }
    if (halfDay) {
      hours = hours % 12 + (hour.group(3).equals("pm") ? 12 : 0);
    }
    return LocalTime.of(hours, hour.group(2) == null ? 0 : Integer.parseInt(hour.group(2)));
  }

  /** A zone, or null where the next word starts another setting or nothing follows. */
  private static @Nullable ZoneId zone(Pieces pieces) throws Misread {
    Typed next = pieces.peek();
    if (next == null || WORDS.contains(next.key())) {
      return null;
    }
    Typed typed = pieces.take("a time zone");
    Optional<String> zone =
        ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.equalsIgnoreCase(typed.key()))
            .findAny();
    return ZoneId.of(
        zone.orElseThrow(
            () ->
                new Misread(
                    "There is no time zone called \"%s\"; one looks like Europe/Berlin or UTC."
                        .formatted(typed.shown()))));
  }

  private static SettingsChange delay(Pieces pieces) throws Misread {
    Typed first = pieces.take("days like 3-9 after delay");
    Matcher span = SPAN.matcher(first.key());
    if (span.matches()) {
      return delay(Integer.parseInt(span.group(1)), Integer.parseInt(span.group(2)));
    }
    int least = days(first);
    pieces.took("to", "-", "\u2013");
    return delay(least, days(pieces.take("the longest delay in days")));
  }

  private static int days(Typed piece) throws Misread {
    if (!piece.key().matches("\\d{1,3}")) {
      throw new Misread(
          "\"%s\" is not a number of days; a delay looks like 3-9.".formatted(piece.shown()));
    }
    return Integer.parseInt(piece.key());
  }

  private static SettingsChange delay(int least, int most) throws Misread {
    if (least < 1 || most <= least || most > LONGEST_DELAY) {
      throw new Misread(
          "A delay of %d to %d days does not work: it starts at 1 day or more, ends later than it"
                  .formatted(least, most)
              + " starts, and ends at %d days or fewer, so that no surprise looks like payment."
                  .formatted(LONGEST_DELAY));
    }
    return new Command.SetDelay(least, most);
  }

  private static SettingsChange kind(Pieces pieces) throws Misread {
    Typed word = pieces.take("a kind of nudge after kind");
    List<String> kinds = Arrays.stream(NudgeKind.values()).map(NudgeKind::wire).toList();
    NudgeKind kind =
        NudgeKind.named(word.text())
            .orElseThrow(
                () ->
                    new Misread(
                        "There is no kind of nudge called \"%s\". There are: %s."
                            .formatted(word.shown(), String.join(", ", kinds)),
                        Nearest.of(word.key(), kinds)
                            .map(near -> "settings kind " + near + " off")
                            .orElse(null)));
    if (pieces.took("on")) {
      return new Command.SetKind(kind, true);
    }
    if (pieces.took("off")) {
      return new Command.SetKind(kind, false);
    }
    throw new Misread("After kind and its name comes on or off.");
  }

  private static int heldOut(Pieces pieces) throws Misread {
    Typed typed = pieces.take("a number of percent, or off, after control");
    String percent = typed.is("off") ? "0" : typed.key().replace("%", "");
    int most = (int) (Switches.MOST_HELD_OUT * 100);
    if (!percent.matches("\\d{1,2}") || Integer.parseInt(percent) > most) {
      throw new Misread(
          "\"%s\" is not how many people of a hundred can be held out; write a number from 0 to %d."
              .formatted(typed.shown(), most));
    }
    return Integer.parseInt(percent);
  }

  private static int marquee(Pieces pieces) throws Misread {
    Typed most = pieces.take("how many accounts may be marquee");
    if (!most.key().matches("[1-9]\\d{0,2}")) {
      throw new Misread(
          "\"%s\" is not how many accounts may be marquee; write a number like 25."
              .formatted(most.shown()));
    }
    return Integer.parseInt(most.key());
  }

  private static int share(Pieces pieces) throws Misread {
    Typed most = pieces.take("how many percent of the asks three people may get");
    String percent = most.key().replace("%", "");
    if (!percent.matches("[1-9]\\d|100")) {
      throw new Misread(
          "\"%s\" is not how much of the asking three people may get; write a number from 10 to 100."
              .formatted(most.shown()));
    }
    return Integer.parseInt(percent);
  }

  private static int suggestions(Pieces pieces) throws Misread {
    Typed most = pieces.take("how many suggestions a day");
    if (!most.key().matches("[1-9]|1\\d|20")) {
      throw new Misread(
          "\"%s\" is not how many suggestions somebody gets a day; write a number from 1 to 20."
              .formatted(most.shown()));
    }
    return Integer.parseInt(most.key());
  }

  private static SettingsChange source(Pieces pieces) throws Misread {
    Typed next = pieces.peek();
    boolean bareId = next != null && next.text().matches("[BUW][A-Z0-9]{2,20}");
    String bot = bareId ? pieces.take("a bot").text() : pieces.person("source");
    if (pieces.took("on")) {
      return new Command.SetSource(bot, true);
    }
    if (pieces.took("off")) {
      return new Command.SetSource(bot, false);
    }
    throw new Misread("After source and the bot comes on or off.");
  }

  /** The words up to the next setting or off; quotes keep words together that look like those. */
  private static String name(Pieces pieces, String after) throws Misread {
    StringJoiner name = new StringJoiner(" ");
    do {
      Typed piece = pieces.take("a name after " + after);
      if (piece.kind() != Typed.Kind.WORD && piece.kind() != Typed.Kind.QUOTED) {
        throw new Misread(
            "%s is no name of a product; after %s comes a name like Lumo."
                .formatted(piece.shown(), after));
      }
      name.add(piece.text());
    } while (pieces.hasMore() && !endsName(pieces.peek()));
    return checked(name.toString().strip());
  }

  private static boolean endsName(@Nullable Typed next) {
    return next == null || next.is("off") || WORDS.contains(next.key());
  }

  private static String checked(String name) throws Misread {
    boolean readable = name.codePoints().filter(Character::isLetterOrDigit).count() > 1;
    if (!readable || name.length() > LONGEST_NAME) {
      throw new Misread(
          "\"%s\" cannot be told apart in messages; a name has 2 letters or more and at most %d."
              .formatted(name, LONGEST_NAME));
    }
    return name;
  }

  private static SettingsChange staff(Pieces pieces) throws Misread {
    String person = pieces.person("staff");
    if (pieces.took("yes", "on")) {
      return new Command.NameStaff(person, true);
    }
    if (pieces.took("no", "off")) {
      return new Command.NameStaff(person, false);
    }
    if (pieces.took("auto")) {
      return new Command.NameStaff(person, null);
    }
    throw new Misread("After staff and the person comes yes, no or auto.");
  }
}
