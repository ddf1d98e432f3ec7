package dev.vouch.store;

import com.google.gson.JsonObject;
import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.Card.Handle;
import dev.vouch.advocate.Card.Tongue;
import dev.vouch.advocate.CardBook.Replacement;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Consent.Answer;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Relationship.Known;
import dev.vouch.advocate.relationship.Ruling;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.Intent;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.moment.Moment;
import dev.vouch.nudge.moment.Occasion;
import dev.vouch.pipeline.hearing.SavedAdvocacy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import redis.clients.jedis.UnifiedJedis;

/** What happens to two accounts of one human, and to another, each thing told by a number. */
final class Lives {
  static final String ONE = "UAMARA";
  static final String OTHER = "UPRIYA";
  static final String THIRD = "UJON";
  private static final Instant NOW = TestWorkspace.NOW;
  private static final List<String> PEOPLE = List.of(ONE, OTHER, OTHER, THIRD);
  private static final List<String> WORDS =
      List.of(
          "advocacy: just get it",
          "praise: lovely",
          "complaint: it broke",
          "question: does it export",
          "+1",
          "advocacy: theirs is worse",
          "suggestion: another column");

  /** So many kinds of things can be said and done in Slack; behind them come those that we note. */
  private static final int IN_SLACK = 12;

  private static final int ALL = 20;

  private final List<JsonObject> messages = new ArrayList<>();
  private final TestWorkspace here;
  private int second;

  /** Both are known, and where they work. */
  Lives(TestWorkspace here, Mode mode) {
    this.here = here;
    here.books.settings().change(settings -> settings.withMode(mode));
    happens(0);
    happens(ALL);
  }

  /** Something that people say or do in Slack. */
  void inSlack(int number) {
    happens(number - number % ALL + number % IN_SLACK);
  }

  /** Something, from the number's last part, in a way that its rest says. */
  void happens(int number) {
    second++;
    int how = number / ALL;
    String person = PEOPLE.get(how % PEOPLE.size());
    int more = how / PEOPLE.size();
    switch (number % ALL) {
      case 0, 1, 2, 3, 4 -> says(person, WORDS.get(more % WORDS.size()), 0);
      case 5, 6 -> says(person, WORDS.get(more % WORDS.size()), earlier(more));
      case 7 -> edits(more);
      case 8 -> deletes(more);
      case 9 -> likes(person, more);
      case 10 -> passesOn(person, PEOPLE.get(more % PEOPLE.size()));
      case 11 -> isCorrected(more);
      case 12 -> hasACard(person, more);
      case 13 -> belongs(person, more);
      case 14 -> isNudgedAbout(person, more);
      default -> relates(person, number % ALL - 14, more);
    }
  }

  private void says(String person, String words, int root) {
    JsonObject message = Ana.said(person, second, root, words);
    messages.add(message.deepCopy());
    here.events.read(message);
  }

  /** The second of an earlier message, or 0. */
  private int earlier(int which) {
    return messages.isEmpty() ? 0 : 1 + which % second;
  }

  private Optional<JsonObject> message(int which) {
    return messages.isEmpty()
        ? Optional.empty()
        : Optional.of(messages.get(which % messages.size()).deepCopy());
  }

  private void edits(int which) {
    message(which)
        .ifPresent(
            message -> {
              message.addProperty("text", WORDS.get(second % WORDS.size()));
              here.events.read(Ana.edited(message));
            });
  }

  private void deletes(int which) {
    message(which)
        .ifPresent(
            message -> {
              JsonObject event = new JsonObject();
              event.addProperty("type", "message");
              event.addProperty("subtype", "message_deleted");
              event.addProperty("channel", "C1");
              event.addProperty("deleted_ts", message.get("ts").getAsString());
              here.events.read(event);
            });
  }

  private void likes(String person, int which) {
    message(which)
        .ifPresent(
            message -> {
              int on = 1 + which % second;
              String owner = message.get("user").getAsString();
              here.events.read(Ana.reaction(person, on, owner));
            });
  }

  private void passesOn(String person, String author) {
    here.events.read(
        Ana.passingOn(Ana.said(person, second, 0, "praise: look"), author, "advocacy"));
  }

  private void isCorrected(int which) {
    message(which)
        .ifPresent(
            message ->
                here.labels.save(
                    new SavedAdvocacy(
                        "C1",
                        message.get("ts").getAsString(),
                        message.get("user").getAsString(),
                        null,
                        "words",
                        "UREP",
                        which % 2 == 0 ? Intent.ADVOCACY : Intent.PRAISE,
                        null)));
  }

