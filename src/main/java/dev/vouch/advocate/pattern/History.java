package dev.vouch.advocate.pattern;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.Provenance.Ruling;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
   * @param words null where the text is too short to tell a copy
   */
  public record Act(
      String id,
      Instant at,
      String venue,
      Ruling ruling,
      boolean specific,
      @Nullable Fingerprint words) {}

  public History {
    acts = acts.stream().sorted(Comparator.comparing(Act::at).thenComparing(Act::id)).toList();
    rewardSeeking = List.copyOf(rewardSeeking);
    ledger = List.copyOf(ledger);
  }

  /** What was promised to the person. */
  List<LedgerEntry> offers() {
    return ledger.stream().filter(LedgerEntry::isOffer).toList();
  }
}
