package dev.vouch.slack.command.parse;

import dev.vouch.advocate.Role;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.slack.command.parse.Pieces.Misread;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what is noted about a person: pauses, roles, ties. */
final class PersonParser {
  /** The words with which such a command begins. */
  static final List<String> WORDS = List.of("pause", "resume", "role", "tie", "merge", "unmerge");

  private static final int LONGEST_WHAT = 120;
  private static final int LONGEST_REASON = 300;

  private PersonParser() {}

  static Command pause(List<Typed> rest) throws Misread {
    Pieces pieces = new Pieces(rest);
    String person = pieces.person("pause");
    LocalDate until = pieces.took("until") ? day(pieces, "until") : null;
    String reason = pieces.rest();
    if (reason.isBlank()) {
      throw new Misread("Say why, so that others understand: /vouch pause @person reason.");
    }
    return new Command.Pause(person, until, cut(reason, LONGEST_REASON));
  }

  static Command merge(List<Typed> rest) throws Misread {
    Pieces pieces = new Pieces(rest);
    Command command =
        new Command.Merge(
            pieces.person("merge"), pieces.person("the first, who is the same human"));
    nothingMore(pieces);
    return command;
  }

  static Command resume(List<Typed> rest) throws Misread {
    Pieces pieces = new Pieces(rest);
    Command command = new Command.Resume(pieces.person("resume"));
    nothingMore(pieces);
    return command;
  }

  static Command role(List<Typed> rest) throws Misread {
    Pieces pieces = new Pieces(rest);
    String person = pieces.person("role");
    if (!pieces.hasMore()) {
      return new Command.ShowPerson(person);
    }
    boolean holds = pieces.took("add");
    if (!holds && !pieces.took("remove")) {
      throw new Misread("After the person comes add or remove, and then a role.");
    }
    Typed named = pieces.take("a role, one of %s,".formatted(roles()));
    Optional<Role> role = Role.named(named.text());
    nothingMore(pieces);
    return new Command.ChangeRole(
        person,
        role.orElseThrow(
            () ->
                new Misread("\"%s\" is no role; there are %s.".formatted(named.shown(), roles()))),
        holds);
  }

  static Command tie(List<Typed> rest) throws Misread {
    Pieces pieces = new Pieces(rest);
    String person = pieces.person("tie");
    if (!pieces.hasMore()) {
      return new Command.ShowPerson(person);
    }
    if (pieces.took("end")) {
      String what = what(pieces.rest());
      return new Command.EndTie(person, what);
    }
    Typed named = pieces.take("a kind of tie");
    Optional<Tie.Kind> kind = Tie.Kind.named(named.text());
    if (kind.isEmpty()) {
      throw new Misread(
          "\"%s\" is no kind of tie; there are %s, or end."
              .formatted(
                  named.shown(),
                  Arrays.stream(Tie.Kind.values())
                      .map(Tie.Kind::wire)
                      .collect(Collectors.joining(", "))));
    }
    return added(person, kind.get(), pieces);
  }

  private static Command added(String person, Tie.Kind kind, Pieces pieces) throws Misread {
    String what = what(pieces.take("what it is, in quotes,").text());
    LocalDate from = pieces.took("from", "since") ? day(pieces, "from") : null;
    LocalDate until = pieces.took("until") ? day(pieces, "until") : null;
    if (pieces.hasMore()) {
      throw new Misread(
          "I cannot place \"%s\". Put what it is in quotes: /vouch tie @person %s \"what\" from 2027-01-31."
              .formatted(pieces.rest(), kind.wire()));
    }
    if (from != null && until != null && until.isBefore(from)) {
      throw new Misread("It would end before it begins.");
    }
    return new Command.AddTie(person, kind, what, from, until);
  }

  private static String what(String typed) throws Misread {
    if (typed.isBlank()) {
      throw new Misread("Say in a few words what it is: \"a ticket to the summit\".");
    }
    return cut(typed, LONGEST_WHAT);
  }

  private static LocalDate day(Pieces pieces, String after) throws Misread {
    Typed typed = pieces.take("a day after " + after);
    try {
      return LocalDate.parse(typed.text());
    } catch (DateTimeParseException e) {
      throw new Misread("\"%s\" is no day; write it like 2027-01-31.".formatted(typed.shown()));
    }
  }

  private static void nothingMore(Pieces pieces) throws Misread {
    if (pieces.hasMore()) {
      throw new Misread("I cannot place \"%s\".".formatted(pieces.rest()));
    }
  }

  private static String roles() {
    return Arrays.stream(Role.values()).map(Role::wire).collect(Collectors.joining(", "));
  }

  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }
}
