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
 * @param confirmed a human confirmed the person's transactional pattern
 */
public record Weighed(
    AdvocacyAct act, Provenance.Ruling prompted, Duration age, boolean confirmed) {

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
                    confirmed))
        .toList();
  }

  /** What they weigh together, in fresh organic acts. */
  public static double sum(Collection<Weighed> acts) {
    return acts.stream().mapToDouble(Weighed::weight).sum();
  }

  /** What it weighs, in fresh organic acts. */
  public double weight() {
    double own = Decay.weight(age, prompted.provenance(), act.drivers());
    return confirmed ? own * Decay.CONFIRMED_PATTERN_PART : own;
  }

  /** After how long it weighs half. */
  public Duration halfLife() {
    return Decay.halfLife(prompted.provenance(), act.drivers());
  }
}
