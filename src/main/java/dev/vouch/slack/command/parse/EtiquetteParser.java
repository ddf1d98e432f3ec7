package dev.vouch.slack.command.parse;

import dev.vouch.nudge.etiquette.ChannelRule;
import dev.vouch.slack.command.parse.Pieces.Misread;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads when and where somebody wants Vouch to be quiet. */
final class EtiquetteParser {
  /** The words with which such a command begins. */
  static final List<String> WORDS = List.of("snooze", "channel");

  private static final Pattern SPAN = Pattern.compile("(\\d{1,2})(d|days?|w|weeks?)?");
  private static final int LONGEST_DAYS = 90;

  private EtiquetteParser() {}

  static Command parse(String word, List<Typed> rest) throws Misread {
    Pieces pieces = new Pieces(rest);
    Command command = word.equals("snooze") ? snooze(pieces) : channel(pieces);
    if (pieces.hasMore()) {
      throw new Misread("I cannot place \"%s\".".formatted(pieces.rest()));
    }
    return command;
  }

  private static Command snooze(Pieces pieces) throws Misread {
    if (pieces.took("off", "end", "none")) {
      return new Command.Snooze(0, null);
    }
    if (pieces.took("until", "till")) {
      return new Command.Snooze(0, day(pieces.take("a day after until")));
    }
    pieces.took("for");
    Typed typed = pieces.take("how long, like 3d, or until 2027-01-31, or off, after snooze");
    Matcher span = SPAN.matcher(typed.key());
    if (!span.matches()) {
      throw new Misread(
          "\"%s\" is no span of time; write 3d, until 2027-01-31, or off."
              .formatted(typed.shown()));
    }
    boolean weeks = span.group(2) != null && span.group(2).startsWith("w");
    weeks |= span.group(2) == null && pieces.took("w", "week", "weeks");
    pieces.took("d", "day", "days");
    return new Command.Snooze(within(Integer.parseInt(span.group(1)) * (weeks ? 7 : 1)), null);
  }

  private static int within(int days) throws Misread {
    if (days < 1 || days > LONGEST_DAYS) {
      throw new Misread(
          "A snooze lasts 1 to %d days; `/vouch settings mode off` stops all of it for everybody."
              .formatted(LONGEST_DAYS));
    }
    return days;
  }

  private static LocalDate day(Typed typed) throws Misread {
    try {
      return LocalDate.parse(typed.text());
    } catch (DateTimeParseException e) {
      throw new Misread("\"%s\" is no day; write it like 2027-01-31.".formatted(typed.shown()));
    }
  }

  private static Command channel(Pieces pieces) throws Misread {
    String channel = pieces.channel("channel");
    if (!pieces.hasMore()) {
      return new Command.SetChannel(channel, null);
    }
    Typed typed = pieces.take("listen, no-nudges or ignore");
    if (typed.is("no") && pieces.took("nudges")) {
      return new Command.SetChannel(channel, ChannelRule.NO_NUDGES);
    }
    return new Command.SetChannel(
        channel,
        ChannelRule.named(typed.text())
            .orElseThrow(
                () ->
                    new Misread(
                        "\"%s\" is not what I can do with a channel: listen, no-nudges, ignore."
                            .formatted(typed.shown()))));
  }
}
