package dev.vouch.slack.command.parse;

import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.pattern.Amount;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.mention.ActKind;
import dev.vouch.slack.command.parse.Pieces.Misread;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what reps note about a relationship: {@code helped @person with the import}. */
final class LedgerParser {
  private static final Map<String, Kind> NOTES = new LinkedHashMap<>();

  static {
    NOTES.put("helped", Kind.HELP);
    NOTES.put("promised", Kind.PROMISE);
    NOTES.put("kept", Kind.PROMISE_KEPT);
    NOTES.put("shipped", Kind.SUGGESTION_TAKEN);
    NOTES.put("incident", Kind.INCIDENT);
    NOTES.put("acknowledged", Kind.ACKNOWLEDGED);
    NOTES.put("fixed", Kind.FIXED);
    NOTES.put("followed", Kind.FOLLOWED_UP);
    NOTES.put("offered", Kind.REWARD_OFFER);
    NOTES.put("redeemed", Kind.REDEMPTION);
  }

  private static final Set<Kind> NEED_WORDS =
      Set.of(Kind.HELP, Kind.PROMISE, Kind.INCIDENT, Kind.REWARD_OFFER, Kind.REDEMPTION);
  private static final Set<Kind> HAVE_A_WORTH = Set.of(Kind.REWARD_OFFER, Kind.REDEMPTION);

  /** The words with which these commands begin. */
  static final List<String> WORDS;

  static {
    List<String> words = new ArrayList<>(NOTES.keySet());
    words.addAll(List.of("undo", "goodwill"));
    WORDS = List.copyOf(words);
  }

  private LedgerParser() {}

  static Command parse(String word, List<Typed> rest) throws Misread {
    Pieces pieces = new Pieces(rest);
    Kind noted = NOTES.get(word);
    if (noted != null) {
      return note(word, noted, pieces);
    }
    Subject with = nothingAfter(with(word, pieces), word, pieces);
    return word.equals("undo") ? new Command.Undo(with) : new Command.ShowGoodwill(with);
  }

  private static Subject nothingAfter(Subject with, String word, Pieces pieces) throws Misread {
    if (pieces.hasMore()) {
      throw new Misread("After /vouch %s comes one person, and nothing else.".formatted(word));
    }
    return with;
  }

  /** A person, or an account by name: {@code account "Northwind Foods"}. */
  private static Subject with(String word, Pieces pieces) throws Misread {
    if (pieces.took("account")) {
      return Subject.account(
          pieces.take("the name of the account, in quotes if it has several words").text());
    }
    return Subject.person(pieces.person(word));
  }

  private static Command note(String word, Kind kind, Pieces pieces) throws Misread {
    if (kind == Kind.FOLLOWED_UP) {
      pieces.took("up");
    }
    Subject with = with(word, pieces);
    List<Typed> left = new ArrayList<>();
    while (pieces.hasMore()) {
      left.add(pieces.take("words"));
    }
    String worth = HAVE_A_WORTH.contains(kind) ? worth(left) : "";
    LocalDate on = kind == Kind.REDEMPTION ? day(left, "on") : null;
    LocalDate until = day(left, "by", "until");
    Set<ActKind> pays = kind == Kind.REWARD_OFFER ? pays(left) : Set.of();
    String words = text(left);
    if (words.isEmpty() && NEED_WORDS.contains(kind)) {
      throw new Misread(
          "Say in a few words what it was: /vouch %s @person with the import.".formatted(word));
    }
    return new Command.Note(with, kind, words + worth, until, pays, on);
  }

  /** Takes {@code worth 50 EUR} out of the words, and says it so that it is found again. */
  private static String worth(List<Typed> left) throws Misread {
    for (int at = 0; at + 1 < left.size(); at++) {
      if (left.get(at).is("worth") && left.get(at + 1).text().matches(".*\\d.*")) {
        for (int end = Math.min(left.size(), at + 3); end > at + 1; end--) {
          Optional<Amount> amount = Amount.of(text(left.subList(at + 1, end)));
          if (amount.isPresent()) {
            left.subList(at, end).clear();
            return " worth " + amount.get();
          }
        }
        throw new Misread("Behind worth comes an amount with its currency: worth 50 EUR.");
      }
    }
    return "";
  }

  private static String text(List<Typed> pieces) {
    return pieces.stream().map(Typed::text).collect(Collectors.joining(" ")).strip();
  }

  /** Takes a day and the word before it off the end: {@code by 2027-01-31}. */
  private static @Nullable LocalDate day(List<Typed> left, String... before) throws Misread {
    int at = left.size() - 2;
    if (at < 0 || !left.get(at).is(before)) {
      return null;
    }
    Typed day = left.get(at + 1);
    boolean meansDay = day.key().matches("[\\d./-]+");
    if (!meansDay) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(day.key());
      left.subList(at, left.size()).clear();
      return date;
    } catch (DateTimeParseException e) {
      throw new Misread("%s is no day; write it like 2027-01-31.".formatted(day.shown()));
    }
  }

  /** Takes {@code for review,referral} off the end: the kinds of act that an offer rewards. */
  private static Set<ActKind> pays(List<Typed> left) {
    int at = left.size() - 2;
    if (at < 0 || !left.get(at).is("for")) {
      return Set.of();
    }
    Set<ActKind> kinds = new HashSet<>();
    for (String name : left.get(at + 1).key().split(",")) {
      Optional<ActKind> kind =
          Arrays.stream(ActKind.values())
              .filter(one -> one.wire().equals(name) || (one.wire() + "s").equals(name))
              .findAny();
      if (kind.isEmpty()) {
        return Set.of();
      }
      kinds.add(kind.get());
    }
    left.subList(at, left.size()).clear();
    return kinds;
  }
}
