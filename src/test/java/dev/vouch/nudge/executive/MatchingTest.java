package dev.vouch.nudge.executive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.Card.Tongue;
import dev.vouch.advocate.Tier;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.nudge.executive.Matching.Candidate;
import dev.vouch.nudge.executive.Matching.LeftOut;
import dev.vouch.nudge.executive.Matching.Match;
import dev.vouch.nudge.executive.Matching.Person;
import dev.vouch.nudge.executive.Matching.Why;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who suits whom, and why. */
class MatchingTest {
  private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Executive ADA = Executive.of("UADA");
  private static final Executive BEN = Executive.of("UBEN");

  private static Person person(String... words) {
    return new Person(
        "UANA", account(null), List.of(words), Set.of(), null, new Tongue(null, null));
  }

  private static Account account(@Nullable String sponsor) {
    return Account.named("Northwind").withTier(Tier.NAMED).withSponsor(sponsor);
  }

  private static Person of(Account account) {
    return new Person("UANA", account, List.of(), Set.of(), null, Tongue.UNKNOWN);
  }

  private static Person titled(String title, Motivator... motivators) {
    return new Person("UANA", null, List.of(), Set.of(motivators), title, Tongue.UNKNOWN);
  }

  private static Person speaking(String language, String zone) {
    return new Person("UANA", null, List.of(), Set.of(), null, new Tongue(language, zone));
  }

  private static Candidate free(Executive executive) {
    return new Candidate(executive, BERLIN, true, 2, 0, null);
  }

  private static Candidate in(String zone, Executive executive) {
    return new Candidate(executive, ZoneId.of(zone), true, 2, 0, null);
  }

  /** Each: who it is, two executives, the first of whom suits better, and a reason of hers. */
  static Stream<Arguments> better() {
    Executive chief = ADA.withSeniority(Seniority.CHIEF);
    Executive director = BEN.withSeniority(Seniority.DIRECTOR);
    return Stream.of(
        Arguments.of(of(account("UADA")), free(ADA), free(BEN), "sponsors their account"),
        Arguments.of(
            person("your prices are hard to explain"),
            free(ADA.withTopics(Set.of("pricing"))),
            free(BEN.withTopics(Set.of("security"))),
            "can speak of pricing"),
        Arguments.of(
            person("what about data residency in the EU"),
            free(ADA.withTopics(Set.of("data residency"))),
            free(BEN.withTopics(Set.of("data science"))),
            "can speak of data residency"),
        Arguments.of(
            titled("Chief Financial Officer"), free(chief), free(director), "their own rank"),
        Arguments.of(
            titled("Head of Data"),
            free(ADA.withSeniority(Seniority.DIRECTOR)),
            free(BEN.withSeniority(Seniority.VP)),
            "their own rank"),
        Arguments.of(
            titled("Analyst", Motivator.ACCESS),
            free(chief),
            free(director),
            "decides on what comes next"),
        Arguments.of(
            of(account(null).withTier(Tier.MARQUEE)),
            free(chief),
            free(director),
            "theirs is a marquee account"),
        Arguments.of(
            speaking("en", "America/Los_Angeles"),
            in("America/New_York", ADA),
            in("Asia/Tokyo", BEN),
            "works at the same hours"),
        Arguments.of(
            speaking("es-MX", "Europe/Madrid"),
            free(ADA.withLanguages(Set.of("es"))),
            free(BEN.withLanguages(Set.of("de"))),
            "speaks their language (Spanish)"));
  }

  @ParameterizedTest
  @MethodSource("better")
  void whoSuitsBetter_comesFirst_withTheReason(
      Person person, Candidate first, Candidate second, String why) {
    Matching matching = Matching.of(person, List.of(second, first), NOW);
    assertThat(matching.ranked())
        .extracting(one -> one.executive().person())
        .containsExactly(first.executive().person(), second.executive().person());
    assertThat(matching.ranked().get(0).why()).anySatisfy(one -> assertThat(one).contains(why));
    assertThat(matching.leftOut()).isEmpty();
  }

  /** Each: who it is, an executive, and what speaks against them. */
  static Stream<Arguments> against() {
    return Stream.of(
        Arguments.of(
            person("exports"), ADA.withTopics(Set.of("security")), "none of their topics came up"),
        Arguments.of(
            titled("CTO"), ADA.withSeniority(Seniority.DIRECTOR), "less senior than they are"),
        Arguments.of(speaking("ja", "Asia/Tokyo"), ADA, "works at other hours"),
        Arguments.of(
            speaking("ja", "Europe/Berlin"),
            ADA.withLanguages(Set.of("de", "en")),
            "not known to speak their language (Japanese)"));
  }

