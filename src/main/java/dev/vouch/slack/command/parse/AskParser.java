package dev.vouch.slack.command.parse;

import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.nudge.ask.Size;
import dev.vouch.slack.command.parse.Pieces.Misread;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads asks and what was said to them: {@code ask @person review on the site}. */
final class AskParser {
  /** The words with which these commands begin. */
  static final List<String> WORDS = List.of("ask", "asked", "answered", "reference");

  private static final Map<String, Answer.Kind> ANSWERS =
      Map.of(
          "yes", Answer.Kind.YES,
          "no", Answer.Kind.NO,
          "later", Answer.Kind.LATER,
          "done", Answer.Kind.DONE);

  private AskParser() {}

  static Command parse(String word, List<Typed> rest) throws Misread {
    Pieces pieces = new Pieces(rest);
    if (word.equals("answered")) {
      return answered(pieces);
    }
    if (word.equals("reference")) {
      return reference(new ArrayList<>(rest));
    }
    String person = pieces.person(word);
    Rung rung = rung(pieces);
    String words = pieces.rest().strip();
    if (words.isEmpty()) {
      throw new Misread(
          "Say in a few words what for: /vouch %s @person review on the review site."
              .formatted(word));
    }
    if (words.length() > Asking.LONGEST) {
      throw new Misread(
          "%d characters are too many for an ask; write at most %d."
              .formatted(words.length(), Asking.LONGEST));
    }
    return word.equals("ask")
        ? new Command.Ask(person, rung, words)
        : new Command.MadeAsk(person, rung, words);
  }

  /** What is asked for, in one word or two, and in which size where its topic has several. */
  private static Rung rung(Pieces pieces) throws Misread {
    Typed named = pieces.take("what for, one of " + rungs());
    Typed next = pieces.peek();
    Optional<Rung> both =
        next == null || next.key().isEmpty()
            ? Optional.empty()
            : Rung.named(named.key() + " " + next.key());
    if (both.isPresent()) {
      pieces.take("the second word");
      return both.get();
    }
    Rung rung =
        Rung.named(named.kind() == Typed.Kind.QUOTED ? named.text() : named.key())
            .orElseThrow(
                () ->
                    new Misread(
                        "\"%s\" is nothing that we ask for; it is one of %s."
                            .formatted(named.shown(), rungs())));
    for (Size size : Size.values()) {
      if (pieces.took(size.wire())) {
        return rung.sized(size).orElse(rung);
      }
    }
    return rung;
  }

  /** {@code reference [case study] "somebody in health care, EMEA" [by 2027-01-31]}. */
  private static Command reference(List<Typed> left) throws Misread {
    LocalDate by = null;
    int last = left.size() - 1;
    if (last > 0 && left.get(last - 1).is("by", "until")) {
      by = day(new Pieces(left.subList(last, last + 1)));
      left.subList(last - 1, last + 1).clear();
    }
    Rung rung = Rung.REFERENCE;
    for (int words = Math.min(2, left.size() - 1); words > 0; words--) {
      String name = left.stream().limit(words).map(Typed::key).collect(Collectors.joining(" "));
      Optional<Rung> named = Rung.named(name);
      if (named.isPresent()) {
        rung = named.get();
        left.subList(0, words).clear();
        break;
      }
    }
    String words = left.stream().map(Typed::text).collect(Collectors.joining(" ")).strip();
    if (words.isEmpty() || words.length() > Asking.LONGEST / 2) {
      throw new Misread(
          "Say in a few words whom you look for: /vouch reference someone in health care, EMEA,"
              + " using the export.");
    }
    return new Command.FindReference(rung, words, by);
  }

  static String rungs() {
    return Arrays.stream(Rung.values())
        .map(rung -> rung.wire().replace('_', ' '))
        .collect(Collectors.joining(", "));
  }

  private static Command answered(Pieces pieces) throws Misread {
    String person = pieces.person("answered");
    Typed said = pieces.take("yes, no, later or done");
    Answer.Kind answer = ANSWERS.get(said.key());
    if (answer == null) {
      throw new Misread(
          "After the person comes yes, no, later or done; not \"%s\".".formatted(said.shown()));
    }
    LocalDate until = null;
    if (answer == Answer.Kind.LATER) {
      boolean unused = pieces.took("until", "on", "from");
      until = day(pieces);
    }
    return new Command.Answered(person, answer, until, pieces.rest().strip());
  }

  /** The day that comes next, if one does. */
  private static @Nullable LocalDate day(Pieces pieces) throws Misread {
    Typed next = pieces.peek();
    if (next == null || !next.key().matches("[\\d./-]+")) {
      return null;
    }
    Typed day = pieces.take("a day");
    try {
      return LocalDate.parse(day.key());
    } catch (DateTimeParseException e) {
      throw new Misread("%s is no day; write it like 2027-01-31.".formatted(day.shown()));
    }
  }
}
