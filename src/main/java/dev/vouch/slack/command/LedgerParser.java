package dev.vouch.slack.command;

import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.mention.ActKind;
import dev.vouch.slack.command.Pieces.Misread;
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
  }

  private static final Set<Kind> NEED_WORDS =
      Set.of(Kind.HELP, Kind.PROMISE, Kind.INCIDENT, Kind.REWARD_OFFER);

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
    LocalDate until = until(left);
    Set<ActKind> pays = kind == Kind.REWARD_OFFER ? pays(left) : Set.of();
    String words = left.stream().map(Typed::text).collect(Collectors.joining(" ")).strip();
    if (words.isEmpty() && NEED_WORDS.contains(kind)) {
      throw new Misread(
          "Say in a few words what it was: /vouch %s @person with the import.".formatted(word));
    }
    return new Command.Note(with, kind, words, until, pays);
  }

  /** Takes {@code by 2027-01-31} or {@code until 2027-01-31} off the end. */
  private static @Nullable LocalDate until(List<Typed> left) throws Misread {
    int at = left.size() - 2;
    if (at < 0 || !left.get(at).is("by", "until")) {
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
