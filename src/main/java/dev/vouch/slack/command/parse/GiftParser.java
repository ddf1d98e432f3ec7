package dev.vouch.slack.command.parse;

import dev.vouch.nudge.gift.Gift;
import dev.vouch.nudge.gift.Money;
import dev.vouch.pipeline.gift.GiftDesk.Wish;
import dev.vouch.slack.command.parse.Pieces.Misread;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads {@code gift @person "a book" worth 25 EUR} {@code gifts @person} and {@code note @person
 * words}.
 */
final class GiftParser {
  static final List<String> WORDS = List.of("gift", "gifts", "note");
  private static final String USAGE = "gift @person \"a book\" worth 25 EUR";
  private static final int LONGEST = 200;

  private GiftParser() {}

  static Command parse(String word, List<Typed> rest) throws Misread {
    Pieces pieces = new Pieces(rest);
    if (word.equals("gift")) {
      return gift(pieces);
    }
    if (word.equals("note")) {
      return note(pieces);
    }
    if (!pieces.hasMore()) {
      return new Command.ShowGiftRules();
    }
    Command show = new Command.ShowGifts(pieces.person("gifts"));
    if (pieces.hasMore()) {
      throw new Misread("After /vouch gifts comes one person, or nothing.");
    }
    return show;
  }

  private static Command note(Pieces pieces) throws Misread {
    String person = pieces.person("note");
    String note = pieces.rest().strip();
    if (note.isEmpty()) {
      throw new Misread("Write the words that you mean to send: /vouch note @person YOUR WORDS.");
    }
    return new Command.CheckNote(person, note);
  }

  private static Command gift(Pieces pieces) throws Misread {
    String person = pieces.person("gift");
    List<Typed> what = new ArrayList<>();
    while (pieces.hasMore() && !pieces.took("worth")) {
      what.add(pieces.take("what it is"));
      if (!pieces.hasMore()) {
        throw new Misread("Say what it is worth: /vouch %s.".formatted(USAGE));
      }
    }
    String words = what.stream().map(Typed::text).collect(Collectors.joining(" ")).strip();
    if (words.isEmpty() || words.length() > LONGEST) {
      throw new Misread("Say in a few words what it is: /vouch %s.".formatted(USAGE));
    }
    Money worth = worth(pieces);
    return options(person, words, worth, pieces);
  }

  /** In one piece or two: {@code €25}, {@code 25 EUR}. */
  private static Money worth(Pieces pieces) throws Misread {
    Typed first = pieces.take("an amount like 25 EUR");
    Typed second = pieces.peek();
    boolean bare = first.text().matches("[\\d.,]+") || first.text().matches("[A-Za-z]{3}|\\p{Sc}");
    String text = first.text();
    if (bare && second != null) {
      text = text + " " + pieces.take("a currency").text();
    }
    try {
      return Money.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Misread(e.getMessage() + ".");
    }
  }

  private static Command options(String person, String words, Money worth, Pieces pieces)
      throws Misread {
    boolean decider = false;
    boolean announced = false;
    boolean check = false;
    while (pieces.hasMore()) {
      if (pieces.took("decider")) {
        decider = true;
      } else if (pieces.took("announced", "promised", "expected")) {
        announced = true;
      } else if (pieces.took("check")) {
        check = true;
      } else {
        throw new Misread(
            "After the amount may come decider, announced or check; not \"%s\"."
                .formatted(pieces.take("an option").shown()));
      }
    }
    return new Command.GiveGift(
        new Wish(person, new Gift(words, worth, !announced), decider, check));
  }
}
