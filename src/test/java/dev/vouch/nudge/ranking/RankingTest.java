package dev.vouch.nudge.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.nudge.ranking.Place.Why;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");
  private static final List<String> ARMS = List.of("delight", "intro", "flag", "peer");

  private static Candidate candidate(String id, String arm, String account, int daysOld) {
    return new Candidate(id, new Arm(arm, ""), account, NOW.minusSeconds(86_400L * daysOld));
  }

  @Provide
  static Arbitrary<List<Candidate>> waiting() {
    return Combinators.combine(
            Arbitraries.of(ARMS),
            Arbitraries.of("", "Northwind", "Kestrel", "Fairbank"),
            Arbitraries.integers().between(0, 20))
        .as((arm, account, age) -> candidate("", arm, account, age))
        .list()
        .ofMaxSize(25)
        .map(
            list ->
                IntStream.range(0, list.size())
                    .mapToObj(
                        i ->
                            new Candidate(
                                "n" + i,
                                list.get(i).arm(),
                                list.get(i).account(),
                                list.get(i).since()))
                    .toList());
  }

  @Provide
  static Arbitrary<Preferences> preferences() {
    Arbitrary<Tally> tally =
        Combinators.combine(
                Arbitraries.longs().between(0, 500), Arbitraries.longs().between(0, 500))
            .as(Tally::new);
    return Arbitraries.maps(Arbitraries.of(ARMS).map(Arm::fromWire), tally).map(Preferences::new);
  }

  @Property(tries = 300)
  void everythingThatWaits_hasOnePlace(
      @ForAll("waiting") List<Candidate> waiting,
      @ForAll("preferences") Preferences preferences,
      @ForAll @IntRange(min = 1, max = 6) int places) {
    List<Place> order = new Ranking(preferences, places, "day").order(List.of(), waiting);

    assertThat(order).extracting(Place::candidate).containsExactlyInAnyOrderElementsOf(waiting);
  }

  @Property(tries = 300)
  void sameDayListAndAnswers_giveTheSameOrder_howeverTheListCame(
      @ForAll("waiting") List<Candidate> waiting, @ForAll("preferences") Preferences preferences) {
    Ranking ranking = new Ranking(preferences, 3, "day");
    List<Candidate> shuffled = new java.util.ArrayList<>(waiting);
    Collections.shuffle(shuffled, new Random(5));

    assertThat(ranking.order(List.of(), shuffled)).isEqualTo(ranking.order(List.of(), waiting));
  }

  @Property(tries = 300)
  void noAccount_hasMoreThanHalfOfADaysPlaces_whileOthersWait(
      @ForAll("waiting") List<Candidate> waiting,
      @ForAll("preferences") Preferences preferences,
      @ForAll @IntRange(min = 2, max = 6) int places) {
    List<Place> order = new Ranking(preferences, places, "day").order(List.of(), waiting);
    List<Candidate> day = order.stream().limit(places).map(Place::candidate).toList();
    List<Candidate> rest = order.stream().skip(places).map(Place::candidate).toList();
    Map<String, Integer> shares = new HashMap<>();
    day.forEach(one -> shares.merge(one.account(), 1, Integer::sum));
    shares.remove("");
    shares.forEach(
        (account, share) -> {
          if (share > (places + 1) / 2) {
            assertThat(rest)
                .as("%s has %d", account, share)
                .allMatch(one -> one.account().equals(account));
          }
        });
  }

  @Property(tries = 300)
  void oneInThree_isWhatHasWaitedLongest_whereNoAccountHasHadItsPart(
      @ForAll("waiting") List<Candidate> waiting, @ForAll("preferences") Preferences preferences) {
    List<Candidate> ofNoAccount =
        waiting.stream().map(one -> new Candidate(one.id(), one.arm(), "", one.since())).toList();
    List<Place> order = new Ranking(preferences, 3, "day").order(List.of(), ofNoAccount);
    for (int i = 2; i < order.size(); i += 3) {
      Instant since = order.get(i).candidate().since();
      assertThat(order.get(i).why()).isEqualTo(Why.WAITED_LONGEST);
      assertThat(order.subList(i, order.size()))
          .allMatch(later -> !later.candidate().since().isBefore(since));
    }
  }

  @Test
  void whatTheyTakeUp_comesBeforeWhatTheyPassOver() {
    Preferences known =
        new Preferences(
            Map.of(
                new Arm("delight", ""),
                new Tally(90, 10),
                new Arm("intro", ""),
                new Tally(10, 90)));
    int first = 0;
    for (int day = 0; day < 200; day++) {
      List<Place> order =
          new Ranking(known, 3, "day" + day)
              .order(
                  List.of(),
                  List.of(candidate("a", "intro", "", 1), candidate("b", "delight", "", 1)));
      first += order.get(0).candidate().id().equals("b") ? 1 : 0;
    }
    assertThat(first).isEqualTo(200);
  }

  @Test
  void whatIsLittleKnown_getsItsTries() {
    Preferences known = new Preferences(Map.of(new Arm("delight", ""), new Tally(6, 4)));
    int tried = 0;
    for (int day = 0; day < 400; day++) {
      List<Place> order =
          new Ranking(known, 3, "day" + day)
              .order(
                  List.of(),
                  List.of(candidate("a", "new", "", 1), candidate("b", "delight", "", 1)));
      tried += order.get(0).candidate().id().equals("a") ? 1 : 0;
    }
    assertThat(tried).isBetween(120, 280);
  }

  @Test
  void whatWasGivenTodayAlready_countsForTheAccount() {
    List<Candidate> given =
        List.of(candidate("x", "delight", "Northwind", 1), candidate("y", "intro", "Northwind", 1));
    List<Place> order =
        new Ranking(Preferences.NONE, 4, "day")
            .order(
                given,
                List.of(
                    candidate("a", "delight", "Northwind", 9),
                    candidate("b", "delight", "Kestrel", 1)));

    assertThat(order.get(0).candidate().id()).isEqualTo("b");
  }

  /** Beta(a, b) has mean a / (a + b) and variance mean (1 - mean) / (a + b + 1). */
  @Test
  void draws_haveMeanAndVarianceOfTheirDistribution() {
    for (double[] shape : new double[][] {{0.5, 0.5}, {1, 3}, {9, 2}, {60, 40}}) {
      double sum = 0;
      double squares = 0;
      int draws = 40_000;
      BetaDraws beta = new BetaDraws(11);
      for (int i = 0; i < draws; i++) {
        double draw = beta.next(shape[0], shape[1]);
        sum += draw;
        squares += draw * draw;
      }
      double mean = shape[0] / (shape[0] + shape[1]);
      double variance = mean * (1 - mean) / (shape[0] + shape[1] + 1);
      assertThat(sum / draws).isCloseTo(mean, org.assertj.core.data.Offset.offset(0.01));
      assertThat(squares / draws - Math.pow(sum / draws, 2))
          .isCloseTo(variance, org.assertj.core.data.Offset.offset(0.005));
    }
  }
}
