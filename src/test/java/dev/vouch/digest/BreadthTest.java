package dev.vouch.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.Contact;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.Reach;
import dev.vouch.advocate.Spread;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whom we overlook, and whom we ask too often. */
class BreadthTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  private static Contact advocate(String id) {
    return new Contact(id, id, null, Map.of(), Reach.NONE, 1, NOW, NOW);
  }

  private static Relationship asked(String person, int... daysAgo) {
    Relationship between = Relationship.none(Subject.person(person));
    for (int days : daysAgo) {
      Instant at = NOW.minus(Duration.ofDays(days));
      between = between.with(LedgerEntry.moment("ask" + days, Kind.ASK, at));
    }
    return between;
  }

  private static Breadth of(List<String> people, Relationship... between) {
    Map<Subject, Relationship> all =
        Stream.of(between).collect(Collectors.toMap(Relationship::with, one -> one));
    return Breadth.of(Spread.NONE, people.stream().map(BreadthTest::advocate).toList(), all, NOW);
  }

  @Test
  void threeAsksInNinetyDays_areTooMany_andTwoAreNot() {
    Breadth breadth =
        of(
            List.of("U1", "U2", "U3"),
            asked("U1", 1, 2),
            asked("U2", 1, 2, 89),
            asked("U3", 1, 2, 91));
    assertThat(breadth.overAsked())
        .extracting(asked -> asked.person().id() + " " + asked.times())
        .containsExactly("U2 3");
    assertThat(breadth.unasked()).isEmpty();
    assertThat(breadth.asking()).isTrue();
  }

  @Test
  void whoWasNeverAsked_isOverlooked_unlessTheyMayNotBe() {
    Pause pause = new Pause("U0OMAR", NOW, null, "left the company");
    Relationship resting = asked("U2").pausedBy(pause);
    Breadth breadth = of(List.of("U1", "U2", "U3"), resting, asked("U3", 400));
    assertThat(breadth.unasked()).extracting(Contact::id).containsExactly("U1");
  }

  @Test
  void whereNobodyIsAskedAtAll_itIsSaid() {
    assertThat(of(List.of("U1")).asking()).isFalse();
  }
}
