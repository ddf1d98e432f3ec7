package dev.vouch.advocate.standing;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.Weighed;
import dev.vouch.advocate.relationship.Recovery;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a person that can say where they stand.
 *
 * @param acts that stand, newest first
 * @param heard the mentions that are kept, newest first
 * @param person what is between us and them
 * @param account what is between us and their account
 * @param neglect what has become more at their account; null where nothing has
 */
public record Evidence(
    List<AdvocacyAct> acts,
    List<Heard> heard,
    Relationship person,
    Relationship account,
    @Nullable Neglect neglect) {

  public Evidence {
    acts = List.copyOf(acts);
    heard = List.copyOf(heard);
  }

  /** Of somebody with whom nothing is on record but their words. */
  public static Evidence of(String person, List<AdvocacyAct> acts, List<Heard> heard) {
    return new Evidence(
        acts,
        heard,
        Relationship.none(Subject.person(person)),
        Relationship.none(Subject.account("")),
        null);
  }

  /** What passed between us and them, and what was offered to their account. */
  public List<LedgerEntry> prompts() {
    return Stream.concat(person.ledger().stream(), account.entries(Kind.REWARD_OFFER).stream())
        .toList();
  }

  /** Their acts, each with what prompted it and what it still weighs. */
  public List<Weighed> weighed(Instant now) {
    return person.weighed(acts, prompts(), now);
  }

  /** What is on record with them and with their account. */
  Stream<LedgerEntry> ledger() {
    return Stream.of(person, account).flatMap(one -> one.ledger().stream());
  }

  /** What we have to make good, oldest first: theirs, and incidents of their account. */
  List<Recovery> recoveries() {
    List<Recovery> all = new ArrayList<>(Recovery.all(person, heard));
    for (Recovery one : Recovery.all(account, List.of())) {
      if (person.entry(one.id()).isEmpty()) {
        all.add(one);
      }
    }
    return all;
  }

  /** What is to be made good and is not yet. */
  public List<Recovery> openRecoveries() {
    return recoveries().stream().filter(one -> followUp(one).isEmpty()).toList();
  }

  /** The entry that closed it, in their ledger or the account's. */
  Optional<LedgerEntry> followUp(Recovery recovery) {
    return ledger()
        .filter(entry -> entry.kind() == Kind.FOLLOWED_UP && entry.isAbout(recovery.id()))
        .findFirst();
  }
}
