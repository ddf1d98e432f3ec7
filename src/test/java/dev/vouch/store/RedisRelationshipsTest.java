package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Consent.Answer;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Relationship.Known;
import dev.vouch.advocate.relationship.RelationshipBook;
import dev.vouch.advocate.relationship.RelationshipBook.Decided;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Ruling;
import dev.vouch.advocate.relationship.Standing;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.ActKind;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Asking.Refusal;
import dev.vouch.nudge.ask.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands between us and people, in real Redis, changed by many at once. */
class RedisRelationshipsTest {
  private static final Instant NOW = TestWorkspace.NOW;
  private static final Subject TOM = Subject.person("U0TOM");
  private static final Subject NORTHWIND = Subject.account("northwind");

  private final TestWorkspace here = new TestWorkspace();
  private final RelationshipBook book = here.books.relationships();

  @AfterEach
  void close() {
    here.close();
  }

  @Test
  void unknown_isNothing() {
    assertThat(book.of(TOM)).isEqualTo(Relationship.none(TOM));
  }

  @Test
  void everyPart_comesBackAsItWasWritten() {
    Relationship whole =
        Relationship.none(TOM)
            .with(
                LedgerEntry.moment("help", Kind.HELP, NOW)
                    .worth(1_000)
                    .noted(new Note("U0MAYA", "mended the import", "C1-1.000001")))
            .with(LedgerEntry.offer("open", NOW, null, Set.of(ActKind.REVIEW)))
            .with(LedgerEntry.offer("over", NOW, NOW.plusSeconds(60), Set.of()))
            .with(new Consent(Topic.MESSAGES, Answer.AGREED, NOW, "1", "U0TOM"))
            .with(new Consent(Topic.TALKS, Answer.DECLINED, NOW, "1", null))
            .pausedBy(new Pause("U0MAYA", NOW, NOW.plusSeconds(5), "on leave"))
            .with(new Tie("t1", Tie.Kind.ACCESS, "early access", NOW, null, "U0MAYA"))
            .with(new Tie("t2", Tie.Kind.CASH, "a fee", NOW, NOW.plusSeconds(9), null))
            .movedBy(Motivator.GIVING_BACK, new Known("U0TOM", NOW))
            .ruled(new Ruling(true, "U0MAYA", NOW));

    book.change(TOM, none -> whole);

    assertThat(book.of(TOM))
        .isEqualTo(
            new Relationship(
                TOM,
                1,
                whole.ledger(),
                whole.consents(),
                whole.pause(),
                whole.ties(),
                whole.motivators(),
                whole.pattern()));
  }

  @Test
  void whatIsTakenOut_goes() {
    book.change(
        TOM,
        none ->
            none.with(LedgerEntry.moment("a", Kind.HELP, NOW))
                .pausedBy(new Pause("U0MAYA", NOW, null, "a quarrel"))
                .movedBy(Motivator.CAREER, new Known("U0MAYA", NOW)));

    book.change(TOM, one -> one.without("a").pausedBy(null).notMovedBy(Motivator.CAREER));

    Relationship left = book.of(TOM);
    assertThat(left.ledger()).isEmpty();
    assertThat(left.pause()).isNull();
    assertThat(left.motivators()).isEmpty();
  }

  @Test
  void noChange_movesNoVersion() {
    book.change(TOM, none -> none.with(LedgerEntry.moment("a", Kind.HELP, NOW)));
    book.change(TOM, one -> one.with(LedgerEntry.moment("a", Kind.HELP, NOW.plusSeconds(5))));

    assertThat(book.of(TOM).version()).isEqualTo(1);
  }

  @Test
  void manyChangesAtOnce_loseNothing() throws Exception {
    atOnce(
        200,
        number ->
            book.change(TOM, one -> one.with(LedgerEntry.moment("e" + number, Kind.HELP, NOW))));

    assertThat(book.of(TOM).ledger()).hasSize(200);
    assertThat(book.of(TOM).version()).isEqualTo(200);
  }

  @Test
  void aThousandAsksAtOnce_spendNoMoreThanThereIs() throws Exception {
    book.change(
        TOM,
        none ->
            agreed(none)
                .with(LedgerEntry.moment("help", Kind.HELP, NOW).worth(1_000))
                .with(LedgerEntry.moment("more", Kind.HELP, NOW).worth(1_000)));
    // The account bears two; the person bears two but for the rule of one open ask.
    book.change(NORTHWIND, none -> none.with(LedgerEntry.moment("h", Kind.HELP, NOW).worth(1_000)));

    List<Optional<Refusal>> answers = atOnce(1_000, number -> ask("ask" + number));

    assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
    assertThat(book.of(TOM).entries(Kind.ASK)).hasSize(1);
    assertThat(book.of(NORTHWIND).entries(Kind.ASK)).hasSize(1);
    assertThat(Goodwill.of(book.of(TOM), List.of(), NOW)).isEqualTo(1);
    assertThat(Goodwill.of(book.of(NORTHWIND), List.of(), NOW)).isEqualTo(0);
  }

  @Test
  void aThousandAsksOfTheColleaguesOfAnAccount_neverOverdrawTheAccount() throws Exception {
    book.change(NORTHWIND, none -> none.with(LedgerEntry.moment("h", Kind.HELP, NOW).worth(3_500)));
    for (int person = 0; person < 10; person++) {
      book.change(
          Subject.person("U" + person),
          none -> agreed(none).with(LedgerEntry.moment("h", Kind.HELP, NOW).worth(9_000)));
    }

    List<Optional<Refusal>> answers =
        atOnce(1_000, number -> ask(Subject.person("U" + number % 10), "ask" + number));

    assertThat(answers).filteredOn(Optional::isEmpty).hasSize(3);
    assertThat(Goodwill.of(book.of(NORTHWIND), List.of(), NOW)).isEqualTo(0.5);
  }

  private static Relationship agreed(Relationship one) {
    return one.with(new Consent(Topic.MESSAGES, Answer.AGREED, NOW, "1", "U0TOM"))
        .with(new Consent(Topic.REVIEWS, Answer.AGREED, NOW, "1", "U0TOM"));
  }

  private Optional<Refusal> ask(String id) {
    return ask(TOM, id);
  }

  private Optional<Refusal> ask(Subject person, String id) {
    Asking asking = new Asking(id, Rung.RATING, "U0MAYA", "a rating");
    Instant now = NOW.plus(Duration.ofSeconds(1));
    return book.decide(
        List.of(person, NORTHWIND),
        stand -> {
          Optional<Refusal> refusal =
              asking.refusal(
                  new Asking.Facts(
                      stand.get(0),
                      stand.get(1),
                      List.of(),
                      List.of(),
                      Standing.READY,
                      RoleRules.FREE),
                  NOW);
          return refusal.isPresent()
              ? new Decided<>(stand, refusal)
              : new Decided<>(
                  stand.stream().map(one -> one.with(asking.entry(now))).toList(), refusal);
        });
  }

  private interface Task<T> {
    T run(int number);
  }

  private static <T> List<T> atOnce(int times, Task<T> task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(50);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        running.add(threads.submit(() -> task.run(number)));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
