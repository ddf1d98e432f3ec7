package dev.vouch.store.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.nudge.etiquette.Manners;
import dev.vouch.nudge.ranking.Arm;
import dev.vouch.nudge.ranking.AttentionBook;
import dev.vouch.nudge.ranking.AttentionBook.Taking;
import dev.vouch.nudge.ranking.Lesson;
import dev.vouch.nudge.ranking.Tally;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisAttentionTest {
  private static final Instant NOW = TestWorkspace.NOW;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Arm ARM = new Arm("delight/small_win", "thank_you");

  private final TestWorkspace here = new TestWorkspace();
  private final AttentionBook book = here.books.attention();

  @AfterEach
  void close() {
    here.close();
  }

  private boolean take(String message, Instant now) {
    return book.take("UAMARA", message, new Taking(3, now.minus(WEEK), now));
  }

  @Test
  void thousandTakersAtOnce_neverHaveMoreThanThereIs() {
    AtomicInteger had = new AtomicInteger();
    IntStream.range(0, 1_000)
        .parallel()
        .forEach(
            i -> {
              if (take("message" + i, NOW.plusMillis(i % 7))) {
                had.incrementAndGet();
              }
            });

    assertThat(had).hasValue(3);
    assertThat(book.reader("UAMARA", NOW.minus(WEEK), NOW).taken()).hasSize(3);
  }

  @Test
  void sameMessage_takesItsPartOnce() {
    for (int i = 0; i < 5; i++) {
      assertThat(take("one", NOW)).isTrue();
    }
    assertThat(take("two", NOW)).isTrue();
    assertThat(take("three", NOW)).isTrue();
    assertThat(take("four", NOW)).isFalse();
    assertThat(take("one", NOW)).isTrue();
  }

  @Test
  void whatIsGivenBack_isThereForOthers() {
    take("one", NOW);
    take("two", NOW);
    take("three", NOW);
    book.giveBack("UAMARA", "two");

    assertThat(take("four", NOW)).isTrue();
  }

  @Test
  void whatIsOver_countsNoMore() {
    take("one", NOW.minus(WEEK).minusSeconds(1));
    take("two", NOW.minus(Duration.ofDays(6)));
    take("three", NOW);

    assertThat(take("four", NOW)).isTrue();
    assertThat(take("five", NOW)).isFalse();
  }

  @Test
  void whoWasForgotten_getsNothing_andNothingIsKeptOfThem() {
    take("one", NOW);
    book.change("UAMARA", manners -> manners.ignored("m1", NOW));
    here.books.forgetting().forget(Set.of("UAMARA"), "UMAN", NOW);

    assertThat(take("two", NOW)).isFalse();
    book.change("UAMARA", manners -> manners.ignored("m2", NOW));
    assertThat(book.manners("UAMARA")).isEqualTo(Manners.NONE);
    assertThat(book.reader("UAMARA", Instant.EPOCH, NOW).taken()).isEmpty();
  }

  @Test
  void manners_areKeptWhole() {
    Manners all =
        Manners.NONE
            .ignored("m3", NOW)
            .ignored("m4", NOW)
            .ignored("m5", NOW)
            .telling(NOW)
            .toldAt("D1", "1.000100")
            .snoozedUntil(NOW.plus(WEEK));
    book.change("UREP", before -> all);
    assertThat(book.manners("UREP")).isEqualTo(all);

    book.change("UREP", Manners::startedAgain);
    assertThat(book.manners("UREP")).isEqualTo(Manners.NONE);
  }

  @Test
  void manyWhoChangeAtOnce_loseNothing() {
    IntStream.range(0, 40)
        .parallel()
        .forEach(
            i ->
                book.change(
                    "UREP",
                    was -> new Manners(was.unanswered() + 1, null, null, was.snoozed(), null)));

    assertThat(book.manners("UREP").unanswered()).isEqualTo(40);
  }

  @Test
  void answerOfANudge_teachesOnce_howeverOftenItIsPressed_andItsOutcomeOnceMore() {
    IntStream.range(0, 50)
        .parallel()
        .forEach(i -> book.learn("nudge", ARM, Lesson.TAKEN, NOW.plusMillis(i)));
    book.learn("nudge", ARM, Lesson.PASSED, NOW);
    assertThat(book.preferences().of(ARM)).isEqualTo(new Tally(1, 0));

    book.learn("nudge", ARM, Lesson.DID_NO_GOOD, NOW);
    book.learn("nudge", ARM, Lesson.DID_GOOD, NOW);
    assertThat(book.preferences().of(ARM)).isEqualTo(new Tally(1, 1));
    assertThat(book.reader("UREP", NOW, NOW).preferences()).isEqualTo(book.preferences());
    assertThat(book.preferences().of(new Arm("delight/small_win", ""))).isEqualTo(new Tally(1, 1));
    assertThat(book.preferences().of(new Arm("delight/small_win", "letter")))
        .isEqualTo(new Tally(0, 0));
  }
}
