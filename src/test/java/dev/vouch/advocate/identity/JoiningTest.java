package dev.vouch.advocate.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.Card;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Consent.Answer;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Relationship.Known;
import dev.vouch.advocate.relationship.Ruling;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.advocate.relationship.Topic;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands between us and two ids of one human, as one. */
class JoiningTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final Merge MERGE = new Merge("UA", "Ana", "UB", "UREP", NOW);

  private static Relationship none(String id) {
    return Relationship.none(Subject.person(id));
  }

  private static Relationship joined(Relationship a, Relationship b) {
    return new Joining(a, b, MERGE).joined();
  }

  private static Relationship said(Relationship one, @Nullable Answer answer, int day) {
    return answer == null
        ? one
        : one.with(new Consent(Topic.REVIEWS, answer, NOW.plusSeconds(day), "1", one.with().id()));
  }

  /** Blank: never asked. */
  @ParameterizedTest
  @CsvSource({
    "AGREED, AGREED, AGREED",
    "AGREED, , AGREED",
    ", AGREED, AGREED",
    "AGREED, DECLINED, DECLINED",
    "DECLINED, AGREED, DECLINED",
    "DECLINED, , DECLINED",
    ", DECLINED, DECLINED",
    "DECLINED, DECLINED, DECLINED",
    ", ,",
  })
  void noOfEither_holds_whicheverCameFirst(
      @Nullable Answer one, @Nullable Answer other, @Nullable Answer both) {
    for (int later : new int[] {0, 9}) {
      Consent holds =
          joined(said(none("UA"), one, 5), said(none("UB"), other, later))
              .consents()
              .get(Topic.REVIEWS);
      assertThat(holds == null ? null : holds.answer()).isEqualTo(both);
      if (holds != null) {
        assertThat(holds.by()).as("their own word stays their own").isEqualTo("UA");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    ", 5, 5",
    "5, , 5",
    "9, 5, 9",
    "5, 9, 9",
    "5, 0, 0",
    "0, 5, 0",
    "-5, 5, 5",
    "-5, , -5"
  })
  void pauseThatHoldsLonger_holds(@Nullable Integer one, @Nullable Integer other, int longer) {
    Relationship both = joined(paused("UA", one), paused("UB", other));
    assertThat(both.pause()).isNotNull();
    assertThat(both.pause().until()).isEqualTo(longer == 0 ? null : NOW.plusSeconds(longer));
  }

  /** Until so many seconds from now; 0: without an end; null: none. */
  private static Relationship paused(String id, @Nullable Integer seconds) {
    return seconds == null
        ? none(id)
        : none(id)
            .pausedBy(
                new Pause("UREP", NOW, seconds == 0 ? null : NOW.plusSeconds(seconds), "why"));
  }

  @Test
  void ledgersAndTies_areJoined_andTheSameIdForOtherThingsLosesNothing() {
    LedgerEntry incident = LedgerEntry.moment("i", Kind.INCIDENT, NOW);
    LedgerEntry fixed = LedgerEntry.moment("f", Kind.FIXED, NOW).noted(Note.about("i"));
    LedgerEntry both = LedgerEntry.moment("both", Kind.HELP, NOW);
    Tie gift = new Tie("t", Tie.Kind.GIFT, "a ticket", NOW, null, "UREP");
    Tie other = new Tie("t", Tie.Kind.GIFT, "a book", NOW, null, "UREP");
    Relationship one = none("UA").with(incident).with(both).with(gift);
    Relationship two =
        none("UB")
            .with(LedgerEntry.moment("i", Kind.INCIDENT, NOW.minusSeconds(9)))
            .with(fixed)
            .with(both)
            .with(other);

    Relationship joined = joined(one, two);

    assertThat(joined.ledger()).hasSize(4).contains(incident, both);
    assertThat(joined.has("i:UB", Kind.FIXED)).isTrue();
    assertThat(joined.has("i", Kind.FIXED)).isFalse();
    assertThat(joined.ties()).extracting(Tie::what).containsExactlyInAnyOrder("a ticket", "a book");
  }

  @Test
  void whatTheyChoseThemselves_standsOverWhatWasNotedOfTheOther() {
    Known noted = new Known("UREP", NOW);
    Relationship one = none("UA").movedBy(Motivator.PEERS, noted);
    Relationship two = none("UB").movedBy(Set.of(Motivator.CAREER), NOW, "c");

    assertThat(joined(one, two).motivators().keySet()).containsExactly(Motivator.CAREER);
    assertThat(
            joined(none("UA").movedBy(Set.of(Motivator.CAREER), NOW, "c"), two.with(both()))
                .motivators()
                .values())
        .extracting(Known::by)
        .containsOnly("UA");
    assertThat(joined(one, none("UB").movedBy(Motivator.ACCESS, noted)).motivators())
        .containsOnlyKeys(Motivator.PEERS, Motivator.ACCESS);
  }

  private static LedgerEntry both() {
    return LedgerEntry.moment("both", Kind.HELP, NOW);
  }

  @Test
  void laterRulingOfOurs_stands() {
    Ruling early = new Ruling(true, "UREP", NOW);
    Ruling late = new Ruling(false, "UREP", NOW.plusSeconds(1));
    assertThat(joined(none("UA").ruled(early), none("UB").ruled(late)).pattern()).isEqualTo(late);
    assertThat(joined(none("UA").ruled(late), none("UB").ruled(early)).pattern()).isEqualTo(late);
    assertThat(joined(none("UA"), none("UB").ruled(early)).pattern()).isEqualTo(early);
  }

  private static Card card(String id, Role... roles) {
    return new Card(
        new Card.Handle(id, id + "@x.example"),
        id,
        "northwind",
        Set.of(roles),
        "boss",
        new Card.Tongue("fr", null),
        "an import");
  }

  @Test
  void cards_joinTheirRoles_andNothingOfAnAccountMoves() {
    Optional<Card> mine = Optional.of(card("UA", Role.ADVOCATE));
    Optional<Card> others = Optional.of(card("UB", Role.PARTNER));

    assertThat(Joining.joined(mine, others, MERGE).orElseThrow().roles())
        .containsExactlyInAnyOrder(Role.ADVOCATE, Role.PARTNER);
    Card made = Joining.joined(Optional.empty(), others, MERGE).orElseThrow();
    assertThat(made.account()).isNull();
    assertThat(made.title()).isNull();
    assertThat(made.handle().email()).isNull();
    assertThat(made.tongue().language()).isEqualTo("fr");
    assertThat(Joining.joined(mine, Optional.empty(), MERGE)).isEqualTo(mine);
    assertThat(Joining.joined(Optional.empty(), Optional.of(card("UB")), MERGE)).isEmpty();
  }

  @Test
  void partedCard_isAsBefore_andKeepsWhatWasNotedMeanwhile() {
    Optional<Card> before = Optional.of(card("UA", Role.ADVOCATE));
    Optional<Card> joined = Joining.joined(before, Optional.of(card("UB", Role.PARTNER)), MERGE);
    assertThat(Joining.parted(joined, before, joined)).isEqualTo(before);
    Optional<Card> now =
        joined.map(one -> one.withRoles(Set.of(Role.ADVOCATE, Role.PARTNER, Role.INFLUENCER)));
    assertThat(Joining.parted(now, before, joined).orElseThrow().roles())
        .containsExactlyInAnyOrder(Role.ADVOCATE, Role.INFLUENCER);
  }
}
