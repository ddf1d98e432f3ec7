package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.identity.Merge;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.Nudge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Two instances at once, one of which joins or parts two ids: afterwards every record is as if one
 * of the two had come first, field by field.
 */
class MergeRaceTest {
  private static final int ROUNDS = 200;
  private static final ExecutorService BOTH = Executors.newFixedThreadPool(2);

  @AfterAll
  static void stop() {
    BOTH.shutdownNow();
  }

  /** What one of the two does. */
  private interface Deed extends Consumer<TestWorkspace> {}

  private static void merge(TestWorkspace in, String person, String id) {
    in.books.identities().merge(new Merge(person, person, id, "UREP", TestWorkspace.NOW));
  }

  private static void unmerge(TestWorkspace in) {
    in.books.identities().unmerge(Lives.OTHER, "UMAN", TestWorkspace.NOW);
  }

  private static void says(TestWorkspace in, String text) {
    in.events.read(Ana.said(Lives.OTHER, 500, 0, text));
  }

  private static void edits(TestWorkspace in) {
    in.events.read(Ana.edited(Ana.said(Lives.OTHER, 2, 0, "complaint: it broke")));
  }

  private static void isLiked(TestWorkspace in) {
    in.events.read(Ana.reaction(Lives.THIRD, 2, Lives.OTHER));
  }

  private static void stops(TestWorkspace in) {
    in.books
        .relationships()
        .change(
            Subject.person(Lives.OTHER),
            one ->
                one.answered(
                    Lives.consent(Topic.MESSAGES, 1, TestWorkspace.NOW, one.with().id()),
                    "stop",
                    null));
  }

  private static void isHelped(TestWorkspace in) {
    in.books
        .relationships()
        .change(
            Subject.person(Lives.OTHER),
            one -> one.with(LedgerEntry.moment("help:race", Kind.HELP, TestWorkspace.NOW)));
  }

  private static void isNudgedAbout(TestWorkspace in) {
    in.books.nudges().add(Lives.nudge(Lives.OTHER, 2, Nudge.State.HELD));
  }

  /** What comes before both, the one, and the other. */
  private record Pair(Deed before, Deed one, Deed other) {}

  private static Map<String, Pair> pairs() {
    Deed nothing = in -> {};
    Deed joined = in -> merge(in, Lives.ONE, Lives.OTHER);
    Map<String, Pair> pairs = new LinkedHashMap<>();
    pairs.put("the same merge", new Pair(nothing, joined, joined));
    pairs.put(
        "opposite merges", new Pair(nothing, joined, in -> merge(in, Lives.OTHER, Lives.ONE)));
    pairs.put("a chain", new Pair(nothing, joined, in -> merge(in, Lives.THIRD, Lives.ONE)));
    pairs.put("two into one", new Pair(nothing, joined, in -> merge(in, Lives.ONE, Lives.THIRD)));
    pairs.put("merge and unmerge", new Pair(nothing, joined, MergeRaceTest::unmerge));
    pairs.put(
        "unmerge and the same", new Pair(joined, MergeRaceTest::unmerge, MergeRaceTest::unmerge));
    pairs.put("unmerge and merge", new Pair(joined, MergeRaceTest::unmerge, joined));
    List<Deed> meanwhile =
        List.of(
            in -> says(in, "advocacy: just get it"),
            in -> says(in, "question: does it export"),
            MergeRaceTest::edits,
            MergeRaceTest::isLiked,
            MergeRaceTest::stops,
            MergeRaceTest::isHelped,
            MergeRaceTest::isNudgedAbout);
    for (int i = 0; i < meanwhile.size(); i++) {
      pairs.put("merge and what happens " + i, new Pair(nothing, joined, meanwhile.get(i)));
      pairs.put(
          "unmerge and what happens " + i,
          new Pair(joined, MergeRaceTest::unmerge, meanwhile.get(i)));
    }
    return pairs;
  }

  @Test
  void twoAtOnce_comeToWhatOneAfterTheOtherComesTo() throws Exception {
    List<Map.Entry<String, Pair>> pairs = new ArrayList<>(pairs().entrySet());
    int atOnce = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Map.Entry<String, Pair> named = pairs.get(round % pairs.size());
      Pair pair = named.getValue();
      Map<String, List<String>> first = inTurn(round, pair.before(), pair.one(), pair.other());
      Map<String, List<String>> last = inTurn(round, pair.before(), pair.other(), pair.one());
      Map<String, List<String>> raced = raced(round, pair);
      if (!raced.equals(first)) {
        raced.forEach(
            (key, held) ->
                assertThat(held).as(named.getKey() + " " + key).isEqualTo(last.get(key)));
        assertThat(raced.keySet()).as(named.getKey()).isEqualTo(last.keySet());
        atOnce++;
      }
    }
    assertThat(atOnce).as("how often the second came first").isPositive();
  }

  private static Map<String, List<String>> inTurn(int seed, Deed before, Deed one, Deed other) {
    try (TestWorkspace here = new TestWorkspace()) {
      lived(here, seed);
      before.accept(here);
      one.accept(here);
      other.accept(here);
      return here.state();
    }
  }

  private static Map<String, List<String>> raced(int seed, Pair pair) throws Exception {
    try (TestWorkspace here = new TestWorkspace();
        TestWorkspace there = new TestWorkspace(TestRedis.address(), here.team)) {
      lived(here, seed);
      pair.before().accept(here);
      CyclicBarrier start = new CyclicBarrier(2);
      Future<?> one = BOTH.submit(() -> after(start, () -> pair.one().accept(here)));
      Future<?> other = BOTH.submit(() -> after(start, () -> pair.other().accept(there)));
      one.get();
      other.get();
      assertThat(here.store.audit(here.team, TestWorkspace.NOW).differences())
          .filteredOn(difference -> !difference.what().equals("goodwill"))
          .isEmpty();
      return here.state();
    }
  }

  private static Object after(CyclicBarrier start, Runnable deed) throws Exception {
    start.await();
    deed.run();
    return deed;
  }

  private static void lived(TestWorkspace here, int seed) {
    Random random = new Random(seed);
    Lives lives = new Lives(here, Mode.OFF);
    for (int i = 0; i < 15; i++) {
      lives.happens(random.nextInt(100_000));
    }
  }
}