  private void hasACard(String person, int which) {
    Card before = here.books.accounts().cards().card(person).orElse(null);
    Role role = Role.values()[which % Role.values().length];
    Card after =
        new Card(
            new Handle(person, person.toLowerCase(java.util.Locale.ROOT) + "@card.example"),
            person,
            null,
            Set.of(role),
            "head of " + which,
            new Tongue("fr", null),
            "an import");
    here.books.accounts().cards().replace(List.of(new Replacement(before, after)), NOW);
  }

  private void belongs(String person, int which) {
    String account = List.of("Kestrel", "Fairbank").get(which % 2);
    here.books.accounts().change(account, one -> one);
    here.directory
        .author(person)
        .ifPresent(
            author ->
                here.books
                    .advocates()
                    .meet(
                        author,
                        AccountLink.setBy(
                            "a command", account.toLowerCase(java.util.Locale.ROOT), NOW)));
  }

  private void isNudgedAbout(String person, int which) {
    Nudge.State state = Nudge.State.values()[which % Nudge.State.values().length];
    here.books.nudges().add(nudge(person, second, state));
  }

  static Nudge nudge(String person, int second, Nudge.State state) {
    boolean sent = state == Nudge.State.SENT || state == Nudge.State.APPROVAL;
    boolean waits = state == Nudge.State.HELD || state == Nudge.State.PAUSED;
    Nudge.Party party =
        new Nudge.Party("UREP", person, "\"about\":\"" + OTHER + "\"", "Fairbank", "UEXEC");
    Occasion occasion =
        Occasion.said(Moment.ACT, Ana.at(second), "https://lumo.slack.example/x", List.of());
    return Nudge.draft(NudgeKind.EXEC_INTRO, occasion, party, NOW)
        .living(
            new Nudge.Life(
                state,
                "because",
                waits ? NOW : null,
                sent ? new Nudge.Posted("DREP", Ana.at(second).ts()) : null,
                null,
                null,
                null));
  }

  private void relates(String person, int what, int which) {
    Instant at = NOW.minusSeconds(10_000L - which);
    Topic topic = Topic.values()[which % Topic.values().length];
    String by = which % 3 == 0 ? "UREP" : person;
    here.books
        .relationships()
        .change(
            Subject.person(person),
            one ->
                switch (what) {
                  case 1 -> helped(one, which, at);
                  case 2 -> one.answered(consent(topic, which, at, by), "c" + which, "words");
                  case 3 -> one.with(new Tie("t" + which % 3, Tie.Kind.GIFT, person, at, null, by));
                  case 4 -> one.pausedBy(pause(which, by));
                  default -> moved(one, which, at, by);
                });
  }

  private static Relationship helped(Relationship one, int which, Instant at) {
    String id = "help:" + which % 4;
    return one.with(
            LedgerEntry.moment(id, Kind.HELP, at)
                .worth(1_000)
                .noted(new Note("UREP", one.with().id(), null)))
        .with(LedgerEntry.moment("about:" + which, Kind.FIXED, at).noted(Note.about(id)));
  }

  static Consent consent(Topic topic, int which, Instant at, String by) {
    return new Consent(topic, which % 2 == 0 ? Answer.AGREED : Answer.DECLINED, at, "1", by);
  }

  private static Pause pause(int which, String by) {
    Instant until = which % 2 == 0 ? null : NOW.plusSeconds(which * 100L - 5_000);
    return new Pause(by, NOW, until, "why " + which);
  }

  private static Relationship moved(Relationship one, int which, Instant at, String by) {
    Motivator motivator = Motivator.values()[which % Motivator.values().length];
    return which % 4 == 0
        ? one.ruled(new Ruling(which % 8 == 0, "UREP", at))
        : which % 4 == 1
            ? one.movedBy(Set.of(motivator), at, "m" + which)
            : one.movedBy(motivator, new Known(by, at));
  }

  /**
   * All that is held, by key; without counters that are back at nought, what is noted of merges and
   * how often relationships were changed.
   */
  static Map<String, List<String>> state(UnifiedJedis redis, String team) {
    Map<String, List<String>> state = new TreeMap<>();
    new Dump(redis, team)
        .all()
        .forEach(
            (key, values) -> {
              List<String> kept =
                  values.stream()
                      .filter(value -> !value.endsWith("=0"))
                      .filter(value -> !key.startsWith("relation:") || !value.startsWith("v="))
                      .filter(value -> !value.startsWith("e:merged") && !value.startsWith("e:unme"))
                      .map(value -> value.replace(team, "TEAM"))
                      .toList();
              if (!kept.isEmpty() && !key.startsWith("learning")) {
                state.put(key, kept);
              }
            });
    return state;
  }
}
