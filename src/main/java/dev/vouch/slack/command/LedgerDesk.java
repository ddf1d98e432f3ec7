package dev.vouch.slack.command;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.advocate.relationship.Recovery;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RelationshipBook.Decided;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.mention.Intent;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.parse.Command;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.person.GoodwillView;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Notes what passed between us and people and accounts, and shows what goodwill comes of it. */
final class LedgerDesk {
  private static final Duration UNDO_WITHIN = Duration.ofDays(1);
  private static final Pattern NOTED = Pattern.compile("[a-z_]+:(\\d{1,15}):");
  private static final int ALL = 500;

  private LedgerDesk() {}

  static Optional<Rendering> answer(Command command, Asked asked, Workspace workspace) {
    if (command instanceof Command.Note note) {
      return Optional.of(
          with(note.with(), workspace, (party) -> note(note, party, asked, workspace)));
    }
    if (command instanceof Command.Undo undo) {
      return Optional.of(with(undo.with(), workspace, party -> undo(party, asked, workspace)));
    }
    return command instanceof Command.ShowGoodwill show
        ? Optional.of(
            with(show.with(), workspace, party -> goodwill(party, null, asked.now(), workspace)))
        : Optional.empty();
  }

  /**
   * Whom it is about.
   *
   * @param account id of the account that a person belongs to; null if none, or of an account
   * @param heard what they said, newest first; nothing of an account
   */
  record Party(Subject with, @Nullable String account, String name, List<Heard> heard) {

    /** The party, and the account of a person. */
    List<Subject> andAccount() {
      return account == null ? List.of(with) : List.of(with, Subject.account(account));
    }
  }

  interface Answer {
    Rendering to(Party party);
  }

  static Rendering with(Subject typed, Workspace workspace, Answer answer) {
    if (typed.kind() == Subject.Kind.ACCOUNT) {
      Optional<Account> account = workspace.accounts().named(typed.id());
      return account
          .map(one -> answer.to(new Party(Subject.account(one.id()), null, one.name(), List.of())))
          .orElseGet(
              () ->
                  HelpView.unclear(
                      "No account is called \"%s\".".formatted(typed.id()), "account NAME"));
    }
    Optional<Contact> contact = workspace.advocates().contact(typed.id());
    if (Staff.isStaff(workspace, typed.id())) {
      return HelpView.unclear(
          "%s is one of our own people; goodwill is what customers hold for us."
              .formatted(workspace.directory().name(typed.id())),
          null);
    }
    String name =
        contact.map(Contact::name).orElseGet(() -> workspace.directory().name(typed.id()));
    return answer.to(
        new Party(
            typed,
            contact.flatMap(Contact::account).orElse(null),
            name,
            workspace.advocates().heard(typed.id(), ALL)));
  }

  private static Rendering note(Command.Note note, Party party, Asked asked, Workspace workspace) {
    Instant until = end(note.until());
    if (until != null && until.isBefore(asked.now())) {
      return HelpView.unclear("%s is over already.".formatted(note.until()), null);
    }
    if (note.on() != null && !day(note.on()).isBefore(asked.now())) {
      return HelpView.unclear("%s is still to come.".formatted(note.on()), null);
    }
    Optional<LedgerEntry> written =
        workspace
            .relationships()
            .decide(
                Goodwill.worth(note.kind()) > 0 ? party.andAccount() : List.of(party.with()),
                stand -> {
                  Optional<LedgerEntry> entry =
                      about(note, stand.get(0), party, workspace)
                          .map(about -> entry(note, about, asked));
                  return new Decided<>(entry.map(one -> with(one, stand)).orElse(stand), entry);
                });
    return written
        .map(entry -> goodwill(party, entry, asked.now(), workspace))
        .orElseGet(() -> HelpView.unclear(nothingThere(note.kind(), party.name()), null));
  }

  /** What is given to a person is given to their account, too. */
  static List<Relationship> with(LedgerEntry entry, List<Relationship> stand) {
    return stand.stream().map(one -> one.with(entry)).toList();
  }

  private static LedgerEntry entry(Command.Note note, String about, Asked asked) {
    Instant at = note.on() == null ? asked.now() : day(note.on());
    Instant until =
        note.kind() == Kind.REWARD_OFFER || note.kind() == Kind.PROMISE ? end(note.until()) : at;
    return new LedgerEntry(
        "%s:%d:%s:%08x"
            .formatted(
                note.kind().wire(),
                asked.now().toEpochMilli(),
                asked.by(),
                note.words().hashCode()),
        note.kind(),
        at,
        until,
        note.pays(),
        Goodwill.worth(note.kind()),
        new LedgerEntry.Note(
            asked.by(),
            note.words().isEmpty() ? null : note.words(),
            about.isEmpty() ? null : about));
  }

  /** The end of a day, wherever one of us may be. */
  private static @Nullable Instant end(@Nullable LocalDate day) {
    return day == null ? null : day.plusDays(1).atStartOfDay(ZoneOffset.ofHours(-12)).toInstant();
  }

