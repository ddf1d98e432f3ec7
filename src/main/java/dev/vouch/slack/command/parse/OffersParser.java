package dev.vouch.slack.command.parse;

import dev.vouch.nudge.gesture.Gesture;
import dev.vouch.slack.command.parse.Pieces.Misread;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Reads what is typed to show and set what the company can offer. */
final class OffersParser {
  static final List<String> WORDS = List.of("offers");

  private OffersParser() {}

  static Command parse(Pieces pieces) throws Misread {
    if (!pieces.hasMore()) {
      return new Command.ShowOffers();
    }
    Typed word = pieces.take("add or remove");
    if (!word.is("add") && !word.is("remove")) {
      throw new Misread("After offers comes add or remove, and what: `/vouch offers` shows all.");
    }
    return new Command.ChangeOffer(gesture(pieces), word.is("add"));
  }

  private static Gesture gesture(Pieces pieces) throws Misread {
    StringJoiner name = new StringJoiner(" ");
    do {
      name.add(pieces.take("a gesture like early_access").text());
    } while (pieces.hasMore());
    Optional<Gesture> gesture = Gesture.named(name.toString());
    if (gesture.isEmpty()) {
      List<String> all = Arrays.stream(Gesture.values()).map(Gesture::wire).toList();
      throw new Misread(
          "There is no gesture called \"%s\". There are: %s."
              .formatted(name, String.join(", ", all)),
          Nearest.of(name.toString(), all).map(near -> "offers add " + near).orElse(null));
    }
    return gesture.get();
  }
}
