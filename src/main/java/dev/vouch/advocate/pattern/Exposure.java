package dev.vouch.advocate.pattern;

import dev.vouch.advocate.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much of a person's time lay within offers: what share of acts would fall into them if offers
 * moved nothing.
 *
 * @param anyKind share of the time, 0 to 1, in which every kind of act was paid
 * @param someKinds share of the time in which only some kinds were
 * @param spells how many separate times a spell of offers began
 */
record Exposure(double anyKind, double someKinds, int spells) {
  /**
   * Who hurries to be paid may come a little late. Shorter than the time for which an act is put
   * down to an offer: here what counts is what the person does while there is nothing to be had.
   */
  static final Duration GRACE = Duration.ofDays(3);

  /** How many times as often an organic person acts while an offer runs: it reminds them. */
  private static final double ORGANIC_PACE = 1.4;

  /** The same of a person who acts for rewards, who would hardly act without. */
  private static final double TRANSACTIONAL_PACE = 10;

  /**
   * How much people of either sort differ in that, as the standard deviation of its logarithm:
   * much, since lives have seasons of their own.
   */
  private static final double PEOPLE_DIFFER = 1.1;

  /** Everybody has busy months, and one spell of offers may fall on one; six hardly will. */
  private static final double MONTHS_DIFFER = 0.6;

  /**
   * Nobody knows what share of a person's acts is of the paid kinds: each of these is as likely.
   */
  private static final double[] PAID_KINDS = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};

  /**
   * One in twenty-five acts within an offer does not look so, whoever acts: it was read as another
   * kind, or nobody told us of the offer.
   */
  private static final double MISSED = 0.04;

  private static final int STEPS = 40;
  private static final double REACH = 3;

  /** That of a history; times outside it do not count. */
  static Exposure of(History history) {
    List<LedgerEntry> forAll =
        history.offers().stream().filter(offer -> offer.pays().isEmpty()).toList();
    Covered anyKind = Covered.by(forAll, history);
    Covered any = Covered.by(history.offers(), history);
    int open = any.share() > anyKind.share() ? 1 : 0;
    return new Exposure(
        anyKind.share(),
        any.share() - anyKind.share(),
        Math.max(any.spells(), anyKind.spells() + open));
  }

  /** How much of the time lay in some offers, and how many separate times such a spell began. */
  private record Covered(double share, int spells) {
    static Covered by(List<LedgerEntry> offers, History history) {
      double seconds = 0;
      int spells = 0;
      Instant covered = history.from();
      for (LedgerEntry offer :
          offers.stream().sorted(Comparator.comparing(LedgerEntry::from)).toList()) {
        Instant from = within(history, offer.from());
        Instant end = within(history, end(offer, history));
        if (from.isAfter(covered) || spells == 0) {
          spells++;
          covered = from;
        }
        if (end.isAfter(covered)) {
          seconds += Duration.between(covered, end).toSeconds();
          covered = end;
        }
      }
      long all = Duration.between(history.from(), history.until()).toSeconds();
      return new Covered(seconds / Math.max(1, all), spells);
    }
  }

  /** Share of the time in which something was paid. */
  double share() {
    return anyKind + someKinds;
  }

  /** How much likelier it is of a person who acts for rewards that so many acts were paid. */
  double likelihoodRatio(int paid, int acts) {
    return Math.exp(
        logLikelihood(TRANSACTIONAL_PACE, paid, acts) - logLikelihood(ORGANIC_PACE, paid, acts));
  }

  /** Averaged over how people, months and kinds of acts differ. */
  private double logLikelihood(double pace, int paid, int acts) {
    double spread = Math.hypot(PEOPLE_DIFFER, MONTHS_DIFFER / Math.sqrt(Math.max(1, spells)));
    List<Double> logs = new ArrayList<>();
    for (double kinds : someKinds > 0 ? PAID_KINDS : new double[] {1}) {
      for (int step = -STEPS; step <= STEPS; step++) {
        double deviation = REACH * step / STEPS;
        double share = share(pace * Math.exp(spread * deviation), anyKind + kinds * someKinds);
        logs.add(
            -deviation * deviation / 2
                + paid * Math.log(share)
                + (acts - paid) * Math.log(1 - share));
      }
    }
    double most = logs.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    return most + Math.log(logs.stream().mapToDouble(log -> Math.exp(log - most)).sum());
  }

  /** The share of acts within offers of a person who acts {@code pace} times as often in them. */
  private static double share(double pace, double time) {
    return Math.max(1e-6, (1 - MISSED) * pace * time / (pace * time + 1 - time));
  }

  private static Instant end(LedgerEntry offer, History history) {
    return offer.until() == null ? history.until() : offer.until().plus(GRACE);
  }

  private static Instant within(History history, Instant time) {
    Instant late = time.isAfter(history.until()) ? history.until() : time;
    return late.isBefore(history.from()) ? history.from() : late;
  }
}
