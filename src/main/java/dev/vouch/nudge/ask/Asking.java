package dev.vouch.nudge.ask;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.advocate.relationship.Recovery;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Standing;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether we may ask a person for something, and what that takes: the only place where goodwill is
 * spent.
 *
 * @param id of the ask; asking twice under one id is asking once
 * @param rung what is asked for
 * @param by Slack id of who asks
 * @param words what for, for our own people
 */
public record Asking(String id, Rung rung, String by, String words) {

  /** The longest words of an ask: it fits into a button and takes nobody long to read. */
  public static final int LONGEST = 600;

  /** What a person says to an ask is no gift of ours, though it gives back what that took. */
  private static final Set<Kind> OF_ASKS =
      EnumSet.of(Kind.ASK, Kind.ASK_ACCEPTED, Kind.ASK_DECLINED, Kind.ASK_LATER, Kind.ASK_DONE);

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
    TOO_LARGE(
        "nothing smaller has been asked of them and done, and they have not offered it themselves",
        "something smaller that they do gladly, or an offer of theirs"),
    ASKED_LATELY(
        "they were asked for the same not long ago", "time, or another kind of ask meanwhile"),
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

  /** That nothing may be asked now, and what might be asked instead; null where nothing may. */
  public record Refused(Refusal why, @Nullable Rung instead) {}

  /**
   * What a decision about an ask rests on.
   *
   * @param account what is between us and their account; null where they belong to none
   * @param heard the person's mentions that are kept
   * @param acts of advocacy that stand
   * @param roles what follows from what the person is to us
   */
  public record Facts(
      Relationship person,
      @Nullable Relationship account,
      Collection<Heard> heard,
      Collection<AdvocacyAct> acts,
      Standing standing,
      RoleRules roles) {

    /** The same, as the relationships stand by now. */
    public Facts with(Relationship nowPerson, @Nullable Relationship nowAccount) {
      return new Facts(nowPerson, nowAccount, heard, acts, standing, roles);
    }

    private boolean recovers() {
      return !Recovery.open(person, heard).isEmpty()
          || account != null && !Recovery.open(account, List.of()).isEmpty();
    }
  }

  /** Why the person may not be asked now, with what they might be asked; empty if they may. */
  public Optional<Refused> refused(Facts facts, Instant now) {
    return refusal(facts, now).map(why -> new Refused(why, instead(facts, now).orElse(null)));
  }

  /** Why the person may not be asked now; empty if they may. */
  public Optional<Refusal> refusal(Facts facts, Instant now) {
    Relationship person = facts.person();
    if (person.entry(id).isPresent()) {
      return Optional.empty();
    }
    return said(facts, now)
        .or(() -> person.openAsk(now).map(open -> Refusal.ASK_OPEN))
        .or(() -> standing(facts))
        .or(() -> step(facts, now))
        .or(() -> goodwill(facts, now));
  }

  /** Why what was granted before is not to be said to the person now; empty if it may be. */
  public Optional<Refusal> holdsBack(Facts facts, Instant now) {
    return said(facts, now)
        .or(() -> facts.recovers() ? Optional.of(Refusal.RECOVERY_OPEN) : Optional.empty());
  }

  private Optional<Refusal> said(Facts facts, Instant now) {
    if (facts.person().optedOut()) {
      return Optional.of(Refusal.OPTED_OUT);
    }
    if (!facts.roles().allow(rung.topic())) {
      return Optional.of(Refusal.ROLE);
    }
    if (!facts.person().agreesTo(rung.topic())) {
      return Optional.of(Refusal.NOT_AGREED);
    }
    return facts.person().isPaused(now) ? Optional.of(Refusal.PAUSED) : Optional.empty();
  }

  private static Optional<Refusal> standing(Facts facts) {
    if (facts.recovers()) {
      return Optional.of(Refusal.RECOVERY_OPEN);
    }
    return facts.standing().mayBeAsked() ? Optional.empty() : Optional.of(Refusal.NOT_READY);
  }

  private Optional<Refusal> step(Facts facts, Instant now) {
    if (!rung.isEarned(facts.person(), facts.acts())) {
      return Optional.of(Refusal.TOO_LARGE);
    }
    return rung.restsUntil(facts.person())
        .filter(until -> until.isAfter(now))
        .map(until -> Refusal.ASKED_LATELY);
  }

  private Optional<Refusal> goodwill(Facts facts, Instant now) {
    Relationship person = facts.person();
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
    return goodwill - rung.size().milliAsks() / 1_000.0 >= Goodwill.FLOOR;
  }

  private static boolean gaveSinceLastAsk(Relationship person) {
    Instant last =
        counting(person).map(LedgerEntry::from).max(Instant::compareTo).orElse(Instant.MIN);
    return person.ledger().stream()
        .filter(entry -> entry.goodwill() > 0 && !OF_ASKS.contains(entry.kind()))
        .anyMatch(entry -> entry.from().isAfter(last));
  }

  /** The asks that hold back the next: not those that they wished to be asked again. */
  static Stream<LedgerEntry> counting(Relationship person) {
    return person.entries(Kind.ASK).stream().filter(ask -> !person.has(ask.id(), Kind.ASK_LATER));
  }

  /** The largest ask up to the size of this one that would be right now. */
  private Optional<Rung> instead(Facts facts, Instant now) {
    return Arrays.stream(Rung.values())
        .filter(other -> other != rung && other.size().compareTo(rung.size()) <= 0)
        .filter(other -> new Asking(id, other, by, words).refusal(facts, now).isEmpty())
        .max(
            Comparator.comparing(Rung::size)
                .thenComparing(other -> other.topic() == rung.topic())
                .thenComparing(Comparator.reverseOrder()));
  }

  /** The entry that takes it from goodwill. */
  public LedgerEntry entry(Instant now) {
    return LedgerEntry.moment(id, Kind.ASK, now)
        .worth(-rung.size().milliAsks())
        .noted(new Note(by, words, rung.topic().wire()));
  }
}
