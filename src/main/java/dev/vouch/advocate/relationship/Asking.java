package dev.vouch.advocate.relationship;

import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether we may ask a person for something, and what that takes: the only place where goodwill is
 * spent.
 *
 * @param id of the ask; asking twice under one id is asking once
 * @param topic what is asked for, to which the person must have agreed
 * @param by Slack id of who asks
 * @param words what for, for our own people
 */
public record Asking(String id, Topic topic, Size size, String by, String words) {

  /** How much an ask takes. */
  public enum Size {
    /** Minutes: a quote, a rating. */
    SMALL(1_000),
    /** An hour: a review, a call with a buyer. */
    MEDIUM(2_000),
    /** Days: a story, a talk. */
    LARGE(4_000);

    private final int milliAsks;

    Size(int milliAsks) {
      this.milliAsks = milliAsks;
    }

    /** What it takes of goodwill, in thousandths of a small ask. */
    public int milliAsks() {
      return milliAsks;
    }
  }

  /** Why nothing may be asked now. */
  public enum Refusal {
    OPTED_OUT("they have asked us to stop", "nothing but their own word"),
    ROLE(
        "what they are to us rules such an ask out",
        "another role, if that is not what they are (`/vouch role @person`)"),
    NOT_AGREED(
        "they have not agreed to be asked for this",
        "that they agree (`/vouch invite @person`, or `/vouch consent` if they told you)"),
    NOT_READY(
        "they have not shown that they would be glad to",
        "help, and a good word of theirs after it; `/vouch why @person` says where they stand"),
    PAUSED("everything about them is paused", "the end of the pause"),
    ASK_OPEN(
        "an ask to them is still open",
        "their answer (`/vouch answered @person yes`), or thirty days"),
    RECOVERY_OPEN(
        "something we have to make good is not closed",
        "making it good: acknowledge, fix, follow up"),
    GIVE_FIRST("we have given nothing since we asked last", "anything that we do for them first"),
    GOODWILL("their goodwill does not bear it", "something smaller, or more given first"),
    ACCOUNT_GOODWILL(
        "the goodwill of their account does not bear it",
        "more given to the account first, or time");

    private final String words;
    private final String change;

    Refusal(String words, String change) {
      this.words = words;
      this.change = change;
    }

    /** What would change it. */
    public String change() {
      return change;
    }

    /** In words that finish "not now, because". */
    public String words() {
      return words;
    }
  }

  /**
   * What a decision about an ask rests on.
   *
   * @param account what is between us and their account; null where they belong to none
   * @param heard the person's mentions that are kept
   * @param roles what follows from what the person is to us
   */
  public record Facts(
      Relationship person,
      @Nullable Relationship account,
      Collection<Heard> heard,
      Standing standing,
      RoleRules roles) {

    /** Of a customer. */
    public Facts(
        Relationship person,
        @Nullable Relationship account,
        Collection<Heard> heard,
        Standing standing) {
      this(person, account, heard, standing, RoleRules.FREE);
    }

    private boolean recovers() {
      return !Recovery.open(person, heard).isEmpty()
          || account != null && !Recovery.open(account, List.of()).isEmpty();
    }
  }

  /** Why the person may not be asked now; empty if they may. */
  public Optional<Refusal> refusal(Facts facts, Instant now) {
    Relationship person = facts.person();
    if (person.entry(id).isPresent()) {
      return Optional.empty();
    }
    if (person.optedOut()) {
      return Optional.of(Refusal.OPTED_OUT);
    }
    if (!facts.roles().allow(topic)) {
      return Optional.of(Refusal.ROLE);
    }
    if (!person.agreesTo(topic)) {
      return Optional.of(Refusal.NOT_AGREED);
    }
    if (person.isPaused(now)) {
      return Optional.of(Refusal.PAUSED);
    }
    if (person.openAsk(now).isPresent()) {
      return Optional.of(Refusal.ASK_OPEN);
    }
    return ofRelationship(facts, now);
  }

  private Optional<Refusal> ofRelationship(Facts facts, Instant now) {
    Relationship person = facts.person();
    if (facts.recovers()) {
      return Optional.of(Refusal.RECOVERY_OPEN);
    }
    if (!facts.standing().mayBeAsked()) {
      return Optional.of(Refusal.NOT_READY);
    }
    if (!gaveSinceLastAsk(person)) {
      return Optional.of(Refusal.GIVE_FIRST);
    }
    if (!bears(Goodwill.of(person, facts.heard(), now))) {
      return Optional.of(Refusal.GOODWILL);
    }
    Relationship account = facts.account();
    return account == null || bears(Goodwill.of(account, List.of(), now))
        ? Optional.empty()
        : Optional.of(Refusal.ACCOUNT_GOODWILL);
  }

  private boolean bears(double goodwill) {
    return goodwill - size.milliAsks() / 1_000.0 >= Goodwill.FLOOR;
  }

  private static boolean gaveSinceLastAsk(Relationship person) {
    Instant last =
        person.entries(Kind.ASK).stream()
            .map(LedgerEntry::from)
            .max(Instant::compareTo)
            .orElse(Instant.MIN);
    return person.ledger().stream()
        .anyMatch(entry -> entry.goodwill() > 0 && entry.from().isAfter(last));
  }

  /** The entry that takes it from goodwill. */
  public LedgerEntry entry(Instant now) {
    return LedgerEntry.moment(id, Kind.ASK, now)
        .worth(-size.milliAsks())
        .noted(new Note(by, words, topic.wire()));
  }
}