  @ParameterizedTest
  @MethodSource("against")
  void whatSpeaksAgainst_isSaid_andKeepsNobodyOut(Person person, Executive one, String against) {
    Matching matching = Matching.of(person, List.of(free(one)), NOW);
    assertThat(matching.ranked()).hasSize(1);
    assertThat(matching.ranked().get(0).against())
        .anySatisfy(words -> assertThat(words).contains(against));
  }

  /** Each: an executive as things are, and why they are left out. */
  static Stream<Arguments> out() {
    LocalDate tomorrow = LocalDate.of(2026, 11, 19);
    return Stream.of(
        Arguments.of(new Candidate(ADA, BERLIN, false, 2, 0, null), Why.GONE),
        Arguments.of(
            new Candidate(ADA.pausedUntil(tomorrow), BERLIN, true, 2, 0, null), Why.PAUSED),
        Arguments.of(new Candidate(ADA, BERLIN, true, 0, 2, null), Why.NO_CAPACITY),
        Arguments.of(
            new Candidate(ADA, BERLIN, true, 2, 1, NOW.minus(Duration.ofDays(179))),
            Why.MET_LATELY));
  }

  @ParameterizedTest
  @MethodSource("out")
  void whoCannot_isLeftOut_withTheReason(Candidate one, Why why) {
    Matching matching = Matching.of(of(account("UADA")), List.of(one), NOW);
    assertThat(matching.ranked()).isEmpty();
    assertThat(matching.leftOut()).containsExactly(new LeftOut("UADA", why));
  }

  @Test
  void pauseThatIsOver_andAMeetingLongAgo_keepNobodyOut() {
    Executive paused = ADA.pausedUntil(LocalDate.of(2026, 11, 18));
    Candidate one = new Candidate(paused, BERLIN, true, 1, 0, NOW.minus(Duration.ofDays(181)));
    assertThat(Matching.of(person(), List.of(one), NOW).ranked()).hasSize(1);
  }

  @Test
  void pause_endsInTheExecutivesOwnZone() {
    Executive paused = ADA.pausedUntil(LocalDate.of(2026, 11, 19));
    ZoneId kiritimati = ZoneId.of("Pacific/Kiritimati");
    Candidate ahead = new Candidate(paused, kiritimati, true, 1, 0, null);
    assertThat(Matching.of(person(), List.of(ahead), NOW).ranked())
        .as("there is is the 19th")
        .hasSize(1);
  }

  @Test
  void sponsorWhoIsNotOnTheRoster_isSaid() {
    Matching matching = Matching.of(of(account("USTEVE")), List.of(free(ADA)), NOW);
    assertThat(matching.leftOut()).containsExactly(new LeftOut("USTEVE", Why.NOT_ON_ROSTER));
    assertThat(matching.ranked()).hasSize(1);
  }

  @Test
  void sponsor_comesFirst_howeverMuchElseSpeaksForOthers() {
    Executive expert =
        BEN.withTopics(Set.of("pricing", "exports", "security"))
            .withSeniority(Seniority.CHIEF)
            .withLanguages(Set.of("en"));
    Person ana =
        new Person(
            "UANA",
            account("UADA").withTier(Tier.MARQUEE),
            List.of("pricing exports security"),
            Set.of(Motivator.ACCESS),
            "CEO",
            new Tongue("en", "Europe/Berlin"));
    Candidate busy = new Candidate(ADA, BERLIN, true, 1, 9, null);
    assertThat(Matching.of(ana, List.of(free(expert), busy), NOW).ranked().get(0).executive())
        .isEqualTo(ADA);
  }

  /** The same wish again and again goes round among equals. */
  @Test
  void equals_takeTurns() {
    Map<String, Integer> had = new HashMap<>();
    List<Executive> five =
        IntStream.range(0, 5).mapToObj(i -> Executive.of("U" + i)).collect(Collectors.toList());
    for (int wish = 0; wish < 20; wish++) {
      Match next = first(five, had);
      had.merge(next.executive().person(), 1, Integer::sum);
    }
    assertThat(had.values()).containsOnly(4);
  }

  /** What somebody can speak of weighs more than whose turn it is, but not for ever. */
  @Test
  void expert_isAskedMoreOften_andNotAlways() {
    Map<String, Integer> had = new HashMap<>();
    List<Executive> two = List.of(ADA.withTopics(Set.of("pricing")), BEN);
    for (int wish = 0; wish < 20; wish++) {
      Match next = first(two, had);
      had.merge(next.executive().person(), 1, Integer::sum);
    }
    assertThat(had.get("UADA")).isGreaterThan(had.get("UBEN"));
    assertThat(had.get("UBEN")).isGreaterThanOrEqualTo(5);
  }

  private static Match first(List<Executive> roster, Map<String, Integer> had) {
    List<Candidate> candidates =
        roster.stream()
            .map(
                one ->
                    new Candidate(one, BERLIN, true, 30, had.getOrDefault(one.person(), 0), null))
            .toList();
    return Matching.of(person("pricing"), candidates, NOW).ranked().get(0);
  }
}
