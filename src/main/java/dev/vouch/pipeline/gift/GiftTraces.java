package dev.vouch.pipeline.gift;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RelationshipBook;
import dev.vouch.advocate.relationship.RelationshipBook.Decided;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.nudge.gesture.Gesture;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.nudge.gift.GiftEvent.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a gift leaves behind between us and a person: a tie, which readers of what they say ought to
 * know of, and a delight where it was a surprise.
 */
record GiftTraces(RelationshipBook relationships) {
  /**
   * A suggestion that somebody has said they follow, and the gift that follows, are one delight.
   */
  private static final Duration SAME_DELIGHT = Duration.ofDays(30);

  /** Brings what stands between us in line with the register; a second time it changes nothing. */
  void follow(GiftEvent event) {
    boolean given = event.state() == State.GIVEN;
    boolean undone = event.state() == State.DECLINED || event.state() == State.TAKEN_BACK;
    if (!given && !undone) {
      return;
    }
    List<Subject> with = new ArrayList<>(List.of(Subject.person(event.to().person())));
    if (event.to().account() != null) {
      with.add(Subject.account(event.to().account()));
    }
    Boolean unused =
        relationships.decide(
            with,
            stand -> new Decided<>(given ? given(event, stand) : undone(event, stand), given));
  }

  private static List<Relationship> given(GiftEvent event, List<Relationship> stand) {
    LedgerEntry delight =
        LedgerEntry.moment(event.gift(), Kind.DELIGHT, event.at())
            .worth(Goodwill.worth(Kind.DELIGHT))
            .noted(new Note(event.by(), event.what().what(), null));
    Tie tie =
        new Tie(event.gift(), Tie.Kind.GIFT, event.what().what(), event.at(), null, event.by());
    boolean counts = event.what().surprise() && !isSuggested(event, stand.get(0));
    return stand.stream()
        .map(one -> counts ? one.with(delight) : one)
        .map(one -> one.with().kind() == Subject.Kind.PERSON ? one.with(tie) : one)
        .toList();
  }

  private static boolean isSuggested(GiftEvent event, Relationship person) {
    return person.entries(Kind.DELIGHT).stream()
        .filter(one -> Gesture.SMALL_GIFT.label().equals(one.note().words()))
        .anyMatch(one -> one.from().plus(SAME_DELIGHT).isAfter(event.at()));
  }

  private static List<Relationship> undone(GiftEvent event, List<Relationship> stand) {
    return stand.stream().map(one -> one.without(event.gift()).withoutTie(event.gift())).toList();
  }
}
