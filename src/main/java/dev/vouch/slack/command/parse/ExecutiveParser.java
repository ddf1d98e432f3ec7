package dev.vouch.slack.command.parse;

import dev.vouch.nudge.executive.Executive;
import dev.vouch.nudge.executive.Seniority;
import dev.vouch.slack.command.parse.Command.ExecutiveChange;
import dev.vouch.slack.command.parse.Pieces.Misread;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what is said of executives and who is to meet them. */
final class ExecutiveParser {
  /** The words with which these commands begin. */
  static final List<String> WORDS = List.of("exec", "execs", "intro");

  private static final int LONGEST_TOPIC = 60;
  private static final int MOST_TOPICS = 20;
  private static final int LONGEST_WHY = 500;

  private ExecutiveParser() {}

  static Command parse(String word, List<Typed> rest) throws Misread {
    Pieces pieces = new Pieces(rest);
    return switch (word) {
      case "intro" -> intro(pieces);
      case "execs" -> nothingMore(new Command.ListExecutives(), pieces);
      default -> pieces.hasMore() ? executive(pieces) : new Command.ListExecutives();
    };
  }

  private static Command executive(Pieces pieces) throws Misread {
    String person = pieces.person("exec");
    if (pieces.took("remove")) {
      return nothingMore(new Command.RemoveExecutive(person), pieces);
    }
    if (pieces.took("resume")) {
      return nothingMore(new Command.PauseExecutive(person, null), pieces);
    }
    if (pieces.took("pause")) {
      if (!pieces.took("until")) {
        throw new Misread("Until when? /vouch exec @person pause until 2027-01-31.");
      }
      return nothingMore(new Command.PauseExecutive(person, day(pieces)), pieces);
    }
    if (!pieces.took("add", "change")) {
      throw new Misread("After the person comes add, pause until DAY, resume or remove.");
    }
    List<ExecutiveChange> changes = new ArrayList<>();
    while (pieces.hasMore()) {
      changes.add(change(pieces));
    }
    return new Command.ChangeExecutive(person, changes);
  }

  private static ExecutiveChange change(Pieces pieces) throws Misread {
    Typed word = pieces.take("what is to be known of them");
    return switch (word.key()) {
      case "topics", "topic" -> new Command.SetTopics(topics(pieces));
      case "capacity" -> new Command.SetCapacity(capacity(pieces));
      case "assistant" -> new Command.SetAssistant(pieces.personOrNone("assistant"));
      case "seniority" -> new Command.SetSeniority(seniority(pieces));
      case "languages", "language" -> new Command.SetLanguages(languages(pieces));
      default ->
          throw new Misread(
              "I do not know what \"%s\" means for an executive. There are: topics, capacity,"
                      .formatted(word.shown())
                  + " assistant, seniority, languages.");
    };
  }

  private static Set<String> topics(Pieces pieces) throws Misread {
    Typed typed = pieces.take("topics in quotes, like \"security, pricing\",");
    Set<String> topics = parts(typed.text().toLowerCase(Locale.ROOT));
    if (topics.isEmpty() || topics.size() > MOST_TOPICS) {
      throw new Misread("An executive has 1 to %d topics.".formatted(MOST_TOPICS));
    }
    Optional<String> odd =
        topics.stream()
            .filter(
                one ->
                    one.length() > LONGEST_TOPIC || one.codePoints().noneMatch(Character::isLetter))
            .findFirst();
    if (odd.isPresent()) {
      throw new Misread("\"%s\" is no topic; one looks like security.".formatted(odd.get()));
    }
    return topics;
  }

  private static Set<String> parts(String text) {
    Set<String> parts = new TreeSet<>();
    Arrays.stream(text.split("[,;]", -1))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .forEach(parts::add);
    return parts;
  }

  private static int capacity(Pieces pieces) throws Misread {
    Typed typed = pieces.take("how many introductions a month after capacity");
    if (!typed.key().matches("\\d{1,2}")
        || Integer.parseInt(typed.key()) > Executive.MOST_CAPACITY) {
      throw new Misread(
          "\"%s\" is not how many introductions somebody takes in a month; write a number like 3, at most %d."
              .formatted(typed.shown(), Executive.MOST_CAPACITY));
    }
    return Integer.parseInt(typed.key());
  }

  private static Seniority seniority(Pieces pieces) throws Misread {
    Typed typed = pieces.take("chief, vp or director after seniority");
    return Seniority.named(typed.text())
        .orElseThrow(
            () ->
                new Misread(
                    "\"%s\" is no seniority; there are chief, vp and director."
                        .formatted(typed.shown())));
  }

  private static Set<String> languages(Pieces pieces) throws Misread {
    Typed typed = pieces.take("languages like \"en, de\"");
    Set<String> tags = parts(typed.text().toLowerCase(Locale.ROOT));
    for (String tag : tags) {
      if (!tag.matches("[a-z]{2,3}(-[a-z0-9]{2,8})*")) {
        throw new Misread("\"%s\" is no language; one looks like en or pt-br.".formatted(tag));
      }
    }
    return tags;
  }

  private static LocalDate day(Pieces pieces) throws Misread {
    Typed typed = pieces.take("a day after until");
    try {
      return LocalDate.parse(typed.text());
    } catch (DateTimeParseException e) {
      throw new Misread("\"%s\" is no day; write it like 2027-01-31.".formatted(typed.shown()));
    }
  }

  private static Command intro(Pieces pieces) throws Misread {
    String person = pieces.person("intro");
    Typed next = pieces.peek();
    @Nullable String executive =
        next != null && next.kind() == Typed.Kind.PERSON ? pieces.person("intro") : null;
    String why = pieces.rest().strip();
    if (why.isEmpty() || why.length() > LONGEST_WHY) {
      throw new Misread(
          "Say in a few words why the two should meet: /vouch intro @person \"she runs the rollout\".");
    }
    return new Command.Introduce(person, executive, why);
  }

  private static Command nothingMore(Command command, Pieces pieces) throws Misread {
    if (pieces.hasMore()) {
      throw new Misread("I cannot place \"%s\".".formatted(pieces.rest()));
    }
    return command;
  }
}
