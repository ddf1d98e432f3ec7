package dev.vouch.store.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.classify.learn.Correction;
import dev.vouch.classify.learn.Figures;
import dev.vouch.classify.learn.Lesson;
import dev.vouch.classify.learn.Toy;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.pipeline.learn.LearningBook;
import dev.vouch.pipeline.learn.ModelVersion;
import dev.vouch.store.Store;
import dev.vouch.store.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Corrections and versions of one workspace, in real Redis. */
class RedisLearningTest {
  private static final Instant NOW = Instant.parse("2026-11-18T12:00:00Z");

  private final String team = TestRedis.freshTeam();
  private final Store store = Store.at(TestRedis.address(), InstantSource.fixed(NOW));
  private final LearningBook book = store.books(team).learning();

  @AfterEach
  void close() {
    store.erase(team);
    store.close();
  }

  private static ModelVersion version(Lesson.Reason reason) {
    return new ModelVersion(
        0, NOW, 8, new Figures(1, 2, 0.7), new Figures(2, 2, 0.71), reason, "UREP");
  }

  private ModelVersion publish(Lesson.Reason reason) {
    String claim = book.claim(Duration.ofMinutes(1)).orElseThrow();
    return book.publish(claim, version(reason), new byte[] {1, 2}, book.state().changes())
        .orElseThrow();
  }

  @Test
  void correction_isKeptOnce_andTheLatestCounts() {
    Correction first = Toy.correction(1, "gloss", Intent.PRAISE);
    Correction later =
        new Correction(
            first.mention(),
            first.example(),
            first.author(),
            Intent.QUESTION,
            first.was(),
            "UREP2",
            first.at().plusSeconds(9));
    assertThat(book.add(first)).isTrue();
    assertThat(book.add(first)).isFalse();
    assertThat(book.add(later)).isTrue();
    assertThat(book.add(first)).as("an older one that comes late").isFalse();

    assertThat(book.corrections()).containsExactly(later);
    assertThat(book.state().changes()).isEqualTo(2);
    assertThat(book.state().changed()).isEqualTo(later.at());
  }

  @Test
  void correctionOfADeletedMessage_isNotKept() {
    MentionId gone = Toy.mention(1);
    store.books(team).advocates().withdraw(gone, "1800000000.000000");
    assertThat(book.add(Toy.correction(1, "gloss", Intent.PRAISE))).isFalse();
    assertThat(book.corrections()).isEmpty();
  }

  @Test
  void whatIsTakenBack_counts_onceOnly() {
    book.add(Toy.correction(1, "gloss", Intent.PRAISE));
    book.add(Toy.correction(2, "gloss", Intent.PRAISE));
    book.withdraw(Toy.mention(1), NOW);
    book.withdraw(Toy.mention(1), NOW);
    assertThat(book.corrections()).hasSize(1);
    assertThat(book.state().changes()).isEqualTo(3);
  }

  @Test
  void erasedAuthor_takesTheirWordsAlong_andEveryHeadThatLearntFromThem() {
    book.add(Toy.correction(1, "gloss", Intent.PRAISE));
    ModelVersion taken = publish(Lesson.Reason.TAKEN);
    book.forget("UNOBODY", NOW);
    assertThat(book.head(taken.number())).isPresent();

    book.forget("UANA", NOW);
    assertThat(book.corrections()).isEmpty();
    assertThat(book.head(taken.number())).isEmpty();
    assertThat(book.state().inUse()).isZero();
    assertThat(book.state().news()).as("so that it is learnt anew without them").isPositive();
  }

  @Test
  void version_isInUseOnceTaken_andNotWhenRefused() {
    ModelVersion taken = publish(Lesson.Reason.TAKEN);
    ModelVersion refused = publish(Lesson.Reason.FORGETS);
    assertThat(book.state().inUse()).isEqualTo(taken.number()).isOne();
    assertThat(book.versions()).containsExactly(refused, taken);
    assertThat(book.head(taken.number())).contains(new byte[] {1, 2});
    assertThat(book.use(refused.number())).isFalse();
    assertThat(book.use(ModelVersion.SHIPPED)).isTrue();
    assertThat(book.use(taken.number())).isTrue();
    assertThat(book.use(77)).isFalse();
  }

  @Test
  void lostClaim_writesNothing() {
    String claim = book.claim(Duration.ofMillis(1)).orElseThrow();
    org.awaitility.Awaitility.await().until(() -> book.claim(Duration.ofMinutes(1)).isPresent());
    assertThat(book.publish(claim, version(Lesson.Reason.TAKEN), new byte[] {1}, 0)).isEmpty();
    assertThat(book.versions()).isEmpty();
    assertThat(book.claim(Duration.ofMinutes(1))).as("somebody has it").isEmpty();
  }

  @Test
  void oldVersions_goFirstTheirHeads_thenTheirFigures() {
    for (int i = 0; i < 23; i++) {
      publish(Lesson.Reason.TAKEN);
    }
    assertThat(book.versions()).hasSize(20).first().extracting(ModelVersion::number).isEqualTo(23);
    assertThat(book.head(23)).isPresent();
    assertThat(book.head(19)).isPresent();
    assertThat(book.head(18)).isEmpty();
  }

  @Test
  void erasedWorkspace_leavesNothing_andOthersStay() {
    String other = TestRedis.freshTeam();
    LearningBook others = store.books(other).learning();
    others.add(Toy.correction(1, "gloss", Intent.PRAISE));
    book.add(Toy.correction(1, "gloss", Intent.PRAISE));
    publish(Lesson.Reason.TAKEN);
    book.claim(Duration.ofMinutes(1));
    store.erase(team);

    assertThat(book.corrections()).isEmpty();
    assertThat(book.versions()).isEmpty();
    assertThat(book.head(1)).isEmpty();
    assertThat(book.state().changes()).isZero();
    assertThat(book.claim(Duration.ofMillis(1))).isPresent();
    assertThat(others.corrections()).isEqualTo(List.of(Toy.correction(1, "gloss", Intent.PRAISE)));
    store.erase(other);
  }
}
