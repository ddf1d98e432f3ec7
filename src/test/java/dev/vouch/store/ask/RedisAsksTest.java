package dev.vouch.store.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Ask.State;
import dev.vouch.nudge.ask.AskBook;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Asks in real Redis, and the queue of those that are due. */
class RedisAsksTest {
  private static final Instant NOW = TestWorkspace.NOW;
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final TestWorkspace here = new TestWorkspace();
  private final AskBook book = here.books.asks();

  @AfterEach
  void close() {
    here.close();
  }

  private static Ask ask(String id, State state, Instant at) {
    Asking asking = new Asking(id, Rung.CASE_STUDY, "UREP", "“as” | it <went> \"well\" é");
    return Ask.of(asking, "UAMARA", state, at);
  }

  @Test
  void everyPart_comesBackAsItWasWritten() {
    Ask whole =
        ask("a", State.HELD, NOW)
            .sentAt(new Posted("D1", "1.2"))
            .heard(new Answer(Answer.Kind.QUESTION, NOW, "c1", "UAMARA", null, "who?"))
            .heard(new Answer(Answer.Kind.LATER, NOW, "c2", "UREP", NOW.plusSeconds(9), null))
            .toldAt(new Posted("D2", "3.4"), 1);
    assertThat(book.add(whole)).isTrue();
    assertThat(book.ask("a")).contains(whole);
    Ask begun = ask("b", State.HELD, NOW).begun(NOW, LEASE);
    book.add(begun);
    assertThat(book.ask("b")).contains(begun);
  }

  @Test
  void known_isNotWrittenAnew() {
    assertThat(book.add(ask("a", State.HELD, NOW))).isTrue();
    assertThat(book.add(ask("a", State.BY_HAND, NOW))).isFalse();
    assertThat(book.ask("a").orElseThrow().state()).isEqualTo(State.HELD);
  }

  @Test
  void newest_comesFirst_ofAPersonAndOfAll() {
    book.add(ask("old", State.BY_HAND, NOW.minus(Duration.ofDays(100))));
    book.add(ask("a", State.BY_HAND, NOW.minusSeconds(5)));
    book.add(ask("b", State.BY_HAND, NOW));
    assertThat(book.about("UAMARA", 2)).extracting(Ask::id).containsExactly("b", "a");
    assertThat(book.about("UJON", 2)).isEmpty();
    assertThat(book.since(NOW.minus(Duration.ofDays(90)), 10))
        .extracting(Ask::id)
        .containsExactly("b", "a");
    assertThat(book.since(Instant.EPOCH, 1)).extracting(Ask::id).containsExactly("b");
  }

  @Test
  void due_isTakenByOne_andComesAgainUnlessItWasSeenTo() {
    book.add(ask("a", State.HELD, NOW));
    book.add(ask("b", State.BY_HAND, NOW));
    assertThat(book.claimDue(NOW.minusSeconds(1), LEASE)).isEmpty();
    assertThat(book.claimDue(NOW, LEASE)).map(Ask::id).contains("a");
    assertThat(book.claimDue(NOW, LEASE)).isEmpty();
    book.release("a");
    assertThat(book.claimDue(NOW, LEASE)).as("not before the lease is over").isEmpty();
    assertThat(book.claimDue(NOW.plus(LEASE), LEASE)).map(Ask::id).contains("a");
    book.release("a");
    book.change("a", now -> now.sentAt(new Posted("D1", "1.2")));
    assertThat(book.claimDue(NOW.plus(LEASE.multipliedBy(3)), LEASE)).isEmpty();
  }

  @Test
  void ofWhoWasForgotten_nothingIsWritten() {
    here.books.forgetting().forget(List.of("UAMARA"), "UREP", NOW);
    assertThat(book.add(ask("a", State.HELD, NOW))).isFalse();
    assertThat(book.ask("a")).isEmpty();
  }
}
