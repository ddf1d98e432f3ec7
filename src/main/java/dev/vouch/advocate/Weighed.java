package dev.vouch.advocate;

import dev.vouch.advocate.Provenance.Windows;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * An act with all that says what it still weighs.
 *
 * @param prompted what prompted it, and why we say so
 * @param tied a tie of the person's to us bears on it
 * @param confirmed a human confirmed the person's transactional pattern
 */
public record Weighed(
    AdvocacyAct act, Provenance.Ruling prompted, Duration age, boolean tied, boolean confirmed) {

  /** Each of a person's acts, held against what passed between us, in their order. */
  public static List<Weighed> all(
      Collection<AdvocacyAct> acts, List<LedgerEntry> ledger, boolean confirmed, Instant now) {
    return acts.stream()
        .map(
            act ->
                new Weighed(
                    act,
                    Provenance.of(act, ledger, Windows.USUAL),
                    Duration.between(act.at(), now),
                    false,
                    confirmed))
        .toList();
  }

  /** What they weigh together, in fresh organic acts. */
  public static double sum(Collection<Weighed> acts) {
    return acts.stream().mapToDouble(Weighed::weight).sum();
  }

  /** The same under a tie. */
  public Weighed underATie() {
    return new Weighed(act, prompted, age, true, confirmed);
  }

  /**
   * As what it counts: what is said under a tie counts as if it were rewarded, whatever else
   * prompted it, and so never more than without the tie.
   */
  public Provenance countsAs() {
    return tied ? Provenance.REWARDED : prompted.provenance();
  }

  /** Whether readers ought to have been told of a tie and were not. */
  public boolean hidesATie() {
    return tied && !act.isDisclosed();
  }

  /** What it weighs, in fresh organic acts. */
  public double weight() {
    double own = Decay.weight(age, countsAs(), act.drivers());
    double said = hidesATie() ? own * Decay.UNDISCLOSED_PART : own;
    return confirmed ? said * Decay.CONFIRMED_PATTERN_PART : said;
  }

  /** After how long it weighs half. */
  public Duration halfLife() {
    return Decay.halfLife(countsAs(), act.drivers());
  }
}
