package dev.vouch.slack.command.parse;

import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.slack.command.parse.Pieces.Misread;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what reps do about consent: {@code consent @person reviews yes "told me on the call"}. */
final class ConsentParser {
  /** The words with which these commands begin. */
  static final List<String> WORDS = List.of("invite", "consent", "likes");

  private ConsentParser() {}

  static Command parse(String word, List<Typed> rest) throws Misread {
    Pieces pieces = new Pieces(rest);
    String person = pieces.person(word);
    return switch (word) {
      case "consent" -> consent(person, pieces);
      case "likes" -> new Command.NoteLikes(person, motivators(pieces));
      default -> invite(person, pieces);
    };
  }

  private static Command invite(String person, Pieces pieces) throws Misread {
    if (pieces.hasMore()) {
      throw new Misread("I can ask one person at a time: /vouch invite @person.");
    }
    return new Command.Invite(person);
  }

  private static Command consent(String person, Pieces pieces) throws Misread {
    if (!pieces.hasMore()) {
      return new Command.ShowConsent(person);
    }
    Typed typed = pieces.take("a topic");
    Topic topic =
        Topic.named(typed.key())
            .orElseThrow(
                () ->
                    unknown(
                        typed, "topic", Arrays.stream(Topic.values()).map(Topic::wire).toList()));
    Typed answer = pieces.take("yes or no after " + topic.wire());
    if (!answer.is("yes", "no")) {
      throw new Misread(
          "After %s comes yes or no, not \"%s\".".formatted(topic.wire(), answer.shown()));
    }
    return new Command.NoteConsent(person, topic, answer.is("yes"), pieces.rest().strip());
  }

  private static Set<Motivator> motivators(Pieces pieces) throws Misread {
    Set<Motivator> named = EnumSet.noneOf(Motivator.class);
    String all = pieces.rest().replace("giving back", Motivator.GIVING_BACK.wire());
    for (String word : all.split("[\\s,;]+|\\band\\b", -1)) {
      if (!word.isBlank()) {
        Typed typed = new Typed(Typed.Kind.WORD, word, "");
        named.add(Motivator.named(word).orElseThrow(() -> unknown(typed, "motivator", names())));
      }
    }
    if (named.isEmpty()) {
      throw new Misread("What do they like? There are: %s.".formatted(String.join(", ", names())));
    }
    return named;
  }

  private static List<String> names() {
    return Arrays.stream(Motivator.values()).map(Motivator::wire).collect(Collectors.toList());
  }

  private static Misread unknown(Typed typed, String what, List<String> known) {
    Optional<String> near = Nearest.of(typed.key(), known);
    return new Misread(
        "There is no %s called \"%s\".%s There are: %s."
            .formatted(
                what,
                typed.shown(),
                near.map(word -> " Did you mean %s?".formatted(word)).orElse(""),
                String.join(", ", known)));
  }
}
