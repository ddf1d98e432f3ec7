package dev.vouch.pipeline.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.classify.learn.Lesson;
import dev.vouch.classify.learn.Toy;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import dev.vouch.pipeline.TestClock;
import dev.vouch.store.Store;
import dev.vouch.store.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Learning in workspaces, with real state and models that know three words. */
class LearningTest {
  private final TestClock clock = new TestClock(Instant.parse("2026-11-18T10:00:00Z"));
  private final Store store = Store.at(TestRedis.address(), clock);
  private final String a = TestRedis.freshTeam();
  private final String b = TestRedis.freshTeam();
  private final Learning here = learning(a);

  @AfterEach
  void close() {
    store.erase(a);
    store.erase(b);
    store.close();
  }

  private Learning learning(String team) {
    return new Learning(
        team,
        store.books(team).learning(),
        new Learning.Shipped(Toy::classifier, Toy::memory),
        clock);
  }

  private void correct(int from, int to, Intent label) {
    for (int i = from; i < to; i++) {
      here.corrected(Toy.mention(i), "UANA", Toy.jargon(i), label, "UREP");
    }
  }

  private static Judgement judged(Learning learning) {
    return learning.classifier().judge(Toy.jargon(1000));
  }

  @Test
  void corrections_areLearnt_andNamedInJudgements() {
    assertThat(judged(here).intent()).isEqualTo(Intent.NEUTRAL);
    correct(0, 30, Intent.QUESTION);
    assertThat(here.learn("UREP")).isInstanceOf(Learning.Tried.class);

    assertThat(judged(here).intent()).isEqualTo(Intent.QUESTION);
    assertThat(judged(here).model()).isEqualTo("toy 1 + " + a + " 1");
    ModelVersion version = here.book().versions().get(0);
    assertThat(version.by()).isEqualTo("UREP");
    assertThat(version.learnt() + version.after().corrections()).isEqualTo(30);
    assertThat(here.book().state().news()).isZero();
  }

  @Test
  void correctionInOneWorkspace_changesNothingInAnother() {
    Learning there = learning(b);
    Judgement before = judged(there);
    correct(0, 30, Intent.QUESTION);
    here.learn(null);
    there.refresh();

    assertThat(judged(there)).isEqualTo(before);
    assertThat(there.book().corrections()).isEmpty();
    assertThat(there.book().versions()).isEmpty();
    assertThat(there.learn(null)).isEqualTo(new Learning.TooFew(0));
    assertThat(there.use(1)).as("a version of another workspace").isFalse();
    assertThat(judged(here).intent()).isEqualTo(Intent.QUESTION);
  }

  @Test
  void versions_areTakenBackAndPutToUseAgain() {
    correct(0, 30, Intent.QUESTION);
    here.learn(null);
    assertThat(here.use(ModelVersion.SHIPPED)).isTrue();
    assertThat(judged(here).intent()).isEqualTo(Intent.NEUTRAL);
    assertThat(judged(here).model()).isEqualTo("toy 1");
    assertThat(here.use(1)).isTrue();
    assertThat(judged(here).intent()).isEqualTo(Intent.QUESTION);
  }

  @Test
  void otherInstance_takesUpTheVersion_withoutARestart() {
    Learning instance = learning(a);
    assertThat(judged(instance).intent()).isEqualTo(Intent.NEUTRAL);
    correct(0, 30, Intent.QUESTION);
    here.learn(null);
    instance.refresh();
    assertThat(judged(instance).intent()).isEqualTo(Intent.QUESTION);
  }

  @Test
  void refusedVersion_isKeptWithItsReason_andNotUsed() {
    correct(0, 30, Intent.QUESTION);
    here.learn(null);
    clock.advance(Duration.ofSeconds(1));
    correct(0, 30, Intent.COMPLAINT);
    clock.advance(Duration.ofSeconds(1));
    for (int i = 0; i < 30; i++) {
      if (Toy.correction(i, "gloss", null).isHeldOut()) {
        here.corrected(Toy.mention(i), "UANA", Toy.jargon(i), Intent.QUESTION, "UREP");
      }
    }
    here.learn(null);

    ModelVersion refused = here.book().versions().get(0);
    assertThat(refused.reason()).isEqualTo(Lesson.Reason.MEETS_FEWER);
    assertThat(refused.after().met()).isLessThan(refused.before().met());
    assertThat(here.book().state().inUse()).isOne();
    assertThat(judged(here).intent()).isEqualTo(Intent.QUESTION);
  }

  @Test
  void fewCorrections_teachNothing_andEndWhatWasTaught() {
    correct(0, 9, Intent.QUESTION);
    assertThat(here.learn(null)).isEqualTo(new Learning.TooFew(9));
    assertThat(here.isDue()).isFalse();
    correct(9, 30, Intent.QUESTION);
    here.learn(null);
    for (int i = 0; i < 25; i++) {
      here.book().withdraw(Toy.mention(i), clock.instant());
    }
    here.learn(null);
    assertThat(judged(here).intent()).isEqualTo(Intent.NEUTRAL);
  }

  @Test
  void wordsThatNoModelReads_areNotLearntFrom() {
    here.corrected(Toy.mention(1), "UANA", "+1", Intent.QUESTION, "UREP");
    here.corrected(Toy.mention(2), "UANA", "", Intent.QUESTION, "UREP");
    assertThat(here.book().corrections()).isEmpty();
  }

  @Test
  void due_onlyAfterAQuietMoment_andNotTooOften() {
    Queue<Runnable> work = new ArrayDeque<>();
    Teacher teacher = new Teacher(here, work::add);
    teacher.teachDue();
    correct(0, 30, Intent.QUESTION);
    teacher.teachDue();
    assertThat(work).as("somebody may be in the midst of it").isEmpty();

    clock.advance(Duration.ofMinutes(1));
    teacher.teachDue();
    teacher.teachDue();
    assertThat(work).as("once, however often it is asked").hasSize(1);
    work.remove().run();
    assertThat(judged(here).intent()).isEqualTo(Intent.QUESTION);

    here.corrected(Toy.mention(50), "UANA", "gloss of another kind", Intent.COMPLAINT, "UREP");
    clock.advance(Duration.ofMinutes(4));
    teacher.teachDue();
    assertThat(work).as("there was a training a moment ago").isEmpty();
    clock.advance(Duration.ofMinutes(1));
    teacher.teachDue();
    assertThat(work).hasSize(1);
  }

  @Test
  void twoInstances_learnOnce() {
    correct(0, 30, Intent.QUESTION);
    String claim = here.book().claim(Duration.ofMinutes(1)).orElseThrow();
    assertThat(learning(a).learn(null)).isInstanceOf(Learning.Busy.class);
    assertThat(claim).isNotEmpty();
    assertThat(here.book().versions()).isEmpty();
  }
}