  /** Where it is that day first, so that nobody notes what is still to come. */
  private static Instant day(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.ofHours(14)).toInstant();
  }

  /** What it belongs to: empty where it stands alone, nothing where there is nothing like that. */
  private static Optional<String> about(
      Command.Note note, Relationship between, Party party, Workspace workspace) {
    return switch (note.kind()) {
      case REDEMPTION -> Optional.of(offer(note.words(), between, party, workspace));
      case PROMISE_KEPT -> promise(note.words(), between);
      case ACKNOWLEDGED, FIXED, FOLLOWED_UP -> toRecover(note.kind(), between, party.heard());
      case SUGGESTION_TAKEN ->
          party.heard().stream()
              .filter(one -> one.intent() == Intent.SUGGESTION)
              .map(one -> one.mention().toString())
              .filter(id -> !between.has(id, Kind.SUGGESTION_TAKEN))
              .findFirst();
      default -> Optional.of("");
    };
  }

  /** What was offered to them or their account: in these words, else last. */
  private static String offer(
      String words, Relationship between, Party party, Workspace workspace) {
    Stream<LedgerEntry> theirs =
        party.account() == null
            ? Stream.of()
            : workspace.relationships().of(Subject.account(party.account())).ledger().stream();
    return Stream.concat(between.ledger().stream(), theirs)
        .filter(LedgerEntry::isOffer)
        .max(
            Comparator.<LedgerEntry, Boolean>comparing(
                    one -> words.equalsIgnoreCase(one.note().words()))
                .thenComparing(LedgerEntry::from))
        .map(LedgerEntry::id)
        .orElse("");
  }

  /** The open promise whose words were repeated, else the one that is due first. */
  private static Optional<String> promise(String words, Relationship between) {
    return between.entries(Kind.PROMISE).stream()
        .filter(one -> !between.has(one.id(), Kind.PROMISE_KEPT))
        .min(
            Comparator.<LedgerEntry, Boolean>comparing(
                    one -> words.isEmpty() || !words.equalsIgnoreCase(one.note().words()))
                .thenComparing(one -> one.until() == null ? Instant.MAX : one.until()))
        .map(LedgerEntry::id);
  }

  /** The oldest thing to make good for which this step was not taken. */
  private static Optional<String> toRecover(Kind step, Relationship between, List<Heard> heard) {
    return Recovery.open(between, heard).stream()
        .filter(
            one ->
                one.done() == null
                    || step != one.done().entry()
                        && Recovery.Step.valueOf(step.name()).compareTo(one.done()) > 0)
        .map(Recovery::id)
        .findFirst();
  }

  private static String nothingThere(Kind kind, String name) {
    return switch (kind) {
      case PROMISE_KEPT ->
          "No promise to %s is open; note one with /vouch promised @person what by 2027-01-31."
              .formatted(name);
      case SUGGESTION_TAKEN ->
          "No suggestion of %s is on record that was not taken up already.".formatted(name);
      default ->
          "Nothing is open that we would have to make good to %s and that this step is missing of."
              .formatted(name);
    };
  }

  /**
   * What one of us noted by hand may be taken back by them for a day. That it was stands there by
   * when they typed so: done again, it takes back nothing else.
   */
  private static Rendering undo(Party party, Asked asked, Workspace workspace) {
    String id =
        "%s:%d:%s".formatted(Kind.TAKEN_BACK.wire(), asked.now().toEpochMilli(), asked.by());
    if (workspace.relationships().of(party.with()).entry(id).isPresent()) {
      return goodwill(party, null, asked.now(), workspace);
    }
    Optional<LedgerEntry> gone =
        workspace
            .relationships()
            .decide(
                party.andAccount(),
                stand -> {
                  Optional<LedgerEntry> last =
                      stand.get(0).entry(id).isPresent()
                          ? Optional.empty()
                          : last(stand.get(0), asked);
                  return new Decided<>(
                      last.map(entry -> without(entry, id, stand, asked)).orElse(stand), last);
                });
    return gone.map(
            entry -> GoodwillView.undone(entry, shown(party, asked.now(), workspace), asked.now()))
        .orElseGet(
            () ->
                HelpView.unclear(
                    "You have noted nothing about %s within a day that could be taken back."
                        .formatted(party.name()),
                    null));
  }

  private static List<Relationship> without(
      LedgerEntry entry, String id, List<Relationship> stand, Asked asked) {
    LedgerEntry gone =
        LedgerEntry.moment(id, Kind.TAKEN_BACK, asked.now())
            .noted(new LedgerEntry.Note(asked.by(), null, entry.id()));
    List<Relationship> now = new ArrayList<>();
    for (Relationship one : stand) {
      Relationship rest = one.without(entry.id());
      now.add(now.isEmpty() ? rest.with(gone) : rest);
    }
    return now;
  }

  private static Optional<LedgerEntry> last(Relationship between, Asked asked) {
    Set<Kind> byHand = GoodwillView.BY_HAND;
    return between.ledger().stream()
        .filter(one -> byHand.contains(one.kind()) && asked.by().equals(one.note().by()))
        .filter(one -> !notedAt(one).isAfter(asked.now()))
        .filter(one -> notedAt(one).plus(UNDO_WITHIN).isAfter(asked.now()))
        .max(Comparator.comparing(LedgerDesk::notedAt));
  }

  /** Its id says it: what was noted may have happened before. */
  private static Instant notedAt(LedgerEntry entry) {
    Matcher id = NOTED.matcher(entry.id());
    return id.lookingAt() ? Instant.ofEpochMilli(Long.parseLong(id.group(1))) : entry.from();
  }

  static Rendering goodwill(
      Party party, @Nullable LedgerEntry noted, Instant now, Workspace workspace) {
    return GoodwillView.of(noted, shown(party, now, workspace), now);
  }

  private static GoodwillView.Shown shown(Party party, Instant now, Workspace workspace) {
    Relationship between = workspace.relationships().of(party.with()).answered(party.heard());
    return new GoodwillView.Shown(
        party.name(),
        Goodwill.lines(between, party.heard(), now),
        Recovery.open(between, party.heard()),
        workspace.directory()::name);
  }
}
