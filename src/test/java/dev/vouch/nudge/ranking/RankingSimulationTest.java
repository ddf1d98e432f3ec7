package dev.vouch.nudge.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * A team of one that likes some kinds of suggestions better than others, which nobody knows at the
 * start: what it takes up when its list is ranked, and when it gets everything in its turn.
 */
class RankingSimulationTest {
  private static final int DAYS = 120;
  private static final int A_DAY = 5;
  private static final int PLACES = 3;
  private static final int RUNS = 200;
  private static final int STALE = 21;
  private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");
  private static final List<Double> LIKED = List.of(0.1, 0.2, 0.3, 0.4, 0.6, 0.8);
  private static final List<String> ACCOUNTS = List.of("a", "b", "c", "d");

  /** What came of a run. */
  private record Run(double regret, Map<Arm, Integer> shown, boolean withinBounds) {}

  private static Arm arm(int number) {
    return new Arm("arm" + number, "");
  }

  private static double liked(Candidate one) {
    return LIKED.get(Integer.parseInt(one.arm().kind().substring(3)));
  }

  private static List<Candidate> ranked(List<Candidate> waiting, Ranking ranking) {
    return ranking.order(List.of(), waiting).stream().map(Place::candidate).toList();
  }

  private static List<Candidate> inTurn(List<Candidate> waiting, Ranking ranking) {
    return waiting.stream()
        .sorted(Comparator.comparing(Candidate::since).thenComparing(Candidate::id))
        .toList();
  }

  /** Regret: by how much less was to be expected of what they got than of the best that waited. */
  private static Run run(int seed, BiFunction<List<Candidate>, Ranking, List<Candidate>> order) {
    Random random = new Random(seed);
    Map<Arm, Tally> tallies = new HashMap<>();
    Map<Arm, Integer> shown = new HashMap<>();
    List<Candidate> waiting = new ArrayList<>();
    double regret = 0;
    boolean within = true;
    for (int day = 0; day < DAYS; day++) {
      Instant now = START.plusSeconds(86_400L * day);
      waiting.removeIf(one -> one.since().isBefore(now.minusSeconds(86_400L * STALE)));
      for (int i = 0; i < A_DAY; i++) {
        String account = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
        Arm arm = arm(random.nextInt(LIKED.size()));
        waiting.add(new Candidate("n%d-%d-%d".formatted(seed, day, i), arm, account, now));
      }
      Ranking ranking = new Ranking(new Preferences(tallies), PLACES, seed + "/" + day);
      List<Candidate> got = order.apply(waiting, ranking).stream().limit(PLACES).toList();
      double best =
          waiting.stream()
              .map(RankingSimulationTest::liked)
              .sorted(Comparator.reverseOrder())
              .limit(PLACES)
              .mapToDouble(Double::doubleValue)
              .sum();
      regret += best - got.stream().mapToDouble(RankingSimulationTest::liked).sum();
      for (Candidate one : got) {
        boolean taken = random.nextDouble() < liked(one);
        tallies.merge(
            one.arm(),
            taken ? new Tally(1, 0) : new Tally(0, 1),
            (a, b) -> new Tally(a.well() + b.well(), a.badly() + b.badly()));
        shown.merge(one.arm(), 1, Integer::sum);
      }
      within &= mostOfOneAccount(got) <= 2 || ofOneAccount(waiting);
      waiting.removeAll(got);
    }
    return new Run(regret, shown, within);
  }

  private static int mostOfOneAccount(List<Candidate> got) {
    Map<String, Integer> counts = new HashMap<>();
    got.forEach(one -> counts.merge(one.account(), 1, Integer::sum));
    return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static boolean ofOneAccount(List<Candidate> waiting) {
    return waiting.stream().map(Candidate::account).distinct().count() == 1;
  }

  /** It saves 85 of 141 (95 %: 84 to 86); the place that goes in turn costs most of the rest. */
  @Test
  void ranking_regretsLessThanAFixedOrder_byFarMoreThanChance() {
    double[] saved = new double[RUNS];
    double fixed = 0;
    for (int i = 0; i < RUNS; i++) {
      double inTurn = run(i, RankingSimulationTest::inTurn).regret();
      saved[i] = inTurn - run(i, RankingSimulationTest::ranked).regret();
      fixed += inTurn / RUNS;
    }
    double mean = 0;
    for (double one : saved) {
      mean += one / RUNS;
    }
    double squares = 0;
    for (double one : saved) {
      squares += Math.pow(one - mean, 2);
    }
    double half = 1.96 * Math.sqrt(squares / (RUNS - 1) / RUNS);
    assertThat(mean - half).isGreaterThan(fixed / 3);
  }

  /** One place in three goes in turn, and what goes in turn is of every kind alike. */
  @Test
  void everyKind_keepsAFloorOfTheExposure_andNoAccountHasMoreThanItsPart() {
    Map<Arm, Integer> shown = new HashMap<>();
    int all = 0;
    for (int i = 0; i < RUNS; i++) {
      Run run = run(i, RankingSimulationTest::ranked);
      assertThat(run.withinBounds()).isTrue();
      run.shown().forEach((arm, count) -> shown.merge(arm, count, Integer::sum));
      all += DAYS * PLACES;
    }
    double floor = 1.0 / 3 / LIKED.size();
    for (int arm = 0; arm < LIKED.size(); arm++) {
      assertThat(shown.get(arm(arm)) / (double) all).as("arm %d", arm).isGreaterThan(floor);
    }
  }
}
