package dev.vouch.pipeline.reply;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RelationshipBook;
import dev.vouch.advocate.relationship.RelationshipBook.Decided;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The one message with which Vouch may begin a conversation: whether it may write at all.
 *
 * @param person Slack id of whom it goes to
 * @param by Slack id of the member of staff who asked for it
 * @param in the language in which it is written
 */
public record Invitation(String person, String by, Instant at, Language in) {
  private static final String ID = "invitation";

  /** Why none is sent. */
  public enum Refusal {
    STOPPED("they have asked not to be written to"),
    PAUSED("everything about them is paused"),
    ANSWERED("they have told us already what they agree to"),
    SENT("they were asked once, and are not asked again");

    private final String words;

    Refusal(String words) {
      this.words = words;
    }

    /** In words that finish "not sent, because". */
    public String words() {
      return words;
    }
  }

  /** Notes that it goes out now, before it does, so that it never goes out twice. */
  public Optional<Refusal> begin(RelationshipBook book) {
    return book.decide(
        List.of(Subject.person(person)),
        stand -> {
          Relationship between = stand.get(0);
          Optional<Refusal> refusal = refusal(between);
          return refusal.isPresent()
              ? new Decided<>(stand, refusal)
              : new Decided<>(List.of(between.with(entry())), refusal);
        });
  }

  /** The id of the only one to a person, among all that goes to them. */
  public String id() {
    return ID + ":" + person;
  }

  /** Whether it was noted that this one goes out and they have said nothing to it since. */
  public boolean stands(Relationship between) {
    long noted = at.toEpochMilli();
    return between.entry(ID).filter(one -> one.from().toEpochMilli() == noted).isPresent()
        && !between.consents().containsKey(Topic.MESSAGES);
  }

  /** It is known not to have gone out. */
  public void takeBack(RelationshipBook book) {
    Relationship unused = book.change(Subject.person(person), between -> between.without(ID));
  }

  private Optional<Refusal> refusal(Relationship between) {
    if (between.optedOut()) {
      return Optional.of(Refusal.STOPPED);
    }
    if (between.isPaused(at)) {
      return Optional.of(Refusal.PAUSED);
    }
    if (between.consents().containsKey(Topic.MESSAGES)) {
      return Optional.of(Refusal.ANSWERED);
    }
    return between.entry(ID).isPresent() ? Optional.of(Refusal.SENT) : Optional.empty();
  }

  private LedgerEntry entry() {
    return LedgerEntry.moment(ID, Kind.INVITED, at).noted(new LedgerEntry.Note(by, null, null));
  }
}
