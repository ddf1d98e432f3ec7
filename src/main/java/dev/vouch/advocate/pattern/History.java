package dev.vouch.advocate.pattern;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.Provenance;
import dev.vouch.advocate.Provenance.Rule;
import dev.vouch.advocate.Provenance.Ruling;
import dev.vouch.advocate.Provenance.Windows;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one person's acts and of what we promised and asked, oldest first.
 *
 * @param rewardSeeking ids of the mentions in which they asked for a reward
 * @param from since when we have listened to the person
 * @param until now
 */
public record History(
    List<Act> acts,
    List<String> rewardSeeking,
    List<LedgerEntry> ledger,
    Instant from,
    Instant until) {

  /**
   * One act of advocacy.
   *
   * @param id of its mention
   * @param venue the channel it stands in
   * @param specific names features, figures or a before and after
   * @param words of the sentences that decided, since the text is not kept; null where they are too
   *     short to tell a copy
   */
  public record Act(
      String id,
      Instant at,
      ActKind kind,
      String venue,
      Ruling ruling,
      boolean specific,
      @Nullable Fingerprint words) {

    boolean is(Rule rule) {
      return ruling.rule() == rule;
    }
  }

  public History {
    acts = acts.stream().sorted(Comparator.comparing(Act::at).thenComparing(Act::id)).toList();
    rewardSeeking = List.copyOf(rewardSeeking);
    ledger = List.copyOf(ledger);
  }

  /**
   * The history of a person.
   *
   * @param heard their mentions, among which those count that ask for a reward
   */
  public static History of(
      Collection<AdvocacyAct> acts, List<Heard> heard, List<LedgerEntry> ledger, Instant now) {
    Instant from =
        Stream.of(
                acts.stream().map(AdvocacyAct::at),
                heard.stream().map(one -> one.mention().at()),
                ledger.stream().map(LedgerEntry::from))
            .flatMap(times -> times)
            .filter(time -> time.isBefore(now))
            .min(Comparator.naturalOrder())
            .orElse(now);
    List<String> seeking =
        heard.stream()
            .filter(one -> one.intent() == Intent.REWARD_SEEKING)
            .map(one -> one.mention().toString())
            .toList();
    return new History(
        acts.stream().map(act -> act(act, ledger)).toList(), seeking, ledger, from, now);
  }

  /** An act, held against what passed between us and the person. */
  public static Act act(AdvocacyAct act, List<LedgerEntry> ledger) {
    return new Act(
        act.mention().toString(),
        act.at(),
        act.kind(),
        act.mention().channel(),
        Provenance.of(act, ledger, Windows.USUAL),
        act.wording().specific(),
        Fingerprint.of(String.join(" ", act.evidence())).orElse(null));
  }

  /** What was promised to the person. */
  List<LedgerEntry> offers() {
    return ledger.stream().filter(LedgerEntry::isOffer).toList();
  }

  /** Whether a reward was to be had for the act when it was done. */
  boolean isPaid(Act act) {
    return ledger.stream()
        .anyMatch(entry -> entry.pays(act.kind()) && entry.reaches(act.at(), Exposure.GRACE));
  }

  /**
   * Ids of the offers that were acted on, and after whose end nothing at all was heard for so long,
   * though nothing else was offered and we went on listening.
   */
  List<String> silentAfter(Duration quiet) {
    return offers().stream()
        .filter(offer -> offer.until() != null)
        .filter(offer -> isActedOn(offer) && isSilent(end(offer), end(offer).plus(quiet)))
        .map(LedgerEntry::id)
        .toList();
  }

  private Instant end(LedgerEntry offer) {
    return offer.until() == null ? until : offer.until().plus(Exposure.GRACE);
  }

  private boolean isActedOn(LedgerEntry offer) {
    return acts.stream()
        .anyMatch(act -> offer.pays(act.kind()) && offer.reaches(act.at(), Exposure.GRACE));
  }

  private boolean isSilent(Instant end, Instant again) {
    boolean heard =
        acts.stream().anyMatch(act -> act.at().isAfter(end) && act.at().isBefore(again));
    boolean offered =
        offers().stream()
            .anyMatch(other -> other.from().isBefore(again) && end(other).isAfter(end));
    return !heard && !offered && !again.isAfter(until);
  }
}
