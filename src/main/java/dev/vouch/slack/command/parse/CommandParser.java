package dev.vouch.slack.command.parse;

import dev.vouch.digest.Metric;
import dev.vouch.pipeline.learn.ModelVersion;
import dev.vouch.slack.command.parse.Pieces.Misread;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads the text after {@code /vouch}. It never fails: what it cannot read becomes {@link
 * Command.Unclear} with a sentence that says what to do.
 *
 * <p>Smart quotes, odd blanks and capitals do not matter. People and channels arrive as references
 * ({@code <@U1|name>}), because the manifest asks Slack to escape them.
 */
public final class CommandParser {
  private static final List<String> WORDS =
      Stream.of(
              List.of(
                  "help",
                  "who",
                  "why",
                  "top",
                  "breadth",
                  "programme",
                  "impact",
                  "metric",
                  "account",
                  "settings",
                  "model",
                  "about"),
              OffersParser.WORDS,
              PersonParser.WORDS,
              LedgerParser.WORDS,
              AskParser.WORDS,
              ConsentParser.WORDS,
              ExecutiveParser.WORDS,
              EtiquetteParser.WORDS,
              GiftParser.WORDS)
          .flatMap(List::stream)
          .toList();

  private CommandParser() {}

  public static Command parse(String text) {
    List<Typed> typed = Typed.pieces(text);
    if (typed.isEmpty()) {
      return new Command.Help();
    }
    try {
      return read(typed.get(0), typed.subList(1, typed.size()));
    } catch (Misread e) {
      return e.asCommand();
    }
  }

  private static Command read(Typed first, List<Typed> rest) throws Misread {
    return switch (first.key()) {
      case "help", "?" -> new Command.Help();
      case "about" -> new Command.About();
      case "top" -> new Command.Top();
      case "programme", "program" -> new Command.ShowProgramme();
      case "impact" -> new Command.ShowImpact();
      case "breadth" -> new Command.ShowBreadth();
      case "metric", "metrics" -> metric(new Pieces(rest).rest());
      case "who" -> aboutPerson("who", rest, Command.Who::new);
      case "why" -> why(rest);
      case "pause" -> PersonParser.pause(rest);
      case "resume" -> PersonParser.resume(rest);
      case "role", "roles" -> PersonParser.role(rest);
      case "tie", "ties" -> PersonParser.tie(rest);
      case "merge" -> PersonParser.merge(rest);
      case "unmerge" -> aboutPerson("unmerge", rest, Command.Unmerge::new);
      case "account" -> AccountParser.parse(rest);
      case "settings" -> SettingsParser.parse(rest);
      case "model" -> model(new Pieces(rest));
      case "ask", "asked", "answered", "reference" -> AskParser.parse(first.key(), rest);
      case "offers" -> OffersParser.parse(new Pieces(rest));
      case "gift", "gifts", "note" -> GiftParser.parse(first.key(), rest);
      case "invite", "consent", "likes" -> ConsentParser.parse(first.key(), rest);
      case "exec", "execs", "intro" -> ExecutiveParser.parse(first.key(), rest);
      case "snooze", "channel" -> EtiquetteParser.parse(first.key(), rest);
      default ->
          LedgerParser.WORDS.contains(first.key())
              ? LedgerParser.parse(first.key(), rest)
              : unknown(first);
    };
  }

  private static Command why(List<Typed> rest) throws Misread {
    Pieces pieces = new Pieces(rest);
    return pieces.took("nudge", "nudges")
        ? aboutPerson("why nudge", rest.subList(1, rest.size()), Command.WhyNudge::new)
        : aboutPerson("why", rest, Command.Why::new);
  }

  private static Command aboutPerson(String word, List<Typed> rest, Function<String, Command> make)
      throws Misread {
    Pieces pieces = new Pieces(rest);
    Command command = make.apply(pieces.person(word));
    if (pieces.hasMore()) {
      throw new Misread("I can look up one person at a time: /vouch %s @person.".formatted(word));
    }
    return command;
  }

  private static Command metric(String name) {
    if (name.isEmpty()) {
      return new Command.ListMetrics();
    }
    Optional<Command> known = Metric.named(name).map(Command.ShowMetric::new);
    return known.orElseGet(
        () -> {
          List<String> names = Arrays.stream(Metric.values()).map(Metric::wire).toList();
          Optional<String> nearest = Nearest.of(Metric.wire(name), names);
          return new Command.Unclear(
              "No figure is called \"%s\".".formatted(name),
              "metric" + nearest.map(one -> " " + one).orElse(""));
        });
  }

  private static Command model(Pieces pieces) throws Misread {
    if (!pieces.hasMore()) {
      return new Command.ShowModel();
    }
    if (pieces.took("retrain", "train", "learn")) {
      return new Command.RetrainModel();
    }
    if (pieces.took("shipped")) {
      return new Command.UseModel(ModelVersion.SHIPPED);
    }
    if (pieces.took("use")) {
      return use(pieces.take("the number of a version, or shipped, after use"));
    }
    throw new Misread("After model comes retrain, use NUMBER, shipped, or nothing.", "model");
  }

  private static Command use(Typed version) throws Misread {
    if (version.is("shipped")) {
      return new Command.UseModel(ModelVersion.SHIPPED);
    }
    if (!version.key().matches("\\d{1,6}")) {
      throw new Misread(
          "\"%s\" is no version; one looks like 3.".formatted(version.shown()), "model");
    }
    return new Command.UseModel(Integer.parseInt(version.key()));
  }

  private static Command unknown(Typed first) {
    if (first.kind() == Typed.Kind.PERSON) {
      return new Command.Unclear("What about %s?".formatted(first.shown()), "who @person");
    }
    Optional<String> nearest = Nearest.of(first.key(), WORDS);
    return new Command.Unclear(
        "There is no command called \"%s\".".formatted(first.shown()), nearest.orElse(null));
  }
}
